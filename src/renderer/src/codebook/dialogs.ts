/** The dialogs of the codebook, as the window's state names them. */
import type { AnnotationType } from '../../../core/schema.ts'
import type { CodebookReport, Dependents } from '../../../workbench/contract.ts'
import type { Entry } from './entries.ts'

export type CodebookDialog =
  /** Without an id, a new one. */
  | { kind: 'code'; codeId: string | undefined; type: AnnotationType; parent: string | undefined }
  | { kind: 'attribute'; attributeId: string | undefined; type: AnnotationType }
  | { kind: 'linkType'; linkTypeId: string | undefined }
  | { kind: 'merge'; codeId: string }
  | { kind: 'removal'; entry: Entry; dependents: Dependents }
  /** The codes of the annotation in focus. */
  | { kind: 'picker' }
  | { kind: 'imported'; file: string; report: CodebookReport }
