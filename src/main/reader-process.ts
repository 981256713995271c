/** A reader process as Electron's utility process, with the port that leads to it. */
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import { readerFile } from './paths.ts'

/** V8's heap, as `workbench/reader-process.ts` has it. */
const HEAP_MEGABYTES = 512

/** What V8 ends a process with that has no memory left; the exit code of a utility process is the signal's number. */
const SIGABRT = 6

export type UtilityReader = { port: MessagePortMain; kill(): void }

/** @param onEnd called once, when the process is gone */
export const startReader = (onEnd: (end: 'too-much-memory' | 'crashed') => void): UtilityReader => {
  const child = utilityProcess.fork(readerFile, [], {
    serviceName: 'Actant reader',
    execArgv: [`--js-flags=--max-old-space-size=${HEAP_MEGABYTES}`],
    env: {},
    stdio: 'ignore',
  })
  const { port1, port2 } = new MessageChannelMain()
  child.postMessage(null, [port1])
  let outOfMemory = false
  // Newer runtimes say that V8 cannot go on.
  child.once('error', () => {
    outOfMemory = true
  })
  child.once('exit', (code) => onEnd(outOfMemory || code === SIGABRT ? 'too-much-memory' : 'crashed'))
  return { port: port2, kill: () => void child.kill() }
}
