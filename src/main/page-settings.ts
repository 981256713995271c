/** The kept settings as the page sees them: recent projects by handle, and what it may change. */
import { access } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { nativeTheme } from 'electron'
import type { Recent, Settings, SettingsChange } from '../preload/api.ts'
import type { Grants } from './grants.ts'
import type { Kept, KeptSettings } from './settings.ts'

export const settingsForPage = async (kept: Kept, grants: Grants): Promise<Settings> => ({
  language: kept.language,
  theme: kept.theme,
  textSize: kept.textSize,
  ...(kept.identity && { identity: kept.identity }),
  recents: await Promise.all(kept.recents.map((path) => recent(path, grants))),
  ...(kept.layout !== undefined && { layout: kept.layout }),
})

/** Keeps what the page named; null goes back to the default. */
export const applyChange = (settings: KeptSettings, grants: Grants, { forgetRecents, ...change }: SettingsChange) => {
  const { recents } = settings.get()
  settings.change({
    ...Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? undefined])),
    ...(forgetRecents === 'all' && { recents: [] }),
    ...(forgetRecents !== undefined &&
      forgetRecents !== 'all' && { recents: recents.filter((path) => path !== grants.pathOf(forgetRecents)) }),
  })
  nativeTheme.themeSource = settings.get().theme
}

const recent = async (path: string, grants: Grants): Promise<Recent> => {
  const { handle } = await grants.grant(path, 'project')
  return { handle, name: basename(path), folder: dirname(path), missing: !(await exists(path)) }
}

export const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
