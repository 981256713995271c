/**
 * Records between the program (UTF-16 offsets, the order a person made) and bundles (code points, canonical order).
 * Every quote is checked on the way out and on the way in: no offset is ever believed without its quote.
 */
import type { Annotation } from './annotation.ts'
import type { Article } from './article.ts'
import { blockOrder, byCodeUnit, inOrder, markOrder } from './canonical.ts'
import { Failure } from './failure.ts'
import { mapLooseGroups } from './fragments.ts'
import { type IndexedText, indexText } from './offsets.ts'
import type { RecordKind, RecordOf } from './records.ts'
import { faultsOf, inUtf16 } from './settle.ts'
import type { Fragment } from './span.ts'

/** A record with its kind. */
export type Entry = { [K in RecordKind]: { kind: K; record: RecordOf[K] } }[RecordKind]

/**
 * A record as a bundle carries it. `text` is the text of an annotation's article; without it (the article is not there)
 * offsets stay as they are, both ways. Fails with 'damaged-project' where a quote is not at its offsets.
 */
export const toExchange = (entry: Entry, text?: IndexedText): Entry => {
  if (entry.kind === 'article') return { kind: 'article', record: articleToExchange(entry.record) }
  if (entry.kind === 'annotation') return { kind: 'annotation', record: annotationToExchange(entry.record, text) }
  return sorted(entry)
}

/** A bundle's record as the program keeps it; the opposite of `toExchange`. Quotes must have been settled (`settle.ts`). */
export const toInternal = (entry: Entry, text?: IndexedText): Entry => {
  if (entry.kind === 'article') return { kind: 'article', record: articleToInternal(entry.record) }
  if (entry.kind === 'annotation') return { kind: 'annotation', record: annotationToInternal(entry.record, text) }
  return entry
}

/** Layout in code points and canonical order. */
export const articleToExchange = (article: Article): Article => {
  const { toCodePoint } = indexText(article.text)
  const { blocks, marks } = mapLayout(article, toCodePoint)
  return { ...article, blocks: inOrder(blocks, blockOrder), marks: inOrder(marks, markOrder) }
}

/** Layout in UTF-16 code units. */
export const articleToInternal = (article: Article): Article => {
  const { toUtf16 } = indexText(article.text)
  return { ...article, ...mapLayout(article, toUtf16) }
}

/** Target, cues and condition in code points; bare ids in canonical order. */
export const annotationToExchange = (annotation: Annotation, text?: IndexedText): Annotation => {
  if (!text) return sortedAnnotation(annotation)
  checkQuotes(annotation, text)
  return sortedAnnotation(mapAnnotation(annotation, text.toCodePoint))
}

/** Target, cues and condition in UTF-16 code units. */
export const annotationToInternal = (annotation: Annotation, text?: IndexedText): Annotation => {
  if (!text) return annotation
  const converted = mapAnnotation(annotation, text.toUtf16)
  checkQuotes(converted, text)
  return converted
}

const checkQuotes = (annotation: Annotation, { text }: IndexedText): void => {
  const [fault] = faultsOf(annotation, inUtf16(text))
  if (!fault) return
  throw new Failure('damaged-project', { reason: 'record', where: `/annotation/${annotation.id}${fault.where}` })
}

type Convert = (offset: number) => number

const mapSpan = <T extends { start: number; end: number }>(span: T, convert: Convert): T => {
  const start = convert(span.start)
  const end = convert(span.end)
  return start === span.start && end === span.end ? span : { ...span, start, end }
}

const mapLayout = ({ blocks, marks }: Article, convert: Convert): Pick<Article, 'blocks' | 'marks'> => ({
  blocks: blocks.map((block) => mapSpan(block, convert)),
  marks: marks.map((mark) => mapSpan(mark, convert)),
})

/**
 * What lost its place keeps its last offsets, in code points, inside the program too: in another text than theirs they
 * cannot be converted there and back.
 */
const mapAnnotation = (annotation: Annotation, convert: Convert): Annotation => {
  const spans = <T extends Fragment & { lost?: true | undefined }>(fragments: T[]): T[] =>
    fragments.map((fragment) => (fragment.lost ? fragment : mapSpan(fragment, convert)))
  const { anchor } = annotation
  const fragments = anchor === 'orphan' ? annotation.target.fragments : spans(annotation.target.fragments)
  const target = { ...annotation.target, fragments }
  return mapLooseGroups({ ...annotation, target }, ({ fragments }) => spans(fragments))
}

const ids = (list: string[]): string[] => inOrder(list, byCodeUnit)

const sortedAnnotation = (annotation: Annotation): Annotation => {
  const common = { codes: ids(annotation.codes), basedOn: ids(annotation.basedOn) }
  if (annotation.type !== 'claim') {
    const inOrder = common.codes === annotation.codes && common.basedOn === annotation.basedOn
    return inOrder ? annotation : { ...annotation, ...common }
  }
  const { body } = annotation
  return {
    ...annotation,
    ...common,
    body: { ...body, issueIds: ids(body.issueIds), evidenceFor: ids(body.evidenceFor) },
  }
}

const sorted = (entry: Entry): Entry => {
  switch (entry.kind) {
    case 'actor':
      return { kind: 'actor', record: { ...entry.record, memberOf: ids(entry.record.memberOf) } }
    case 'adjudication':
      return { kind: 'adjudication', record: { ...entry.record, inputs: ids(entry.record.inputs) } }
    case 'linkType': {
      const { record } = entry
      return {
        kind: 'linkType',
        record: { ...record, from: inOrder(record.from, byCodeUnit), to: inOrder(record.to, byCodeUnit) },
      }
    }
    default:
      return entry
  }
}
