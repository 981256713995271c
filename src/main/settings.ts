/** What is kept between starts, in one JSON file of the program's own folder. A damaged member falls back to its default. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const MOST_RECENTS = 10
const MOST_VIEWS = 50
/** Typing in the window changes the view many times a second; the file is written once. */
const WRITE_AFTER_MS = 400

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
const identity = z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(1000) })

/** The members a window may change, each as it is kept. */
export const changeable = {
  language: z.enum(['en', 'ru']),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.number().min(60).max(300),
  identity,
}

const kept = (language: 'en' | 'ru') =>
  z
    .object({
      language: changeable.language.catch(language),
      theme: changeable.theme.catch('system'),
      textSize: changeable.textSize.catch(100),
      identity: identity.optional().catch(undefined),
      layout: z.unknown().optional(),
      /** Paths of projects, latest first. */
      recents: z.array(z.string().min(1)).catch([]),
      /** The project that was open when the program ended. */
      lastProject: z.string().min(1).optional().catch(undefined),
      window: z.object({ bounds, maximized: z.boolean() }).optional().catch(undefined),
      /** What the window wants to find again, by project id; the latest used last. */
      views: z.record(z.string(), z.unknown()).catch({}),
    })
    .catch({ language, theme: 'system', textSize: 100, recents: [], views: {} })

export type Kept = z.infer<ReturnType<typeof kept>>

export type KeptSettings = {
  get(): Kept
  /** Takes effect at once and is written soon; a member that is undefined goes back to its default. */
  change(change: Partial<Kept>): void
  /** Writes what is not written yet. */
  flush(): void
}

/** @param language what to speak until the user chooses */
export const openSettings = (file: string, language: 'en' | 'ru'): KeptSettings => {
  const schema = kept(language)
  let current = schema.parse(readJson(file))
  const defaults = schema.parse({})
  let timer: NodeJS.Timeout | undefined

  const withDefaults = (changed: Partial<Kept>): Kept => ({
    ...defaults,
    ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
  })

  const flush = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = undefined
    try {
      writeWhole(file, JSON.stringify(current))
    } catch (error) {
      console.error('Settings were not written:', error)
    }
  }

  return {
    get: () => current,
    change(change) {
      current = withDefaults({ ...current, ...change })
      timer ??= setTimeout(flush, WRITE_AFTER_MS)
    },
    flush,
  }
}

/** The recent projects after one was opened. */
export const withRecent = (recents: string[], path: string) =>
  [path, ...recents.filter((other) => other !== path)].slice(0, MOST_RECENTS)

/** The views after one was kept; those not used for longest are let go. */
export const withView = (views: Kept['views'], projectId: string, view: unknown) => {
  const { [projectId]: _, ...others } = views
  return Object.fromEntries([...Object.entries(others), [projectId, view] as const].slice(-MOST_VIEWS))
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** The old file or the new one, never a part. */
const writeWhole = (file: string, text: string) => {
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
}
