/** The service process, whichever kind this runtime can give it. */
import { spawn } from 'node:child_process'
import { type MessagePortMain, utilityProcess } from 'electron'
import { type FromService, fromService, type ToService } from '../service/control.ts'
import { nodeFile, serviceFile } from './paths.ts'
import { startReader, type UtilityReader } from './reader-process.ts'

export type ServiceProcess = {
  send(message: ToService): void
  /** Gives the service the other end of a page's port. */
  serve(port: MessagePortMain): void
  onMessage(handler: (message: FromService) => void): void
  /** Called once, when the process is gone or could not be started. */
  onExit(handler: (reason: string) => void): void
  kill(): void
}

/** better-sqlite3's binary needs Node-API 10 (Electron 35); an older runtime leaves it to a Node of its own. */
const canLoadDatabase = Number(process.versions['napi']) >= 10

export const startService = (): ServiceProcess => (canLoadDatabase ? startUtility() : startNode())

const startUtility = (): ServiceProcess => {
  const child = utilityProcess.fork(serviceFile, [], { serviceName: 'Actant', stdio: 'inherit' })
  const readers = new Map<number, UtilityReader>()
  const send = (message: ToService, ports?: MessagePortMain[]) => child.postMessage(message, ports)
  const beginReader = (reader: number) => {
    const started = startReader((end) => {
      readers.delete(reader)
      if (child.pid !== undefined) send({ type: 'reader-ended', reader, end })
    })
    readers.set(reader, started)
    send({ type: 'reader', reader }, [started.port])
  }
  child.once('exit', () => {
    for (const { kill } of readers.values()) kill()
  })
  return {
    send,
    serve: (port) => send({ type: 'port' }, [port]),
    onMessage: (handler) =>
      child.on('message', (raw) => {
        const message = fromService.parse(raw)
        if (message.type === 'start-reader') beginReader(message.reader)
        else if (message.type === 'end-reader') readers.get(message.reader)?.kill()
        else handler(message)
      }),
    onExit: (handler) => child.once('exit', (code) => handler(`exit code ${code}`)),
    kill: () => child.kill(),
  }
}

/** Ports cannot be given to a foreign process: their messages are relayed, under a number for each. */
const startNode = (): ServiceProcess => {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env
  const child = spawn(nodeFile(), [serviceFile], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const ports = new Map<number, MessagePortMain>()
  let portCount = 0
  // A message to a process that has just died is lost; its exit tells the rest.
  const send = (message: ToService) => void (child.connected && child.send(message, () => {}))

  return {
    send,
    serve(port) {
      portCount += 1
      const number = portCount
      ports.set(number, port)
      send({ type: 'port', port: number })
      port.on('message', ({ data }) => send({ type: 'relay', port: number, data }))
      port.on('close', () => {
        ports.delete(number)
        send({ type: 'port-closed', port: number })
      })
      port.start()
    },
    onMessage: (handler) =>
      child.on('message', (raw) => {
        const message = fromService.parse(raw)
        if (message.type === 'relay') ports.get(message.port)?.postMessage(message.data)
        else handler(message)
      }),
    onExit(handler) {
      let isGone = false
      const gone = (reason: string) => {
        if (isGone) return
        isGone = true
        for (const port of ports.values()) port.close()
        handler(reason)
      }
      child.once('error', (error) => gone(error.message))
      child.once('exit', (code, signal) => gone(signal ?? `exit code ${code}`))
    },
    kill: () => child.kill('SIGKILL'),
  }
}
