/** What an import did, for programs and for people. */

import { importLines as linesOf, problemSentence } from '../i18n/import-words.ts'
import type { Translate } from '../i18n/index.ts'
import type { ImportReport } from '../workbench/contract.ts'
import { type ExitCode, exitCodes, highest } from './exit-codes.ts'
import { failureSentence } from './sentences.ts'

export const importResult = (t: Translate, { mapping, added, files }: ImportReport, dryRun: boolean) => ({
  dryRun,
  mapping,
  added,
  files: files.map(({ failure, problems, ...file }) => ({
    ...file,
    problems: problems.map((problem) => ({ ...problem, message: problemSentence(t, problem) })),
    ...(failure && { reason: failureSentence(t, failure) }),
  })),
})

/** A damaged file can have a problem a line. */
const MANY_PROBLEMS = 20

export const importLines = (t: Translate, report: ImportReport, dryRun: boolean): string[] =>
  linesOf(t, report, dryRun, MANY_PROBLEMS)

/** Refused where a file was, findings where something is damaged or lost its place. */
export const importCode = ({ files }: ImportReport): ExitCode =>
  highest(
    files.map(({ outcome, problems, orphans }): ExitCode => {
      if (outcome === 'refused') return exitCodes.refused
      return problems.length > 0 || orphans > 0 ? exitCodes.findings : exitCodes.fine
    }),
  )
