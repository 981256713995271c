/** The service as the window's program starts it on a plain Node: a process of its own, spoken to through a port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type FromService, fromService, type ToService } from '../../src/service/control.ts'
import type { Desk } from '../../src/workbench/contract.ts'
import { type Connection, connect, type Port } from '../../src/workbench/rpc.ts'

const source = fileURLToPath(new URL('../../src/service/index.ts', import.meta.url))

export type RunningService = {
  connection: Connection<Desk>
  /** The service's process, to be killed. */
  child: ChildProcess
  tell(message: ToService): void
  /** The latest project it said it had opened. */
  openedPath(): string | undefined
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** `ACTANT_SERVICE` names a built service (`out/main/service.mjs`) to take in place of the source. */
export const startService = async (
  start: Omit<Extract<ToService, { type: 'start' }>, 'type'>,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningService> => {
  const child = spawn(process.execPath, [process.env['ACTANT_SERVICE'] ?? source], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...env },
  })
  const tell = (message: ToService) => void (child.connected && child.send(message, () => {}))
  const events = new EventTarget()
  let openedPath: string | undefined
  const ready = new Promise<void>((resolve) => {
    child.on('message', (raw) => {
      const message: FromService = fromService.parse(raw)
      if (message.type === 'ready') resolve()
      if (message.type === 'opened') openedPath = message.path
      if (message.type === 'relay') events.dispatchEvent(new MessageEvent('message', { data: message.data }))
    })
  })
  const ended = once(child, 'exit').then(([code, signal]) => {
    events.dispatchEvent(new Event('close'))
    return { code, signal }
  })
  tell({ type: 'start', ...start })
  await Promise.race([ready, ended.then(() => Promise.reject(new Error('the service did not start')))])
  const port: Port = {
    postMessage: (data) => tell({ type: 'relay', port: 1, data }),
    addEventListener: (type, listener) => events.addEventListener(type, listener),
    start: () => tell({ type: 'port', port: 1 }),
    close: () => tell({ type: 'port-closed', port: 1 }),
  }
  return { connection: connect<Desk>(port), child, tell, openedPath: () => openedPath, ended }
}
