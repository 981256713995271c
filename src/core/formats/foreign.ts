/**
 * What another tool's file says, before anybody has decided which of it become actors, positions and claims. Every reader of
 * such files answers with this. Offsets are UTF-16 code units of `text`.
 */
import type { ArticleMetadata } from '../article.ts'
import type { ForeignObject } from '../schema.ts'
import type { Span } from '../span.ts'
import type { OffsetsFound } from './offset-unit.ts'

export type ForeignDocument = {
  /** How the file or the record calls it. */
  name: string
  text: string
  /** The article of the project that this is, where the file says something about one that is there already. */
  articleId?: string
  spans: ForeignSpan[]
  relations: ForeignRelation[]
  /** What a tokenised format takes for words, and for sentences. */
  tokens?: Span[]
  sentences?: Span[]
  metadata?: ForeignMetadata
}

/** What the file says about a text; `more` is what the model has no member for. */
export type ForeignMetadata = Pick<
  ArticleMetadata,
  'title' | 'author' | 'outlet' | 'publishedAt' | 'url' | 'language'
> & { more?: ForeignObject }

/** Somebody or something that a feature of a layer names, with what the file says besides. */
export type ForeignEntity = {
  layer: string
  feature: string
  name: string
  /** Under which other entity of the same feature it stands, by name. */
  parent?: string
  aliases?: string[]
  note?: string
  /** What the model has no member for. */
  more?: ForeignObject
}

/** What the file says of a kind of span; `parent` is the layer above it. */
export type ForeignLayer = { layer: string; parent?: string; color?: string; definition?: string }

export type ForeignValue = string | number | boolean

export type ForeignSpan = {
  /** Unique in the document. */
  id: string
  /** The tool's name for this kind of span: a type, a layer, a label. */
  layer: string
  /** In text order, disjoint. A place without words has one fragment of no length. */
  fragments: Span[]
  features: Record<string, ForeignValue>
  /** Who made it, where the file says so. */
  annotator?: string
  note?: string
  /** Spans of one unit say several things about one place: where they become one type they are one annotation. */
  unit?: string
}

export type ForeignRelation = {
  id: string
  layer: string
  /** Ids of spans. */
  from: string
  to: string
  features: Record<string, ForeignValue>
  annotator?: string
  note?: string
}

/** Where in the file something stands: a line, or in JSON an entry; both from 1. */
export type ForeignPlace = { line: number } | { entry: number }

/** What could not be read, and where; the rest was. */
export type ForeignProblem = ForeignPlace & { reason: ForeignReason; detail?: string }

export const foreignReasons = [
  /** The file is of another format. */
  'format',
  'columns',
  /** Offsets outside the text, inside a character, or not in order. */
  'offsets',
  /** The quote is not what stands at the offsets, whichever way they are counted. */
  'quote',
  /** Several places fit a quote. */
  'ambiguous',
  /** What is referred to is not there. */
  'reference',
  'value',
  /** An id stands twice. */
  'twice',
  /** The words are in the file, the spaces between them are not: they were made up. Said once a file. */
  'spaces',
  /** Something has one value already, and this is another. */
  'several-values',
  /** The text that is annotated is not in the file, nor beside it. */
  'no-text',
  /** Nor among the articles of the project. */
  'no-article',
  /** Several articles of the project could be meant. */
  'several-articles',
] as const
export type ForeignReason = (typeof foreignReasons)[number]

/** Without documents nothing of the file can be taken; `offsets` says how its offsets were found to be counted. */
export type ForeignFile = {
  documents: ForeignDocument[]
  problems: ForeignProblem[]
  offsets?: OffsetsFound
  entities?: ForeignEntity[]
  layers?: ForeignLayer[]
  /** What stands in the file and is not read, by the names that it has there. */
  unread?: { what: string; count: number }[]
}

/** A text as it is given to a reader: decoded, with its byte order mark and its line ends. */
export type ForeignText = {
  /** Bare name. */
  name: string
  content: string
  /** The files that the reader asked for beside it, by bare name, as far as they are there. */
  beside: ReadonlyMap<string, string>
  /** For what stands neither in the file nor beside it. */
  articles: KnownArticles
}

/** An article of the project with its text as it is now. */
export type KnownArticle = { articleId: string; name: string; text: string }

/** The articles of the project that a file is imported into. */
export type KnownArticles = {
  /** Those that an address, an identity (`urn:sha256:…`) or the name of a file can mean. */
  called(source: string): KnownArticle[]
  all(): Iterable<KnownArticle>
}

/** Where there is no project. */
export const noArticles: KnownArticles = { called: () => [], all: () => [] }

export type ForeignCell = string | number | null
export type ForeignRow = Readonly<Record<string, ForeignCell>>

/** A database as it is given to a reader: of the tables that it asked for those that are there, with their rows by columns. */
export type ForeignTables = { name: string; tables: ReadonlyMap<string, readonly ForeignRow[]> }

/** An archive as it is given to a reader: unpacked within limits, file by file, when it is asked for. */
export type ForeignArchive = {
  name: string
  names: readonly string[]
  /** Nothing where there is no such file. Throws where the archive is damaged or overblown: that is not the reader's to catch. */
  read(name: string): Uint8Array | undefined
}

export type ForeignReader = {
  id: string
  title: string
  /** Without a dot; in a folder only such files are taken. */
  extensions: readonly string[]
  /** Whether a file that is called so begins like one of the format; without it the name is enough. */
  fits?(opening: string): boolean
  /** Bare names of the files beside one that can belong to it, by its own name and by what stands in it. */
  beside?(name: string, content: string): string[]
} & (TextReader | TablesReader | ArchiveReader)

/** Of files of text. No reader throws on content. */
export type TextReader = {
  takes: 'text'
  read(source: ForeignText): ForeignFile
}

/** Of SQLite databases: they are opened by those who may, and the reader is given rows. */
export type TablesReader = {
  takes: 'tables'
  /** The columns it wants to see, by table; those that are not there are left out. */
  tables: Readonly<Record<string, readonly string[]>>
  read(source: ForeignTables): ForeignFile
}

/** Of ZIP archives. */
export type ArchiveReader = { takes: 'archive'; read(source: ForeignArchive): ForeignFile }
