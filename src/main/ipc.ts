/** Answers the page: the sender is checked and the arguments are parsed before anything is done. */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { z } from 'zod'
import type { Calls, Messages, Pushes } from '../preload/channels.ts'
import { callSchemas, messageSchemas } from './requests.ts'
import { isTrusted, refuse } from './security.ts'

export type CallHandlers = {
  [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => Awaited<ReturnType<Calls[K]>> | Promise<Awaited<ReturnType<Calls[K]>>>
}
export type MessageHandlers = { [K in keyof Messages]: (...args: Messages[K]) => void }

export const answerPage = (calls: CallHandlers, messages: MessageHandlers) => {
  for (const name of keysOf(callSchemas)) answerCall(name, callSchemas, calls)
  for (const name of keysOf(messageSchemas)) hearMessage(name, messageSchemas, messages)
}

/** Tells the page something, if there still is one. */
export const push = <K extends keyof Pushes>(page: WebContents, name: K, ...args: Pushes[K]) => {
  if (!page.isDestroyed()) page.send(name, ...args)
}

type Schemas<H> = { [K in keyof H]: z.ZodType<H[K] extends (...args: infer A) => unknown ? A : never> }

const answerCall = <H extends CallHandlers, K extends keyof H & string>(name: K, schemas: Schemas<H>, handlers: H) =>
  ipcMain.handle(name, (event, ...args: unknown[]) => {
    const parsed = check(event, name, schemas[name], args)
    if (!parsed) throw new Error(`${name} was refused`)
    return Reflect.apply(handlers[name] as Handler, undefined, parsed)
  })

const hearMessage = <H extends MessageHandlers, K extends keyof H & string>(
  name: K,
  schemas: Schemas<H>,
  handlers: H,
) =>
  ipcMain.on(name, (event, ...args: unknown[]) => {
    const parsed = check(event, name, schemas[name], args)
    if (parsed) Reflect.apply(handlers[name] as Handler, undefined, parsed)
  })

type Handler = (...args: unknown[]) => unknown

const check = <A>(event: IpcMainEvent | IpcMainInvokeEvent, name: string, schema: z.ZodType<A>, args: unknown) => {
  if (!isTrusted(event)) return refuse('message', `${name} from ${event.senderFrame?.url}`)
  const parsed = schema.safeParse(args)
  if (!parsed.success) return refuse('message', `${name}: ${parsed.error.message}`)
  return parsed.data
}

const keysOf = <T extends object>(object: T) => Object.keys(object) as (keyof T)[]
