/** Keeps the service running: starts it again when it dies, with everything it knew, and ends it cleanly. */
import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { ServiceState } from '../preload/api.ts'
import type { FileGrant, ToService } from '../service/control.ts'
import { type ServiceProcess, startService } from './service-process.ts'

/** More deaths than this within the time, and it would only go on. */
const MOST_DEATHS = 6
const WITHIN_MS = 60_000
/** A checkpoint of a large project on a slow disk takes a while. What was acknowledged is safe in any case. */
const SHUTDOWN_LIMIT_MS = 8_000

type Start = Omit<Extract<ToService, { type: 'start' }>, 'type' | 'reopen'>

export type ServiceHost = {
  /** Resolves once calls may name the handle. */
  grant(grant: FileGrant): Promise<void>
  /** A port to the service for the page; none while it is not there, then `onState` tells when it is. */
  openPort(): MessagePortMain | undefined
  /** Tries again after 'failed'. */
  restart(): void
  /** Path of the project that is open. */
  project(): string | undefined
  stop(): Promise<void>
}

/**
 * @param start what a service has to know first, asked anew at every start
 * @param onState is told 'ready' after the first start too
 * @param onProject is told the path of the project that was opened, or nothing when it was closed
 */
export const createServiceHost = (
  start: () => Start,
  onState: (state: ServiceState) => void,
  onProject: (path: string | undefined) => void,
): ServiceHost => {
  let service: ServiceProcess | undefined
  let isReady = false
  let project: string | undefined
  let stopped: (() => void) | undefined
  let deaths: number[] = []
  const awaitingGrants = new Map<string, () => void>()

  const launch = () => {
    const process = startService()
    service = process
    process.onMessage((message) => {
      switch (message.type) {
        case 'ready':
          isReady = true
          onState('ready')
          break
        case 'granted':
          awaitingGrants.get(message.handle)?.()
          awaitingGrants.delete(message.handle)
          break
        case 'opened':
          project = message.path
          onProject(project)
          break
        case 'relay':
      }
    })
    process.onExit(died)
    process.send({ type: 'start', ...start(), ...(project && { reopen: project }) })
  }

  const died = (reason: string) => {
    service = undefined
    isReady = false
    // The next start names every grant, so nobody has to wait for an answer from this one.
    for (const resolve of awaitingGrants.values()) resolve()
    awaitingGrants.clear()
    if (stopped) return stopped()
    console.error(`The service ended: ${reason}`)
    deaths = [...deaths.filter((at) => at > Date.now() - WITHIN_MS), Date.now()]
    const isHopeless = deaths.length > MOST_DEATHS
    onState(isHopeless ? 'failed' : 'gone')
    const again = () => {
      if (!stopped) launch()
    }
    if (!isHopeless) setTimeout(again, (deaths.length - 1) * 100)
  }

  launch()

  return {
    grant: (grant) =>
      new Promise((resolve) => {
        if (!service) return resolve()
        awaitingGrants.set(grant.handle, resolve)
        service.send({ type: 'grant', grant })
      }),
    openPort() {
      if (!service || !isReady) return undefined
      const { port1, port2 } = new MessageChannelMain()
      service.serve(port1)
      return port2
    },
    restart() {
      if (service || deaths.length <= MOST_DEATHS) return
      deaths = []
      launch()
    },
    project: () => project,
    stop: () =>
      new Promise((resolve) => {
        stopped = resolve
        // One that is only starting has nothing to finish: it closes the project by itself when this process is gone. Electron
        // gives no word of it any more once the last window is closed, so that waiting for its end would never end.
        if (!service || !isReady) return resolve()
        service.send({ type: 'shutdown' })
        setTimeout(() => service?.kill(), SHUTDOWN_LIMIT_MS).unref()
      }),
  }
}
