/** Child processes with a time limit, none of which outlives the script that started it. */
import { spawn } from 'node:child_process'
import { projectEnv, root } from './project.mjs'

const GRACE_MS = 5000

const alive = new Set()
let isLeaving = false
const isWindows = process.platform === 'win32'

/**
 * Runs a program to its end. Never throws: a program that is not there ends with code 127.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: object, cwd?: string, seconds?: number, show?: boolean, stopIf?: () => string | undefined }} [options]
 *   `show` passes its output on instead of collecting it; `stopIf` is asked every second and ends it with a reason.
 * @returns {Promise<{ code: number, signal: string | null, output: string, stdout: string, stopped?: string }>}
 */
export function run(program, args, { env, cwd = root, seconds, show = false, stopIf } = {}) {
  return new Promise((resolve) => {
    const child = start(program, args, {
      env,
      cwd,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let output = ''
    let stdout = ''
    let stopped
    child.stdout?.setEncoding('utf8')
    child.stderr?.setEncoding('utf8')
    child.stdout?.on('data', (chunk) => {
      stdout += chunk
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    const began = Date.now()
    const watch = setInterval(() => {
      if (seconds && Date.now() - began > seconds * 1000) stopped = `no end after ${seconds} s`
      else stopped = stopIf?.()
      if (stopped) {
        clearInterval(watch)
        stop(child)
      }
    }, 1000)
    const finish = (code, signal) => {
      clearInterval(watch)
      // After Ctrl+C nobody waits for an outcome any more.
      if (!isLeaving) resolve({ code: stopped ? 1 : (code ?? 1), signal, output, stdout, stopped })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127, null)
    })
    child.on('close', finish)
  })
}

/** Starts a program that ends with this process at the latest. */
export function start(program, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  // A group of its own, so that a time limit also ends what the program started (npm, vitest, Playwright).
  const child = spawn(program, args, { cwd, stdio, env: projectEnv(env), detached: !isWindows, windowsHide: true })
  alive.add(child)
  child.on('close', () => alive.delete(child))
  child.on('error', () => alive.delete(child))
  return child
}

/** Ends a program and everything it started. */
export function stop(child, signal = 'SIGKILL') {
  if (!child.pid) return
  try {
    if (isWindows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

process.on('exit', () => {
  for (const child of alive) stop(child)
})
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => leave(code))
}

/** Lets everything end in its own way, the newest first: a display goes after what draws on it. */
function leave(code) {
  isLeaving = true
  const limit = Date.now() + GRACE_MS
  let told
  setInterval(() => {
    const newest = [...alive].at(-1)
    if (!newest || Date.now() > limit) process.exit(code)
    if (newest !== told) stop(newest, 'SIGTERM')
    told = newest
  }, 20)
}
