/** One set-up or build at a time in one clone. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { scratch } from './project.mjs'

/** Runs `body` while holding the named lock; waits for another living process that holds it. */
export async function withLock(name, body) {
  const path = scratch(`${name}.lock`)
  let waiting = false
  while (!take(path)) {
    if (!waiting) process.stdout.write(`Waiting for another ${name} in this folder (process ${owner(path)}) …\n`)
    waiting = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  try {
    return await body()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  const own = `${path}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    // Unlike creating and then writing, this shows no half-made lock to others.
    linkSync(own, path)
    process.once('exit', () => owner(path) === process.pid && rmSync(path, { force: true }))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(owner(path))) rmSync(path, { force: true })
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

function owner(path) {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
