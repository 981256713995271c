/** Where things are: the project's own folders and the machine-wide cache. */
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const isRoot = process.getuid?.() === 0
export const fromRoot = (...parts) => join(root, ...parts)
export const inPackages = (...parts) => join(root, 'node_modules', ...parts)
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The project's scratch folder: locks, pictures, logs, reports. Not under version control. */
export function scratch(...parts) {
  mkdirSync(fromRoot('.cache'), { recursive: true })
  return fromRoot('.cache', ...parts)
}

/**
 * The folder kept outside `node_modules` (which `npm ci` wipes) and shared by every clone; the project's scratch folder
 * where the home folder cannot be written.
 */
export function cacheFolder() {
  const home = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache')
  const folder = join(home, 'actant')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return scratch()
  }
}

/** The environment of everything started here: the project's own tools and its Node come first. */
export function projectEnv(extra = {}) {
  const env = { ...process.env, PATH: `${inPackages('.bin')}${delimiter}${process.env.PATH ?? ''}`, ...extra }
  // Terminals inside Electron programs (editors) hand it down: Electron would open no window.
  delete env.ELECTRON_RUN_AS_NODE
  return env
}
