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
  for (const name of keysOf(callSchemas)) answerCall(name, callSchemas[name], calls[name])
  for (const name of keysOf(messageSchemas)) hearMessage(name, messageSchemas[name], messages[name])
}

/** Tells the page something, if there still is one. */
export const push = <K extends keyof Pushes>(page: WebContents, name: K, ...args: Pushes[K]) => {
  if (!page.isDestroyed()) page.send(name, ...args)
}

const answerCall = <A extends unknown[]>(name: string, schema: z.ZodType<A>, handler: (...args: A) => unknown) =>
  ipcMain.handle(name, (event, ...args: unknown[]) => {
    const parsed = check(event, name, schema, args)
    if (!parsed) throw new Error(`${name} was refused`)
    return handler(...parsed)
  })

const hearMessage = <A extends unknown[]>(name: string, schema: z.ZodType<A>, handler: (...args: A) => void) =>
  ipcMain.on(name, (event, ...args: unknown[]) => {
    const parsed = check(event, name, schema, args)
    if (parsed) handler(...parsed)
  })

const check = <A>(event: IpcMainEvent | IpcMainInvokeEvent, name: string, schema: z.ZodType<A>, args: unknown) => {
  if (!isTrusted(event)) return refuse('message', `${name} from ${event.senderFrame?.url}`)
  const parsed = schema.safeParse(args)
  if (!parsed.success) return refuse('message', `${name}: ${parsed.error.message}`)
  return parsed.data
}

const keysOf = <T extends object>(object: T) => Object.keys(object) as (keyof T)[]
