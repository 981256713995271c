/** What the command line itself will not or cannot do, with the sentence that says so. */
import { type ExitCode, exitCodes } from './exit-codes.ts'

export class Stop extends Error {
  /** For programs. */
  readonly code: string
  readonly exitCode: ExitCode

  constructor(code: string, sentence: string, exitCode: ExitCode) {
    super(sentence)
    this.code = code
    this.exitCode = exitCode
  }
}

/** A command line that parses but makes no sense. */
export const wrongUse = (sentence: string): Stop => new Stop('usage', sentence, exitCodes.usage)
