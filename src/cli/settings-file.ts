/** Where the window keeps its settings: `$ACTANT_STATE_DIR`, or Electron's `userData` folder, named after the product. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export const settingsFile = (env: NodeJS.ProcessEnv): string =>
  join(env['ACTANT_STATE_DIR'] || join(configFolder(env), 'Actant'), 'settings.json')

const configFolder = (env: NodeJS.ProcessEnv): string => {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (process.platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  return env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}
