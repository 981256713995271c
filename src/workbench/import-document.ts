/** Writes one foreign document: its article, annotations and links, each under an id made of the file and the foreign id. */
import { describe, reanchor } from '../core/anchor.ts'
import type { Annotation } from '../core/annotation.ts'
import { codeDetails } from '../core/formats/code-details.ts'
import type { ForeignDocument, ForeignLayer } from '../core/formats/foreign.ts'
import {
  type ImportMapping,
  type leftOutList,
  type MappedAnnotation,
  type MappedLink,
  mapped,
} from '../core/formats/mapping.ts'
import { importedId } from '../core/ids.ts'
import type { Side } from '../core/merge.ts'
import { findText, hasArticle, keepOriginal } from '../store/articles.ts'
import { sha256Of } from '../store/content.ts'
import { linksFrom } from '../store/links.ts'
import { findRecord, findSide } from '../store/records.ts'
import { type Content, put, putOver, type Tx } from '../store/write.ts'
import { isEqual } from './changes.ts'
import type { ImportedFile } from './contract.ts'
import { bodyFor } from './import-body.ts'
import type { ImportCodebook } from './import-codebook.ts'
import type { ImportRegistry } from './import-registry.ts'
import { plainTextContent } from './read-content.ts'

export type ImportGround = {
  tx: Tx
  codebook: ImportCodebook
  registry: ImportRegistry
  mapping: ImportMapping
  /** Whose all of it is, where that was said. */
  annotator: string | undefined
  /** Whose it is where nobody says. */
  importer: string
  /** The format, under whose name what the model has no member for is kept. */
  format: string
  /** What the file says of its layers, for the codes that are made of them. */
  layers: ReadonlyMap<string, ForeignLayer>
}

type LeftOutList = ReturnType<typeof leftOutList>
type Counted = Pick<ImportedFile, 'added' | 'existing' | 'reanchored' | 'orphans'> & { articles: Set<string> }

/**
 * @param place what tells documents of one file apart; `digest` is the file's
 * @throws Failure 'unreadable-article' where the text is no article's
 */
export const importDocument = (
  ground: ImportGround,
  document: ForeignDocument,
  { digest, place }: { digest: string; place: number },
  counted: Counted,
  leftOut: LeftOutList,
): void => {
  const { tx, mapping } = ground
  const articleId = articleFor(ground, document, counted)
  const { annotations, links } = mapped(document, mapping, leftOut)
  // The text may have been corrected here since it was first imported.
  const texts = { text: document.text, now: findText(tx.db, articleId) ?? document.text }
  const written = new Map<string, Pick<Annotation, 'id' | 'type'>>()
  for (const annotation of annotations) {
    const annotatorId = annotatorOf(ground, annotation)
    const id = importedId(digest, `${annotatorId}:${place}:${articleId}:${annotation.id}`)
    const side = findSide(tx.db, 'annotation', id)
    const known = side?.kind === 'annotation' ? side.record : undefined
    if (known) counted.existing.annotation += 1
    else addAnnotation(ground, { ...annotation, ...texts, id, annotatorId, articleId }, { side, counted, leftOut })
    written.set(annotation.id, { id, type: known?.type ?? annotation.type })
  }
  for (const link of links) addLink(ground, link, written, digest, counted, leftOut)
}

const articleFor = (
  { tx, format }: ImportGround,
  { name, text, articleId, metadata: { more, ...metadata } = {} }: ForeignDocument,
  { articles, added, existing }: Counted,
): string => {
  if (articleId !== undefined) {
    existing.article += 1
    articles.add(articleId)
    return articleId
  }
  const bytes = Buffer.from(text, 'utf8')
  const digest = sha256Of(bytes)
  const fileName = name.replace(/[/\\]/g, '_')
  const content = plainTextContent(text, digest, fileName)
  if (hasArticle(tx.db, content.id)) {
    if (!articles.has(content.id)) existing.article += 1
  } else {
    put(tx, 'article', { ...content, ...metadata, ...(more && { ext: { [format]: more } }) })
    keepOriginal(tx.db, digest, bytes)
    added.article += 1
  }
  articles.add(content.id)
  return content.id
}

const annotatorOf = (
  { codebook, annotator, importer }: ImportGround,
  { annotator: named }: MappedAnnotation,
): string =>
  annotator === undefined ? codebook.annotator(named ?? importer, 'importer') : codebook.annotator(annotator, 'person')

/** `text` is the file's, `now` what the article says here. */
type Drafted = MappedAnnotation & { annotatorId: string; articleId: string; text: string; now: string }

const addAnnotation = (
  { tx, codebook, registry, layers, mapping }: ImportGround,
  { id, annotatorId, articleId, text, now, type, codes, attributes, body, fragments, note }: Drafted,
  { side, counted, leftOut }: { side: Side | undefined; counted: Counted; leftOut: LeftOutList },
): void => {
  const made = describe(text, fragments)
  const anchored = now === text ? { state: 'exact' as const, target: made } : reanchor(now, made)
  const target = anchored.state === 'orphan' ? made : anchored.target
  const content = {
    id,
    articleId,
    annotatorId,
    type,
    target,
    codes: [
      ...new Set(
        codes.map((said) => codebook.code(type, said.label, () => codeDetails(layers, mapping, type, said.layer))),
      ),
    ].sort(),
    attributes: codebook.attributes(type, attributes, leftOut.add),
    body: bodyFor(registry, type, body),
    certainty: 'sure',
    ...(note !== undefined && { note }),
    origin: 'import',
    basedOn: [],
    anchor: anchored.state,
  } as Content<'annotation'>
  putOver(tx, 'annotation', content, side)
  counted.added.annotation += 1
  if (anchored.state === 'reanchored') counted.reanchored += 1
  if (anchored.state === 'orphan') counted.orphans += 1
}

const addLink = (
  { tx, codebook }: ImportGround,
  { id: foreignId, type, from, to, attributes, note }: MappedLink,
  written: ReadonlyMap<string, Pick<Annotation, 'id' | 'type'>>,
  digest: string,
  { added, existing }: Counted,
  leftOut: LeftOutList,
): void => {
  const [start, end] = [written.get(from), written.get(to)]
  if (!start || !end) return
  const rule = codebook.linkRule(type)
  if (!rule.from.includes(start.type) || !rule.to.includes(end.type)) {
    leftOut.add('link-types', type)
    return
  }
  const turned = rule.symmetric && end.id < start.id
  const ends = turned ? { from: end.id, to: { annotation: start.id } } : { from: start.id, to: { annotation: end.id } }
  const id = importedId(digest, `${start.id}:${foreignId}`)
  // Two relations between the same ends are one if they say the same.
  const there = linksFrom(tx.db, ends.from, type).some(
    (link) => isEqual(link.to, ends.to) && isEqual(link.attributes, attributes),
  )
  if (there || findRecord(tx.db, 'link', id)) existing.link += 1
  else {
    put(tx, 'link', { id, ...ends, type, attributes, certainty: 'sure', ...(note !== undefined && { note }) })
    added.link += 1
  }
}
