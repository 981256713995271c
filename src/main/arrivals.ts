/** Files the program was started with, asked to open by the system, or handed by a second start. */
import { resolve } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { filesIn } from './arguments.ts'

export type Arrivals = {
  /** The files that came so far; each is given out once. */
  take(): string[]
  /** Told when files came later, or the program was started again without any. */
  onMore(handler: () => void): void
}

const handedOver = z.object({ files: z.array(z.string().min(1)) })

/** To be called before the program is ready; nothing where another instance runs already, which has been handed the files. */
export const onlyInstance = (): Arrivals | undefined => {
  const files = filesIn(process.argv, Boolean(process.defaultApp), process.cwd())
  if (!app.requestSingleInstanceLock({ files })) return undefined
  let waiting = files
  let tell = () => {}
  app.on('second-instance', (_, __, ___, data) => {
    const parsed = handedOver.safeParse(data)
    if (parsed.success) waiting.push(...parsed.data.files)
    tell()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    waiting.push(resolve(path))
    tell()
  })
  return {
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    onMore(handler) {
      tell = handler
    },
  }
}
