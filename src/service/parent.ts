/** The way to the process that started this one: Electron's main process directly, or through a pipe where this is plain Node. */
import type { Port } from '../workbench/rpc.ts'
import { type FromService, type ToService, toService } from './control.ts'

export type Parent = { send(message: FromService): void }

export type ParentHandlers = {
  message(message: Exclude<ToService, { type: 'port' | 'relay' | 'port-closed' }>): void
  /** A client's port arrived. */
  port(port: Port): void
  /** The parent died or let go. */
  gone(): void
}

export const listenToParent = (handlers: ParentHandlers): Parent =>
  process.parentPort ? listenToElectron(process.parentPort, handlers) : listenToNode(handlers)

const listenToElectron = (parentPort: Electron.ParentPort, handlers: ParentHandlers): Parent => {
  parentPort.on('message', ({ data, ports: [port] }) => {
    const message = toService.parse(data)
    if (message.type === 'port') {
      if (port) handlers.port(asPort(port))
    } else if (message.type !== 'relay' && message.type !== 'port-closed') handlers.message(message)
  })
  return { send: (message) => parentPort.postMessage(message) }
}

/** Electron's ports are event emitters. */
const asPort = (port: Electron.MessagePortMain): Port => ({
  postMessage: (message) => port.postMessage(message),
  addEventListener: (type, listener) =>
    type === 'message' ? port.on(type, listener) : port.on(type, () => listener({})),
  start: () => port.start(),
  close: () => port.close(),
})

const listenToNode = (handlers: ParentHandlers): Parent => {
  const ports = new Map<number, RelayedPort>()
  // To a parent that is gone nothing can be said; 'disconnect' tells of it.
  const send = (message: FromService) => void process.send?.(message, undefined, undefined, () => {})
  process.on('message', (raw) => {
    const message = toService.parse(raw)
    switch (message.type) {
      case 'port':
        if (message.port !== undefined) {
          const port = relayedPort(message.port, send)
          ports.set(message.port, port)
          handlers.port(port)
        }
        break
      case 'relay':
        ports.get(message.port)?.receive(message.data)
        break
      case 'port-closed':
        ports.get(message.port)?.end()
        ports.delete(message.port)
        break
      default:
        handlers.message(message)
    }
  })
  process.on('disconnect', handlers.gone)
  return { send }
}

type RelayedPort = Port & { receive(data: unknown): void; end(): void }

const relayedPort = (port: number, send: (message: FromService) => void): RelayedPort => {
  const events = new EventTarget()
  return {
    postMessage: (data) => send({ type: 'relay', port, data }),
    addEventListener: (type, listener) => events.addEventListener(type, listener),
    start: () => {},
    close: () => {},
    receive: (data) => events.dispatchEvent(new MessageEvent('message', { data })),
    end: () => events.dispatchEvent(new Event('close')),
  }
}
