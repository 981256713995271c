/**
 * What a format for trainers and other tools is. A writer is given one article after the other and answers with pieces of
 * files, so that a corpus larger than memory goes through; what it cannot say it tells the ledger.
 */
import type { Annotation } from '../../annotation.ts'
import type { Article } from '../../article.ts'
import type { Code } from '../../codebook.ts'
import type { IndexedText } from '../../offsets.ts'
import type { Link, RecordKind } from '../../records.ts'
import type { AnnotationType } from '../../schema.ts'
import type { Ledger } from './ledger.ts'
import type { Names } from './names.ts'
import type { OutOptions, TakenOptions } from './options.ts'
import type { Renaming } from './renaming.ts'

/** One article with what was chosen of its annotations; offsets in code points, in canonical order, every quote checked. */
export type OutDocument = {
  article: Article
  /** The article's text, to convert offsets for formats that count otherwise. */
  index: IndexedText
  annotations: Annotation[]
  /** All of the article's annotations, to look up what the chosen ones refer to. */
  everything: Annotation[]
  /** Links from annotations of this article. */
  links: Link[]
  /** Which side of the split; absent where nothing is split. */
  split?: string
}

export const formatIds = [
  'hf',
  'spacy',
  'brat',
  'iob2',
  'doccano',
  'labelstudio',
  'csv-claims',
  'csv-positions',
  'w3c',
  'graphml',
  'network-csv',
  'webanno-tsv',
  'cas-json',
  'qdpx',
] as const
export type FormatId = (typeof formatIds)[number]

/** What is known before the first article. */
export type OutSetting = {
  project: { id: string; title: string }
  /** Digest of the bundle of the same state of the whole project. */
  state: string
  /** Digest of the codebook's canonical text. */
  codebook: string
  names: Names
  /** The whole codebook's, also merged ones. */
  codes: readonly Code[]
  options: OutOptions
  /** Absent where no mapping was given. */
  renaming?: Renaming | undefined
  /** How articles were split, in words; absent where they were not. */
  split?: SplitNote | undefined
}

/** `name`: under which it is written down in the project. */
export type SplitNote = {
  name?: string | undefined
  shares: number[]
  seed: number
  stratify?: string | undefined
  duplicateGroups: number
}

/** A part of a file, in words or in bytes; pieces of one file come in order. */
export type Piece = { file: string; text: string } | { file: string; bytes: Uint8Array }

export type OutWriter = {
  document(document: OutDocument): Iterable<Piece>
  /**
   * Asked for after the last article, by a format that says of an article several things in different places of one file. Each of
   * these is given the same articles once more, one after the other; the ledger is told nothing then.
   */
  later?(): readonly ((document: OutDocument) => Iterable<Piece>)[]
  end?(): Iterable<Piece>
}

/** Members of records that a format carries, by kind: of an annotation's body as `body.stance`. */
export type Carried = Partial<Record<RecordKind, readonly string[]>>

export type OutFormat = {
  id: FormatId
  /** What people call it. */
  title: string
  extension: string
  /** 'folder' where it is always several files; else one file, unless the articles are split. */
  shape: 'file' | 'folder'
  unit: 'codepoint' | 'utf16' | 'token' | 'none'
  types: readonly AnnotationType[]
  /** Of these the ones that go out where nobody says; all of them where it is absent. */
  usualTypes?: readonly AnnotationType[]
  /** What can be chosen of how it is written. */
  options: TakenOptions
  splits: boolean
  /** Whether it says who annotated. */
  people: boolean
  carries(options: OutOptions): Carried
  writer(setting: OutSetting, ledger: Ledger): OutWriter
}

/** The file of a split, or the only one. */
export const fileOf = (document: OutDocument, extension: string): string => `${document.split ?? 'data'}.${extension}`
