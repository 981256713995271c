import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/check-layers.mjs', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actant-layers-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Checks a source tree that consists of one file, and of what it imports. */
function check(path: string, code: string) {
  const file = join(folder, 'src', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, code)
  const { status, stdout } = spawnSync(process.execPath, [script, join(folder, 'src')], { encoding: 'utf8' })
  return { passes: status === 0, said: stdout }
}

describe('allowed', () => {
  it.each([
    ['core/merge.ts', "import { z } from 'zod'\nimport { span } from './span.ts'"],
    ['core/annotation-types/claim.ts', "import { key } from '../schema.ts'"],
    ['store/open.ts', "import Database from 'better-sqlite3'\nimport { span } from '../core/span.ts'"],
    ['readers/html.ts', "import { parse } from 'parse5'\nimport type { Block } from '../core/article.ts'"],
    ['i18n/index.ts', "import type { FindingCode } from '../core/finding.ts'"],
    [
      'workbench/export.ts',
      "import { openProject } from '../store/open.ts'\nimport { readHtml } from '../readers/html.ts'",
    ],
    ['service/index.ts', "import { serve } from '../workbench/rpc.ts'\nimport fs from 'node:fs'"],
    ['cli/main.ts', "import { createWorkbench } from '../workbench/workbench.ts'\nimport { Command } from 'commander'"],
    ['main/index.ts', "import { app } from 'electron'\nimport type { ActantApi } from '../preload/api.ts'"],
    ['preload/index.ts', "import { ipcRenderer } from 'electron'\nimport type { ActantApi } from './api.ts'"],
    ['renderer/src/App.tsx', "import { connect } from '../../workbench/rpc.ts'\nimport './app.css'"],
    ['renderer/src/Logo.tsx', "import logo from '../../../resources/icon.svg'"],
    ['core/text.ts', "/* import fs from 'node:fs' */\nexport const note = 'from \"electron\"'"],
  ])('%s', (path, code) => {
    expect(check(path, code)).toEqual({ passes: true, said: '' })
  })
})

describe('refused', () => {
  it.each([
    ['core/merge.ts', "import { open } from '../store/open.ts'", 'core may not import store'],
    ['core/merge.ts', "import { readFileSync } from 'node:fs'", 'core may not import "node:fs"'],
    ['core/merge.ts', "import { readFileSync } from 'fs'", 'core may not import "fs"'],
    ['core/merge.ts', "export type { Remote } from '../workbench/rpc.ts'", 'core may not import contract'],
    ['core/merge.ts', "import React from 'react'", 'core may not import "react"'],
    ['i18n/index.ts', "import { codes } from '../core/finding.ts'", 'other than by "import type"'],
    ['store/open.ts', "import { readHtml } from '../readers/html.ts'", 'store may not import readers'],
    ['readers/html.ts', "import { open } from '../store/open.ts'", 'readers may not import store'],
    ['readers/html.ts', "const db = await import('better-sqlite3')", 'readers may not import "better-sqlite3"'],
    ['workbench/export.ts', "import Database from 'better-sqlite3'", 'workbench may not import "better-sqlite3"'],
    ['workbench/export.ts', "import { app } from 'electron'", 'workbench may not import "electron"'],
    ['workbench/rpc.ts', "import { open } from '../store/open.ts'", 'contract may not import store'],
    ['workbench/contract.ts', "import { createWorkbench } from './workbench.ts'", 'contract may not import workbench'],
    ['service/index.ts', "import { app } from 'electron'", 'service may not import "electron"'],
    ['cli/main.ts', "import { open } from '../store/open.ts'", 'cli may not import store'],
    ['main/index.ts', "import { open } from '../store/open.ts'", 'main may not import store'],
    ['main/index.ts', "import { span } from '../core/span.ts'", 'main may not import core'],
    ['main/index.ts', "import { workbench } from '../workbench/workbench.ts'", 'main may not import workbench'],
    ['preload/index.ts', "import fs from 'node:fs'", 'preload may not import "node:fs"'],
    ['renderer/src/App.tsx', "import { open } from '../../store/open.ts'", 'renderer may not import store'],
    ['renderer/src/App.tsx', "import { w } from '../../workbench/workbench.ts'", 'renderer may not import workbench'],
    ['renderer/src/App.tsx', "import { ipcRenderer } from 'electron'", 'renderer may not import "electron"'],
    ['renderer/src/App.tsx', "import { join } from 'node:path'", 'renderer may not import "node:path"'],
    [
      'renderer/src/App.tsx',
      "import {\n  a,\n  b,\n} from '../../main/window.ts'",
      'App.tsx:4 renderer may not import main',
    ],
    ['core/merge.ts', "import { x } from '../../test/fixtures/x.ts'", 'outside src'],
    ['plugins/index.ts', '', 'belongs to no layer'],
  ])('%s: %s', (path, code, reason) => {
    const { passes, said } = check(path, code)
    expect(passes).toBe(false)
    expect(said).toContain(reason)
  })
})
