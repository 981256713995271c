/** One reader process: which files it has, and what becomes of them when it answers, hangs or dies. */
import { Failure } from '../core/failure.ts'
import type { ReadArticle } from '../readers/index.ts'
import { fromReader, type ToReader } from '../readers/messages.ts'

/** The ways to a process that was started (`readers/process.ts`). */
export type ReaderProcess = {
  send(message: ToReader): void
  onMessage(handler: (message: unknown) => void): void
  /** Called once, when the process is gone or could not be started. */
  onExit(handler: (end: ReaderEnd) => void): void
  kill(): void
}

export type ReaderEnd = 'too-much-memory' | 'crashed'

/** A file that is to be read, and who waits for it. */
export type Reading = {
  message: ToReader
  /** A process died on it that had others after it: it is tried once more, by itself. */
  suspect: boolean
  /** Nobody waits for it any more. */
  abandoned: boolean
  resolve(article: ReadArticle): void
  reject(reason: Error): void
}

export type Worker = {
  isIdle(): boolean
  canTake(reading: Reading): boolean
  take(reading: Reading): void
  /** Ends the process where nobody waits any more for what it is at. */
  dropAbandoned(): void
  end(): void
}

export type WorkerEvents = {
  /** A file is done with, and there is room for another. */
  answered(): void
  /** It is over with this process; `left` were not read. */
  ended(left: Reading[]): void
  /** The process was never there. */
  failed(error: Error, left: Reading[]): void
}

/** Small files are sent ahead, so that the process never waits for the next one; a large one goes alone. */
const MOST_AHEAD = 32
const MOST_BYTES_AHEAD = 512 * 1024

/** Milliseconds that a process may take to start, and for one file. */
export type WorkerLimits = { startMilliseconds: number; milliseconds: number }

export const createWorker = (process: ReaderProcess, limits: WorkerLimits, events: WorkerEvents): Worker => {
  let underWay: Reading[] = []
  let ready = false
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = () => {
    over = true
    clearTimeout(timer)
    process.kill()
  }

  const restart = () => {
    clearTimeout(timer)
    const first = underWay[0]
    if (ready && !first) return
    // An answer may have come while this process was held up: it is heard before it is judged.
    const most = ready ? limits.milliseconds : limits.startMilliseconds
    timer = setTimeout(() => setImmediate(() => !over && underWay[0] === first && hung(first)), most)
  }

  const hung = (first: Reading | undefined) => {
    finish()
    if (!ready || !first) return events.failed(new Error('the reader process does not start'), underWay)
    first.reject(refusal(first, { reason: 'too-slow', seconds: limits.milliseconds / 1000 }))
    events.ended(underWay.slice(1))
  }

  const died = (end: ReaderEnd) => {
    if (over) return
    finish()
    if (!ready) return events.failed(new Error('the reader process ended when it started'), underWay)
    const [first, ...others] = underWay
    if (!first) return events.ended([])
    if (others.length > 0 && !first.suspect) {
      first.suspect = true
      return events.ended(underWay)
    }
    first.reject(refusal(first, { reason: end }))
    events.ended(others)
  }

  const hear = (raw: unknown) => {
    const { data: answer } = fromReader.safeParse(raw)
    if (over) return
    if (answer && 'ready' in answer) ready = true
    else {
      const first = underWay[0]
      if (!first || answer?.id !== first.message.id) return died('crashed')
      underWay = underWay.slice(1)
      if ('article' in answer) first.resolve(answer.article)
      else if ('refused' in answer) first.reject(refusal(first, answer.refused))
      else {
        console.error(`Bug in reading ${first.message.options.fileName}:`, answer.bug)
        first.reject(refusal(first, { reason: 'crashed' }))
      }
    }
    restart()
    events.answered()
  }

  process.onMessage(hear)
  process.onExit(died)
  restart()

  return {
    isIdle: () => underWay.length === 0,
    canTake: (reading) =>
      underWay.length === 0 ||
      (underWay.length < MOST_AHEAD &&
        ![reading, ...underWay].some(({ suspect }) => suspect) &&
        [reading, ...underWay].reduce((sum, { message }) => sum + message.bytes.length, 0) <= MOST_BYTES_AHEAD),
    take(reading) {
      underWay.push(reading)
      process.send(reading.message)
      if (underWay.length === 1) restart()
    },
    dropAbandoned() {
      if (over || !underWay[0]?.abandoned) return
      finish()
      events.ended(underWay)
    },
    end: finish,
  }
}

const refusal = ({ message }: Reading, params: Record<string, string | number>): Failure =>
  new Failure('unreadable-article', { file: message.options.fileName ?? '', ...params })
