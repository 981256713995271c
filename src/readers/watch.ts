/** Ends a process that is past hearing: its memory has grown too large, or the program that started it is gone. */
import { Worker } from 'node:worker_threads'

/** All of the process, with what lies outside of V8's heap; the heap has a lower limit of its own. */
const MOST_BYTES = 1_500 * 1024 * 1024
const LOOK_EVERY_MS = 250

export const watchProcess = () => {
  const worker = new Worker(code, {
    eval: true,
    env: {},
    workerData: { parent: process.ppid, MOST_BYTES, LOOK_EVERY_MS },
  })
  worker.unref()
}

// As a string, because a bundle has no second file for it. SIGABRT is how V8 itself ends a process without memory.
const code = `
const { parent, MOST_BYTES, LOOK_EVERY_MS } = require('node:worker_threads').workerData
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGABRT')
}, LOOK_EVERY_MS)`
