import type { Settings, SettingsChange } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'

export const setTheme = (shell: Shell, theme: Settings['theme']) => change(shell, { theme })

export const setLanguage = (shell: Shell, language: Settings['language']) => change(shell, { language })

/** Makes the article's text larger or smaller by so many per cent; normal where none are given. */
export const changeTextSize = (shell: Shell, by: number | undefined) => {
  const { textSize } = shell.settings.get()
  return change(shell, { textSize: by === undefined ? 100 : Math.min(300, Math.max(60, textSize + by)) })
}

/** Forgets one recent project, or all of them. */
export const forgetRecents = (shell: Shell, which: string) => change(shell, { forgetRecents: which })

const change = async ({ api, settings }: Shell, wanted: SettingsChange) =>
  settings.set(await api.changeSettings(wanted))
