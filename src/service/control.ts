/**
 * What the main process and the service tell each other, beside the calls that go through ports. The service's parent is either
 * Electron (ports are transferred) or plain Node (ports are numbered, their messages wrapped in 'relay').
 */
import { z } from 'zod'

/** What a granted file may be used for. */
export const purposes = ['project', 'bundle', 'article', 'folder', 'target'] as const
export type Purpose = (typeof purposes)[number]

const path = z.string().min(1)
const grant = z.object({ handle: z.string().min(1), path, purpose: z.enum(purposes) })
export type FileGrant = z.infer<typeof grant>

export const toService = z.discriminatedUnion('type', [
  /** First of all, once. Answered by 'ready'. */
  z.object({
    type: z.literal('start'),
    grants: z.array(grant),
    /** Where the sample project lies or is to be made, from which bundle. */
    sample: z.object({ project: path, bundle: path }).optional(),
    /** Who worked here before the service had to be started again. */
    identity: z.object({ id: z.string(), name: z.string() }).optional(),
    /** The project that was open then. */
    reopen: path.optional(),
  }),
  /** Answered by 'granted', after which calls may name the handle. */
  z.object({ type: z.literal('grant'), grant }),
  /** A client: its port is transferred with the message, or is the number here. */
  z.object({ type: z.literal('port'), port: z.number().optional() }),
  z.object({ type: z.literal('relay'), port: z.number(), data: z.unknown() }),
  z.object({ type: z.literal('port-closed'), port: z.number() }),
  /** A reader process that was asked for: the way to it is transferred with the message. */
  z.object({ type: z.literal('reader'), reader: z.number() }),
  z.object({ type: z.literal('reader-ended'), reader: z.number(), end: z.enum(['too-much-memory', 'crashed']) }),
  /** Close the project and end. */
  z.object({ type: z.literal('shutdown') }),
])
export type ToService = z.infer<typeof toService>

export const fromService = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('granted'), handle: z.string() }),
  z.object({ type: z.literal('relay'), port: z.number(), data: z.unknown() }),
  /** Under Electron only the main process can start another one. The number is the service's own. */
  z.object({ type: z.literal('start-reader'), reader: z.number() }),
  z.object({ type: z.literal('end-reader'), reader: z.number() }),
  /** Another project is open now, or none. */
  z.object({ type: z.literal('opened'), path: path.optional() }),
])
export type FromService = z.infer<typeof fromService>
