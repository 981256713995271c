/** A display to draw on: the one there is, or a virtual one. */
import { Failure } from '../lib/failure.mjs'
import { start, stop } from '../lib/run.mjs'

const START_LIMIT_MS = 20_000

/** Whether windows can be shown to somebody. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Runs `body` with the environment a window needs; a virtual display is started for it where there is none, and ended after.
 * @template T @param {(env: Record<string, string>) => Promise<T>} body @returns {Promise<T>}
 */
export const withDisplay = (body) => withDisplays(1, ([display]) => body(display ? { DISPLAY: display } : {}))

/**
 * The same with several virtual displays, by their names: none where there is a real one, which windows would have to share.
 * @template T @param {number} count @param {(displays: string[]) => Promise<T>} body @returns {Promise<T>}
 */
export async function withDisplays(count, body) {
  if (hasDisplay()) return body([])
  // The server picks a free number itself and reports it, so that two runs never meet.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const servers = Array.from({ length: count }, () =>
    start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }),
  )
  try {
    return await body(await Promise.all(servers.map(displayName)))
  } finally {
    for (const server of servers) stop(server, 'SIGTERM')
  }
}

function displayName(server) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Failure(`The virtual display did not start (Xvfb: ${why}). Run: npm run setup`))
    const limit = setTimeout(() => fail('no answer'), START_LIMIT_MS)
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => fail(`exit code ${code}`))
    server.stdio[3].once('data', (data) => {
      clearTimeout(limit)
      resolve(`:${String(data).trim()}`)
    })
  })
}
