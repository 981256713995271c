/** The files the page may name: by handles, each known to the service before the page hears of it. */
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Grant } from '../preload/api.ts'
import type { FileGrant, Purpose } from '../service/control.ts'

export type Grants = {
  /** The same file for the same purpose keeps its handle. */
  grant(path: string, purpose: Purpose): Promise<Grant>
  all(): FileGrant[]
  pathOf(handle: string): string | undefined
}

/** @param tell makes a new handle known; resolves once it is */
export const createGrants = (tell: (grant: FileGrant) => Promise<void>): Grants => {
  const byFile = new Map<string, { known: FileGrant; told: Promise<void> }>()
  return {
    async grant(path, purpose) {
      const key = `${purpose} ${path}`
      const found = byFile.get(key)
      const known = found?.known ?? { handle: randomUUID(), path, purpose }
      const told = found?.told ?? tell(known)
      byFile.set(key, { known, told })
      await told
      return { handle: known.handle, name: basename(path), kind: purpose }
    },
    all: () => [...byFile.values()].map(({ known }) => known),
    pathOf: (handle) => [...byFile.values()].find(({ known }) => known.handle === handle)?.known.path,
  }
}

/** What a file that was dropped or named on the command line is, as far as its name says. */
export const purposeByName = (path: string): Purpose => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return 'folder'
  if (/\.actant$/i.test(path)) return 'project'
  return /\.json$/i.test(path) ? 'bundle' : 'article'
}
