/** How a run ended, for scripts. Where several apply, the highest is given. */
import { Failure, type FailureCode } from '../core/failure.ts'
import type { Verdict } from '../core/finding.ts'

export const exitCodes = {
  fine: 0,
  findings: 1,
  /** The command line itself: unknown options, missing arguments, names that exclude each other. */
  usage: 2,
  /** The input was looked at and is not taken. */
  refused: 3,
  /** The input or the machine did not allow it: not there, held, full; or a bug. */
  failed: 4,
  // What shells report for a program that a signal ended.
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const highest = (codes: readonly ExitCode[]): ExitCode =>
  codes.reduce((high, code) => (code > high ? code : high), exitCodes.fine as ExitCode)

export const exitCodeOfVerdict: Record<Verdict, ExitCode> = {
  accept: exitCodes.fine,
  report: exitCodes.findings,
  refuse: exitCodes.refused,
}

const ofFailure: Partial<Record<FailureCode, ExitCode>> = {
  'not-a-project': exitCodes.refused,
  'newer-project': exitCodes.refused,
  'damaged-project': exitCodes.refused,
  'refused-bundle': exitCodes.refused,
  'refused-codebook': exitCodes.refused,
  'unreadable-article': exitCodes.refused,
  'bad-request': exitCodes.usage,
}

export const exitCodeOf = (error: unknown): ExitCode =>
  (error instanceof Failure ? ofFailure[error.code] : undefined) ?? exitCodes.failed
