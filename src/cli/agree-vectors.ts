/** Runs a table of vectors: inputs with the values that papers, peers or an independent program give for them. */
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { runVector, type VectorData, type VectorResult, vectorFile } from '../core/agreement/vectors/index.ts'
import { Failure } from '../core/failure.ts'
import { type Context, giveResult } from './context.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { bundleForm, readable, withInputs } from './inputs.ts'
import { Stop } from './stop.ts'

/** @param folders where to look for files that the vectors name, besides the folders around the table */
export const checkVectors = (context: Context, name: string, folders: readonly string[]): Promise<ExitCode> =>
  withInputs(context, [name], bundleForm, async (given) => {
    const { inputs, code } = await readable(context, given)
    const [input] = inputs
    if (!input) return code
    const data = dataIn([...folders, ...(name === '-' ? [] : foldersAround(name))])
    const vectors: VectorResult[] = []
    for (const vector of tableIn(context, name, await readFile(input.path, 'utf8'))) {
      if (context.signal.aborted) throw new Failure('cancelled')
      vectors.push(runVector(vector, data))
    }
    await giveResult(context, { vectors: vectors.map((vector) => withSentence(vector, context)) }, () =>
      lines(vectors, context),
    )
    return vectors.every(({ pass }) => pass) ? exitCodes.fine : exitCodes.findings
  })

const tableIn = ({ t }: Context, file: string, text: string) => {
  const refused = (detail: string) =>
    new Stop('not-vectors', t('cli.agree.notVectors', { file, detail }), exitCodes.refused)
  try {
    return vectorFile.parse(JSON.parse(text)).vectors
  } catch (error) {
    if (error instanceof SyntaxError) throw refused(error.message)
    if (error instanceof z.ZodError) throw refused(z.prettifyError(error))
    throw error
  }
}

/** `error` becomes a sentence for programs that only print it. */
const withSentence = ({ error, ...vector }: VectorResult, context: Context) =>
  error ? { ...vector, error: { code: error.code, message: sentenceOf(error, context) } } : vector

const sentenceOf = ({ code, detail }: NonNullable<VectorResult['error']>, { t }: Context): string =>
  t(`cli.agree.vector.${code}`, { detail })

const lines = (vectors: readonly VectorResult[], context: Context): string[] => {
  const { t } = context
  const wide = Math.max(t('cli.agree.vector.pass').length, t('cli.agree.vector.fail').length)
  const passed = vectors.filter(({ pass }) => pass).length
  return [
    ...vectors.map((vector) => {
      const verdict = t(vector.pass ? 'cli.agree.vector.pass' : 'cli.agree.vector.fail').padEnd(wide)
      return `${verdict}  ${vector.id}${vector.pass ? '' : `  ${whyNot(vector, context)}`}`
    }),
    t('cli.agree.vector.total', { passed, total: vectors.length }),
  ]
}

const whyNot = ({ error, got, expected }: VectorResult, context: Context): string =>
  error
    ? sentenceOf(error, context)
    : context.t('cli.agree.vector.differs', { got: JSON.stringify(got), expected: JSON.stringify(expected) })

/** The table's folder, two above it, and the corpora beside them. */
const foldersAround = (file: string): string[] => {
  const own = dirname(resolve(file))
  return [own, dirname(own), dirname(dirname(own))].flatMap((folder) => [folder, join(folder, 'corpora')])
}

/** A table may name a file from further up than it was handed on with: then the end of its path is what counts. */
const dataIn =
  (folders: readonly string[]): VectorData =>
  (file) => {
    const names = file.split('/')
    if (names.includes('..')) return undefined
    for (const from of names.keys()) {
      for (const folder of folders) {
        const path = join(folder, ...names.slice(from))
        if (statSync(path, { throwIfNoEntry: false })?.isFile()) return readFileSync(path, 'utf8')
      }
    }
    return undefined
  }
