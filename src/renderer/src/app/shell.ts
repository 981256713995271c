/** What every part of the window works with: the calls, the cache, the window's own state, and the words. */
import type { QueryClient } from '@tanstack/react-query'
import type { Annotation } from '../../../core/annotation.ts'
import type { Finding } from '../../../core/finding.ts'
import type { OpenTask } from '../../../core/open-tasks.ts'
import type { Progress } from '../../../core/records.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Span } from '../../../core/span.ts'
import type { Translate } from '../../../i18n/index.ts'
import type { ActantApi, Grant, ServiceState, Settings, Start } from '../../../preload/api.ts'
import type {
  AddReport,
  ArticleInput,
  CheckReport,
  CorrectionReport,
  Dependents,
  MergeReport,
  NamedMapping,
  ValidateReport,
} from '../../../workbench/contract.ts'
import type { MentionQueue } from '../actions/mention-queue.ts'
import type { AdjudicationState } from '../adjudication/state.ts'
import { type AgreementState, noAgreement } from '../agreement/state.ts'
import type { CodebookDialog } from '../codebook/dialogs.ts'
import type { SplitDialog } from '../corpus/SplitDialogs.tsx'
import { type ArticleSet, type CorpusState, noCorpus } from '../corpus/state.ts'
import type { Draft } from '../correction/draft.ts'
import type { AnnotationCache } from '../data/annotation-cache.ts'
import type { Filter } from '../data/annotation-filter.ts'
import type { Rows } from '../data/annotation-rows.ts'
import type { DeskLink } from '../data/desk.ts'
import type { ProjectView } from '../data/view.ts'
import type { ArticleEditorHandle } from '../editor/types.ts'
import type { ExchangeDialog } from '../exchange/dialog.ts'
import type { Share } from '../people/share.ts'
import type { Layout } from './layout.ts'
import type { Store } from './store.ts'
import type { Words } from './words.tsx'

export type Shell = DeskLink & {
  api: ActantApi
  platform: Start['platform']
  version: string
  queries: QueryClient
  annotations: AnnotationCache
  ui: Store<UiState>
  layout: Store<Layout>
  settings: Store<Settings>
  saving: Store<Saving>
  notices: Store<{ list: readonly Notice[] }>
  jobs: Store<{ list: readonly Job[] }>
  /** Where the analyst was in the open project, and the pause before it is kept. */
  view: { kept: ProjectView; timer: ReturnType<typeof setTimeout> | undefined }
  /** Corrections of articles' texts that are not saved, by article. */
  drafts: Map<string, Draft>
  /** Boundaries that were moved and are not written yet, and the write of those before. */
  moving: { current: Moving | undefined; timer: ReturnType<typeof setTimeout> | undefined; underWay: Promise<void> }
  /** How many imports are under way. */
  adding: { count: number }
  /** The editor on the screen, where there is one. */
  editor: { current: ArticleEditorHandle | null }
  /** Says a sentence in the language that is set now; components use `useWords` instead. */
  t: Translate
}

/** An annotation that is painted on other words than it was written on. */
export type Moving = {
  before: Annotation
  /** Ends the painting, with what stands then. */
  settle(truth: Rows): void
  /** Writes it and ends the painting. */
  write(): Promise<void>
}

/** A sentence that is said again when the language changes. */
export type Say = (words: Words) => string

export type UiState = {
  /** 'closed': the start view; 'open': a project is open. */
  phase: 'starting' | 'closed' | 'opening' | 'open'
  service: ServiceState
  articleId: string | undefined
  focusId: string | undefined
  /** The annotation whose form is open. */
  editId: string | undefined
  /** Where the form begins, if not at its first field. */
  editAt: 'chain' | undefined
  /** The articles whose text is being corrected. */
  correcting: readonly string[]
  /** A form waits for words picked in the text; called with none where the analyst leaves it. */
  pick: { done(words: Span | undefined): void } | undefined
  /** Further mentions of an actor that are being asked about. */
  queue: MentionQueue | undefined
  /** It is being decided between annotators, in place of the list of annotations. */
  adjudication: AdjudicationState | undefined
  /** The other end of a link is being chosen in the text or in the list. */
  linking: { row: Annotation; type: string } | undefined
  /** The type of the link that was made last. */
  linkType: string | undefined
  /** Links that are followed one after the other: whose they are, which is shown, and where that led. */
  trail: Trail | undefined
  /** Where links were followed from, the latest last. */
  back: readonly Place[]
  /** An annotation to bring into the window once its article is there. */
  arriving: string | undefined
  selection: Span | undefined
  /** First annotation in the window of the text: the list follows it. */
  visibleId: string | undefined
  area: Area
  hiddenTypes: readonly AnnotationType[]
  /** The annotators whose work is not shown. */
  hiddenLayers: readonly string[]
  /** How far annotators agree: whether that is shown, and of what. */
  agreement: AgreementState
  /** What the corpus is made of: whether that is shown, and of what. */
  corpus: CorpusState
  /** What is listed of the annotations; it stays from article to article, and is shown above the list. */
  filter: Filter
  /** The field that adds to the filter is shown. */
  filterOpen: boolean
  /** The words that the articles are listed by. */
  articleWords: string
  /** Only these articles are listed. */
  articleSet: ArticleSet | undefined
  /** Articles of these states are left out of the list. */
  hiddenProgress: readonly Progress['state'][]
  /** Only what is assigned to oneself is listed. */
  onlyAssigned: boolean
  /** The actor that the list of the registry stands at. */
  actorId: string | undefined
  issueId: string | undefined
  /** The id of the entry that the list of the codebook stands at, or the name of a section. */
  codebookId: string | undefined
  /** What was in focus before its chain was walked to one of its speakers. */
  walkedFrom: string | undefined
  /** What the same key would do once more, at the end of an article; good while article and focus stay. */
  onward: Onward | undefined
  find: { query: string; total: number; current: number }
  /** An import mapping that was changed and is not saved. */
  importDraft: Pick<NamedMapping, 'format' | 'mapping'> | undefined
  dialog: DialogState | undefined
  /** What the background check found in the open project. */
  damage: readonly Finding[]
  dragging: boolean
  /** What was said in passing; a new object each time, so that the same words are said again. */
  said: { say: Say } | undefined
  /** Which pane lies over the text where the window is too narrow for it to stand beside. */
  drawer: 'left' | 'right' | undefined
}

export type Onward = {
  task: OpenTask
  step: 1 | -1
  articleId: string
  focusId: string | undefined
  /** The article that has more of it. */
  to: string
}

export type Place = { articleId: string; annotationId: string }

export type Trail = { from: Place; shown: string; at: Place }

export type Area = 'articles' | 'text' | 'annotations' | 'other'

export type DialogState =
  | { kind: 'palette' }
  | { kind: 'keyboard' }
  | { kind: 'about' }
  | { kind: 'identity'; first: boolean; answer(name: string | undefined, id?: string): void }
  | { kind: 'article'; articleId: string }
  | { kind: 'paste'; text: string }
  | { kind: 'rename' }
  | { kind: 'layers' }
  | { kind: 'assign'; articleIds: readonly string[] }
  | { kind: 'share'; share: Share }
  | { kind: 'actor'; annotationId: string }
  | { kind: 'link'; annotationId: string }
  /** Without an id, a new one. */
  | { kind: 'actorDetails'; actorId: string | undefined }
  | { kind: 'actorMerge'; actorId: string }
  | { kind: 'actorRemoval'; actorId: string; dependents: Dependents }
  | { kind: 'issueDetails'; issueId: string | undefined }
  | { kind: 'issueMerge'; issueId: string }
  | { kind: 'issueRemoval'; issueId: string; dependents: Dependents }
  | { kind: 'codebook'; show: CodebookDialog }
  | { kind: 'split'; show: SplitDialog }
  | { kind: 'correction'; articleId: string; text: string; report: CorrectionReport }
  | { kind: 'confirm'; title: string; body: string; yes: string; answer(yes: boolean): void }
  | { kind: 'added'; report: AddReport }
  /** Tables whose columns are chosen before they are added with the others. */
  | { kind: 'tables'; tables: readonly Grant[]; others: readonly ArticleInput[] }
  | { kind: 'mergePreview'; files: string[]; report: MergeReport }
  /** With the step that stood last before. */
  | { kind: 'merged'; report: MergeReport; before: number | undefined }
  | ExchangeDialog
  | { kind: 'conflicts' }
  | { kind: 'duplicates' }
  | { kind: 'validated'; report: ValidateReport }
  | { kind: 'checked'; report: CheckReport }

export type Saving = {
  pending: number
  /** When the service last acknowledged a write. */
  savedAt: Date | undefined
  /** Why the last write did not come through. */
  problem: unknown
}

export type Notice = {
  id: string
  tone: 'done' | 'warning' | 'problem'
  title: Say
  body?: Say
  /** For whoever is asked for help; can be copied. */
  details?: string
  action?: { label: Say; run(): void }
}

export type Job = {
  id: string
  title: Say
  done: number
  total?: number
  subject?: string
  cancelling: boolean
  /** Where it is shown: the corner cannot be reached while a dialog is open. */
  place: 'corner' | 'dialog'
}

export const emptyUi: UiState = {
  phase: 'starting',
  service: 'ready',
  articleId: undefined,
  focusId: undefined,
  editId: undefined,
  editAt: undefined,
  correcting: [],
  pick: undefined,
  queue: undefined,
  adjudication: undefined,
  linking: undefined,
  linkType: undefined,
  trail: undefined,
  back: [],
  arriving: undefined,
  selection: undefined,
  visibleId: undefined,
  area: 'other',
  hiddenTypes: [],
  hiddenLayers: [],
  agreement: noAgreement,
  corpus: noCorpus,
  filter: [],
  filterOpen: false,
  articleWords: '',
  articleSet: undefined,
  hiddenProgress: [],
  onlyAssigned: false,
  actorId: undefined,
  issueId: undefined,
  codebookId: undefined,
  walkedFrom: undefined,
  onward: undefined,
  find: { query: '', total: 0, current: 0 },
  importDraft: undefined,
  dialog: undefined,
  damage: [],
  dragging: false,
  said: undefined,
  drawer: undefined,
}
