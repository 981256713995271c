/** The real program, with a home folder of its own. What it must never do is checked after every test that uses it. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'

export { expect }

/** `ACTANT_APP` names another built project to take in place of this one. */
export const root = process.env['ACTANT_APP'] ?? fileURLToPath(new URL('../..', import.meta.url))
export const isRoot = process.getuid?.() === 0
const electronFolder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url))
export const electronPath = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim())
/** Chromium's sandbox refuses to run as root. */
export const electronArguments = isRoot ? ['--no-sandbox'] : []

export const anna = { id: '01920000-0000-7000-8000-000000000001', name: 'Anna' }

/** A home folder: where the program keeps its state, and where the test's files lie. */
export type Home = { folder: string; file(name: string, content?: string): string; state: string }

export type Launch = {
  home: Home
  /** Further arguments, such as files to open. */
  args?: string[]
  env?: Record<string, string>
  /** The program on Electron's command line; this one if not said. */
  program?: string[]
}

export type App = {
  electron: ElectronApplication
  page: Page
  home: Home
  pid: number
  /** Everything the program has written to its output so far. */
  output(): string
  /** Exit code or signal, once the program has ended. */
  ended: Promise<number | string | null>
  /** Closes the window as a person would and waits for the end of the program. */
  close(): Promise<void>
}

type Fixtures = {
  home: Home
  /** Starts the program; whatever is still running is ended after the test. */
  launch(options?: Partial<Launch>): Promise<App>
  /** What the test provokes on purpose: refusals or errors in the output. */
  provoked: RegExp | undefined
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  home: async ({}, use) => {
    const home = createHome()
    await use(home)
    rmSync(home.folder, { recursive: true, force: true })
  },
  provoked: [undefined, { option: true }],
  launch: async ({ home, provoked }, use) => {
    const apps: App[] = []
    await use(async (options = {}) => {
      const app = await launchApp({ home, ...options })
      apps.push(app)
      return app
    })
    for (const app of apps) await endApp(app)
    for (const app of apps) expect(complaints(app.output()).filter((line) => !provoked?.test(line))).toEqual([])
  },
})

export const createHome = (): Home => {
  const folder = mkdtempSync(join(tmpdir(), 'actant-e2e-'))
  const state = join(folder, 'state')
  mkdirSync(state)
  return {
    folder,
    state,
    file(name, content) {
      const path = join(folder, name)
      if (content !== undefined) writeFileSync(path, content)
      return path
    },
  }
}

/** Settings from an earlier start, so that nobody is asked who they are. */
export const keepSettings = (home: Home, settings: object = {}) =>
  writeFileSync(join(home.state, 'settings.json'), JSON.stringify({ language: 'en', identity: anna, ...settings }))

export const keptSettings = (home: Home) => JSON.parse(readFileSync(join(home.state, 'settings.json'), 'utf8'))

export const environment = (home: Home, more: Record<string, string> = {}) => {
  const { ELECTRON_RENDERER_URL: _, ELECTRON_RUN_AS_NODE: __, ...env } = process.env
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(kept), HOME: home.folder, LANG: 'en_US.UTF-8', ACTANT_STATE_DIR: home.state, ...more }
}

/** The dialogs of the system cannot be driven: this answers in a person's place from now on. No path means dismissed. */
export const answerDialogs = ({ electron }: App, ...paths: string[]) =>
  electron.evaluate(({ dialog }, chosen) => {
    const canceled = chosen.length === 0
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen })
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen[0] ?? '' })
  }, paths)

/** Chooses a command in the native menu, as soon as it can be chosen. */
export const chooseMenu = ({ electron }: App, id: string) => {
  const choose = () =>
    electron.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      if (item?.enabled) item.click()
      return item ? item.enabled : 'no such item'
    }, id)
  return expect.poll(choose, `menu item ${id}`).toBe(true)
}

/** The service's process, which is a child of the program's. */
export const servicePid = async ({ pid }: App): Promise<number> => {
  const isService = (args: string) => /service\.mjs|--utility-sub-type=node\.mojom/.test(args)
  const found = () => descendants(pid).find((child) => isService(readText(`/proc/${child}/cmdline`)))
  await expect.poll(found).toBeDefined()
  return found() ?? 0
}

export const descendants = (pid: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      parent: Number(readText(`/proc/${name}/stat`).replace(/^.*\) \S+ (\d+).*$/s, '$1')),
    }))
  const below = (one: number): number[] =>
    parents.filter(({ parent }) => parent === one).flatMap((child) => [child.pid, ...below(child.pid)])
  return below(pid)
}

/** The command line, beside the window. */
export const actant = async (
  home: Home,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> => {
  try {
    const run = promisify(execFile)
    const { stdout, stderr } = await run(process.execPath, [join(root, 'out/main/cli.mjs'), ...args], {
      env: environment(home),
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

/** On a machine that does much else at the same time. */
const START_LIMIT_MS = 40_000

/** Without a fixture: to be ended with `endApp`. */
export const launchApp = async ({ home, args = [], env = {}, program = [root] }: Launch): Promise<App> => {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [...electronArguments, ...program, ...args],
    env: environment(home, env),
    timeout: START_LIMIT_MS,
    // The theme is the program's own matter.
    colorScheme: null,
  })
  const process = electron.process()
  let output = ''
  process.stdout?.on('data', (data) => (output += data))
  process.stderr?.on('data', (data) => (output += data))
  const page = await electron.firstWindow({ timeout: START_LIMIT_MS }).catch((error) => {
    throw new Error(`No window. The program said:\n${output}`, { cause: error })
  })
  page.on('console', (message) => {
    if (message.type() === 'error') output += `page error: ${message.text()}\n`
  })
  page.on('pageerror', (error) => (output += `page error: ${error.stack}\n`))
  const ended = new Promise<number | string | null>((resolve) =>
    process.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  const close = async () => {
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await ended
  }
  return { electron, page, home, pid: process.pid ?? 0, output: () => output, ended, close }
}

/** Ends what still runs, by force if it must. */
export const endApp = async ({ electron, pid, ended }: App) => {
  const children = descendants(pid)
  const tooLate = new Promise((resolve) => setTimeout(resolve, 12_000))
  await Promise.race([electron.close(), ended, tooLate]).catch(() => {})
  for (const child of [pid, ...children]) {
    try {
      process.kill(child, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}

/** What should never stand in the output: refused requests, bugs, what the page's policy stopped. */
const complaints = (output: string) =>
  output
    .split('\n')
    .filter((line) => /^(Refused |Bug in|page error|The page ended|The service ended)|Uncaught|Unhandled/.test(line))

const readText = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
