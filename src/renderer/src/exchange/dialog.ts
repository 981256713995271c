import type { Grant } from '../../../preload/api.ts'
import type { FormatReport, ImportReport, RecognisedFiles } from '../../../workbench/contract.ts'

/** What is shown of what comes from other tools, and goes out for them. */
export type ExchangeDialog =
  /** Of files that were recognised already, where they were dropped. */
  | { kind: 'import'; found: RecognisedFiles | undefined }
  | { kind: 'imported'; report: ImportReport }
  | { kind: 'exportFormat' }
  | { kind: 'exportedFormat'; report: FormatReport; target: Grant }
