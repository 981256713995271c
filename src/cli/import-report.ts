/** What an import did, for programs and for people. */

import { importLines as linesOf, problemSentence } from '../i18n/import-words.ts'
import type { Translate } from '../i18n/index.ts'
import type { ImportReport } from '../workbench/contract.ts'
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
