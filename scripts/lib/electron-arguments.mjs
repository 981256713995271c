import { isRoot } from './project.mjs'

/** What Electron itself has to be told on this machine. */
export const electronArguments = () => [
  // Chromium's sandbox refuses to run as root.
  ...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []),
  ...(process.env.WAYLAND_DISPLAY && !process.env.DISPLAY ? ['--ozone-platform-hint=auto'] : []),
]
