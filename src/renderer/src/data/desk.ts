/** The service's calls and events, over whichever port leads to it now. */
import { Failure } from '../../../core/failure.ts'
import { type ActantApi, portMessage } from '../../../preload/api.ts'
import type { Desk, Events } from '../../../workbench/contract.ts'
import { type Connection, connect, type Remote } from '../../../workbench/rpc.ts'

export type DeskLink = {
  /** Waits for the first port; later, without one, calls fail with 'service-gone'. */
  desk: Remote<Desk>
  on<K extends keyof Events>(event: K, listener: (data: Events[K]) => void): () => void
}

/** Starts listening, asks for the port, and tells of each new one after the first: everything must be opened again then. */
export const linkDesk = (api: ActantApi, onAnotherPort: () => void): DeskLink => {
  let connection: Connection | undefined
  let gone = false
  const listeners = new Map<keyof Events, Set<(data: never) => void>>()
  let arrived: () => void = () => {}
  const first = new Promise<void>((resolve) => {
    arrived = resolve
  })

  const take = (port: MessagePort) => {
    const next = connect(port)
    const again = connection !== undefined || gone
    connection = next
    gone = false
    for (const event of ['changed', 'progress', 'findings'] as const) {
      next.on(event, (data) => {
        for (const listener of listeners.get(event) ?? []) listener(data as never)
      })
    }
    next.onClose(() => {
      if (connection === next) {
        connection = undefined
        gone = true
      }
    })
    arrived()
    if (again) onAnotherPort()
  }

  window.addEventListener('message', (event) => {
    const port = event.ports[0]
    if (event.source === window && event.data === portMessage && port) take(port)
  })
  api.requestPort()

  const desk = new Proxy({} as Remote<Desk>, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? async (...args: unknown[]) => {
            await first
            if (!connection) throw new Failure('service-gone')
            return Reflect.apply(connection.workbench[name as keyof Desk], undefined, args)
          }
        : undefined,
  })

  return {
    desk,
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener as (data: never) => void))
      return () => set.delete(listener as (data: never) => void)
    },
  }
}
