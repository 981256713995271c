/**
 * Calls and events over a message port: `serve` on the side that does the work, `connect` on the other. Every request is parsed by
 * the call's argument schema; a `Failure` crosses with its code and values, a bug only as an opaque error, logged where it happened.
 */
import type { z } from 'zod'
import { Failure, type FailureCode, type FailureParams, failureCodes } from '../core/failure.ts'
import type { Desk, Events } from './contract.ts'

/** What is needed of a port; a browser's or Node's `MessagePort` is one. A 'close' event says that the other side is gone. */
export interface Port {
  postMessage(message: unknown): void
  /** The content of a message stands in its event's `data`. */
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void
  start(): void
  close(): void
}

/** The same calls from another process: each one asynchronous. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
}

/** The same calls where they are answered: each one may take its time. */
export type Handlers<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<Awaited<R>> : never
}

export type Schemas<T> = {
  [K in keyof T]: z.ZodType<T[K] extends (...args: infer A) => unknown ? A : never>
}

export type Server = {
  /** Pushes an event to the other side. */
  emit<K extends keyof Events>(event: K, data: Events[K]): void
  close(): void
}

export type Connection<T = Desk> = {
  /** Calls fail with `Failure`; with 'service-gone' when the port closes before the answer. */
  workbench: Remote<T>
  /** Hears an event until the returned function is called. */
  on<K extends keyof Events>(event: K, listener: (data: Events[K]) => void): () => void
  /** Called once when the other side is gone or `close` was called, after the pending calls were rejected. */
  onClose(listener: () => void): void
  close(): void
}

type Request = { id: number; call: string; args: unknown[] }
type Answer = { id: number } & (
  | { value: unknown }
  | { failure: { code: FailureCode; params: FailureParams } }
  | { bug: string }
)
type Push = { event: keyof Events; data: unknown }

/**
 * Answers the calls that come through a port.
 * @param logBug is told of every error that is no `Failure`
 */
export const serve = <T extends object>(
  port: Port,
  handlers: Handlers<T>,
  schemas: Schemas<T>,
  logBug: (error: unknown, call: string) => void = (error, call) => console.error(`Bug in ${call}:`, error),
): Server => {
  const post = (answer: Answer) => port.postMessage(answer)
  const answer = async ({ id, call, args }: Request) => {
    try {
      post({ id, value: await perform(handlers, schemas, call, args) })
    } catch (error) {
      if (error instanceof Failure) return post({ id, failure: { code: error.code, params: error.params } })
      logBug(error, call)
      post({ id, bug: call })
    }
  }
  port.addEventListener('message', (event) => {
    const data = dataOf(event)
    if (isRequest(data)) void answer(data)
  })
  port.start()
  return {
    emit: (event, data) => port.postMessage({ event, data } satisfies Push),
    close: () => port.close(),
  }
}

/** The other side of `serve`. */
export const connect = <T extends object = Desk>(port: Port): Connection<T> => {
  const pending = new Map<
    number,
    { call: string; resolve: (value: unknown) => void; reject: (reason: Error) => void }
  >()
  const listeners = new Map<string, Set<(data: never) => void>>()
  const closeListeners: (() => void)[] = []
  let closed = false
  let calls = 0

  const call = (name: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new Failure('service-gone'))
      calls += 1
      port.postMessage({ id: calls, call: name, args } satisfies Request)
      pending.set(calls, { call: name, resolve, reject })
    })

  const gone = () => {
    if (closed) return
    closed = true
    for (const { reject } of pending.values()) reject(new Failure('service-gone'))
    pending.clear()
    for (const listener of closeListeners) listener()
  }

  port.addEventListener('message', (event) => {
    const data = dataOf(event)
    if (isPush(data)) {
      for (const listener of listeners.get(data.event) ?? []) listener(data.data as never)
    } else if (isAnswer(data)) {
      const waiting = pending.get(data.id)
      pending.delete(data.id)
      if ('value' in data) waiting?.resolve(data.value)
      else waiting?.reject(errorOf(data))
    }
  })
  port.addEventListener('close', gone)
  port.start()

  return {
    workbench: remote<T>(call),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener))
      return () => set.delete(listener)
    },
    onClose: (listener) => closeListeners.push(listener),
    close() {
      port.close()
      gone()
    },
  }
}

/** The calls' names are known only to the type, so the object answers to every name (but not to `then`: it is no promise). */
const remote = <T extends object>(call: (name: string, args: unknown[]) => Promise<unknown>) =>
  new Proxy({} as Remote<T>, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => call(name, args) : undefined,
  })

const perform = <T extends object>(
  handlers: Handlers<T>,
  schemas: Schemas<T>,
  call: string,
  args: unknown[],
): unknown => {
  const schema = Object.hasOwn(schemas, call) ? schemas[call as keyof T] : undefined
  const handler = schema && handlers[call as keyof T]
  if (!schema || typeof handler !== 'function') throw new Failure('bad-request', { reason: `no call ${call}` })
  const parsed = schema.safeParse(args)
  if (!parsed.success) throw new Failure('bad-request', { reason: `${call}: ${firstIssue(parsed.error)}` })
  return Reflect.apply(handler, handlers, parsed.data)
}

const firstIssue = ({ issues: [issue] }: z.ZodError) => `${issue?.path.join('/')} ${issue?.message}`

const errorOf = (answer: Extract<Answer, { failure: unknown } | { bug: unknown }>): Error =>
  'failure' in answer
    ? new Failure(answer.failure.code, answer.failure.params)
    : new Error(`A bug in the service: ${answer.bug}`)

// Envelopes are checked by hand: they come with every message, and the payload has its schema.
const dataOf = (event: object): unknown => ('data' in event ? event.data : undefined)

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null

const isRequest = (data: unknown): data is Request =>
  isObject(data) && typeof data.id === 'number' && typeof data.call === 'string' && Array.isArray(data.args)

const isPush = (data: unknown): data is Push => isObject(data) && typeof data.event === 'string'

const isAnswer = (data: unknown): data is Answer =>
  isObject(data) &&
  typeof data.id === 'number' &&
  ('value' in data || typeof data.bug === 'string' || (isObject(data.failure) && isFailureCode(data.failure.code)))

const isFailureCode = (code: unknown): boolean => failureCodes.some((known) => known === code)
