/** Files named on the command line, `-` among them: what comes on stdin is put into a temporary file for the time of the work. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { addAbortSignal, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../core/failure.ts'
import { bundleLimit } from '../core/limits.ts'
import { type Context, complain, remark } from './context.ts'
import { type ExitCode, exitCodeOf, highest } from './exit-codes.ts'
import { fileFailure, unreadable } from './file-failure.ts'
import { failureSentence } from './sentences.ts'
import { wrongUse } from './stop.ts'

/** `name` is what the person wrote, `path` what to read. */
export type Input = { name: string; path: string }

export type StdinForm = {
  /** The file name that stdin's content is given; its extension says what kind of file it is. */
  name: string
  /** Bytes; a little more is kept, so that whoever reads the file sees that it is too large. */
  limit: number
}

export const bundleForm: StdinForm = { name: 'stdin.json', limit: bundleLimit }

const STDIN = '-'

export const withInputs = async <T>(
  context: Context,
  names: readonly string[],
  form: StdinForm,
  work: (inputs: Input[]) => Promise<T>,
): Promise<T> => {
  if (!names.includes(STDIN)) return work(names.map((name) => ({ name, path: name })))
  if (names.indexOf(STDIN) !== names.lastIndexOf(STDIN)) throw wrongUse(context.t('cli.usage.stdinTwice'))
  return withTemporaryFolder(async (folder) => {
    const path = join(folder, basename(form.name))
    await keepStdin(context, path, form.limit)
    return work(names.map((name) => ({ name, path: name === STDIN ? path : name })))
  })
}

/**
 * Says of each file that cannot be read why, and leaves it out.
 * @returns the others, and the exit code the failures ask for
 */
export const readable = async (context: Context, inputs: Input[]): Promise<{ inputs: Input[]; code: ExitCode }> => {
  const failures = await Promise.all(inputs.map(({ path }) => unreadable(path)))
  const code = highest(failures.flatMap((failure) => (failure ? [exitCodeOf(failure)] : [])))
  for (const failure of failures) {
    if (failure) await complain(context, failure.code, failureSentence(context.t, failure))
  }
  return { inputs: inputs.filter((_, index) => !failures[index]), code }
}

export const withTemporaryFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'actant-')).catch((error) => {
    throw fileFailure(error, tmpdir())
  })
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Gives a report back the names that the person wrote. */
export const renamed = <F extends { file: string }>(files: readonly F[], inputs: readonly Input[]): F[] => {
  const names = new Map(inputs.map(({ name, path }) => [path, name]))
  return files.map((file) => ({ ...file, file: names.get(file.file) ?? file.file }))
}

const keepStdin = async (context: Context, path: string, limit: number) => {
  const { stdin, signal, t } = context
  if (stdin.isTTY) await remark(context, t('cli.stdin.waiting'))
  try {
    await pipeline(atMost(addAbortSignal(signal, stdin), limit), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    if (signal.aborted) throw new Failure('cancelled')
    throw fileFailure(error, STDIN)
  } finally {
    // Whoever still writes there is not waited for.
    stdin.destroy()
  }
}

async function* atMost(stream: Readable, limit: number) {
  let read = 0
  for await (const chunk of stream) {
    yield chunk
    read += chunk.length
    if (read > limit) return
  }
}
