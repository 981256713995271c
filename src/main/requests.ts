/** The arguments of everything the page may ask of the main process. */
import { z } from 'zod'
import { type MenuItem, menuRoles } from '../preload/api.ts'
import type { Calls, Messages } from '../preload/channels.ts'
import { changeable } from './settings.ts'

const MOST_JSON = 64 * 1024
const MOST_DEEP = 6

const label = z.string().max(1000)
const handle = z.uuid()
/** Any JSON of bounded size. */
const smallJson = z.json().refine((value) => JSON.stringify(value).length <= MOST_JSON, 'too large')

const menuItem = (depth: number): z.ZodType<MenuItem> =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('separator') }),
    z.strictObject({
      type: z.literal('command'),
      id: z.string().min(1).max(200),
      label,
      accelerator: z.string().min(1).max(100).optional(),
      enabled: z.boolean().optional(),
      checked: z.boolean().optional(),
    }),
    z.strictObject({ type: z.literal('role'), role: z.enum(menuRoles), label: label.optional() }),
    z.strictObject({
      type: z.literal('submenu'),
      label,
      items: depth > 0 ? z.array(menuItem(depth - 1)).max(500) : z.never(),
      enabled: z.boolean().optional(),
    }),
  ])

const menuItems = z.array(menuItem(MOST_DEEP)).max(500)

const question = z.strictObject({
  kind: z.enum(['question', 'warning', 'error']),
  message: z.string().max(10_000),
  detail: z.string().max(10_000).optional(),
  buttons: z.array(label).min(1).max(6),
  default: z.int().min(0).optional(),
  cancel: z.int().min(0).optional(),
})

export const callSchemas: { [K in keyof Calls]: z.ZodType<Parameters<Calls[K]>> } = {
  start: z.tuple([]),
  pick: z.tuple([
    z.enum([
      'articles',
      'annotated',
      'folder',
      'project',
      'bundles',
      'codebook',
      'new-project',
      'save-copy',
      'export',
      'export-codebook',
      'export-figures',
      'export-data',
      'export-folder',
      'export-account',
    ]),
    z.strictObject({
      title: label.optional(),
      button: label.optional(),
      defaultName: label.optional(),
      filter: label.optional(),
      allFiles: label.optional(),
      secondFilter: label.optional(),
      extension: z
        .string()
        .regex(/^[a-z0-9]{1,16}$/)
        .optional(),
    }),
  ]),
  dropped: z.tuple([z.array(z.string().min(1)).max(100_000)]),
  settings: z.tuple([]),
  changeSettings: z.tuple([
    z.strictObject({
      language: changeable.language.nullish(),
      theme: changeable.theme.nullish(),
      textSize: changeable.textSize.nullish(),
      identity: changeable.identity.nullish(),
      layout: smallJson.optional(),
      forgetRecents: z.union([z.literal('all'), handle]).optional(),
    }),
  ]),
  view: z.tuple([z.uuid()]),
  contextMenu: z.tuple([menuItems]),
  ask: z.tuple([question]),
  copyText: z.tuple([z.string().max(100_000_000)]),
}

export const messageSchemas: { [K in keyof Messages]: z.ZodType<Messages[K]> } = {
  ready: z.tuple([]),
  requestPort: z.tuple([]),
  keepView: z.tuple([z.uuid(), smallJson]),
  setMenu: z.tuple([z.strictObject({ items: menuItems })]),
  setEdited: z.tuple([z.boolean()]),
  showInFolder: z.tuple([handle]),
  closingHeard: z.tuple([]),
  closingAnswer: z.tuple([z.boolean()]),
  close: z.tuple([]),
}
