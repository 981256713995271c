/** The sample's records, made from what is written by hand. Ids and times follow from keys, so that nothing changes by itself. */
import { createHash } from 'node:crypto'
import {
  actors,
  articles,
  attributes,
  codes,
  issues,
  links,
  linkTypes,
} from '../../resources/sample/annotations/index.ts'
import type { Article } from '../../src/core/article.ts'
import { type Bundle, formatVersion } from '../../src/core/bundle-schema.ts'
import { annotationOrder, byCodeUnit, byId, canonicalText } from '../../src/core/canonical.ts'
import { builtInLinkTypes } from '../../src/core/codebook.ts'
import { annotationToExchange, articleToExchange } from '../../src/core/convert.ts'
import { articleIdOf, digestOf } from '../../src/core/digest.ts'
import { attributeId, linkTypeId, progressId } from '../../src/core/ids.ts'
import { indexText } from '../../src/core/offsets.ts'
import { readArticle } from '../../src/readers/index.ts'
import { annotationsOf } from './annotations.ts'
import { idFor, stampFor } from './stamps.ts'

export type Sample = {
  title: string
  annotator: string
  begun: string
  /** The articles' bytes by file name. */
  files: ReadonlyMap<string, Uint8Array>
}

/** The whole bundle in canonical form. */
export const sampleBundle = async ({ title, annotator, begun, files }: Sample): Promise<string> => {
  const read = await Promise.all(
    articles.map(async (source) => ({
      source,
      article: await articleOf(source.fileName, source.outlet, source.at, files),
    })),
  )
  const annotations = read.flatMap(({ source, article }) => {
    const index = indexText(article.text)
    return annotationsOf(source, article).map((annotation) => annotationToExchange(annotation, index))
  })
  const bundle: Bundle = {
    format: 'actant-bundle',
    formatVersion,
    offsetUnit: 'codepoint',
    textNormalization: 'lf1',
    generator: { name: 'actant-sample', version: '1' },
    project: { id: idFor('project', 'sample'), title },
    annotators: [{ ...stampFor('annotator', 'me', begun), name: annotator, kind: 'person' }],
    codebook: codebook(begun),
    actors: actors
      .map(({ key, name, type, aliases = [], memberOf = [], note }) => ({
        ...stampFor('actor', key, begun),
        name,
        actorType: type,
        aliases: aliases.flatMap(([lang, kind, ...texts]) => texts.map((text) => ({ text, lang, kind }))),
        memberOf: memberOf.map((each) => idFor('actor', each)).sort(byCodeUnit),
        ...(note !== undefined && { note }),
      }))
      .sort(byId),
    issues: issues
      .map(({ key, parent, ...issue }, rank) => ({
        ...stampFor('issue', key, begun),
        ...issue,
        rank,
        ...(parent !== undefined && { parent: idFor('issue', parent) }),
      }))
      .sort(byId),
    articles: read.map(({ article }) => articleToExchange(article)).sort(byId),
    annotations: annotations.sort(annotationOrder),
    links: linkRecords(),
    adjudications: [],
    progress: read
      .map(({ source, article }) => {
        const stamp = stampFor('progress', source.fileName, source.at)
        return {
          ...stamp,
          id: progressId(article.id, stamp.createdBy),
          articleId: article.id,
          annotatorId: stamp.createdBy,
          state: 'done' as const,
        }
      })
      .sort(byId),
    tombstones: [],
    conflicts: [],
  }
  return canonicalText({ ...bundle, digest: digestOf(canonicalText(bundle)) })
}

const articleOf = async (fileName: string, outlet: string, at: string, files: Sample['files']): Promise<Article> => {
  const bytes = files.get(fileName)
  if (!bytes) throw new Error(`no article ${fileName}`)
  const { text, blocks, marks, metadata, encoding, mediaType, reader } = await readArticle(bytes, { fileName })
  return {
    ...stampFor('article', fileName, at),
    id: articleIdOf(text),
    text,
    textRevision: 0,
    blocks,
    marks,
    ...metadata,
    outlet: { name: metadata.outlet?.name ?? outlet, actorId: idFor('actor', outlet) },
    source: {
      fileName,
      mediaType,
      ...(encoding !== undefined && { encoding }),
      reader,
      digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    },
  }
}

const codebook = (begun: string): Bundle['codebook'] => ({
  codes: codes
    .map(({ parent, examples = [], ...code }) => ({
      ...stampFor('code', `${code.type}.${code.key}`, begun),
      ...code,
      examples,
      ...(parent !== undefined && { parent: idFor('code', `${code.type}.${parent}`) }),
    }))
    .sort(byId),
  attributes: attributes
    .map((attribute) => ({
      ...stampFor('attribute', attribute.key, begun),
      ...attribute,
      id: attributeId(attribute.type, attribute.key),
    }))
    .sort(byId),
  linkTypes: linkTypes
    .map((linkType) => ({ ...stampFor('linkType', linkType.key, begun), ...linkType, id: linkTypeId(linkType.key) }))
    .sort(byId),
})

const linkRecords = (): Bundle['links'] => {
  const keys = new Set(articles.flatMap(({ positions, claims }) => [...positions, ...claims].map(({ key }) => key)))
  const annotationId = (key: string) => {
    if (!keys.has(key)) throw new Error(`no annotation ${key}`)
    return idFor('annotation', key)
  }
  return links
    .map(([from, type, to, note]) => {
      const common = {
        ...stampFor('link', `${from} ${type} ${to}`, '2025-04-02T16:20:00.000Z'),
        type,
        attributes: {},
        certainty: 'sure' as const,
        ...(note !== undefined && { note }),
      }
      if (to.startsWith('actor:'))
        return { ...common, from: annotationId(from), to: { actor: idFor('actor', to.slice(6)) } }
      const ends = [annotationId(from), annotationId(to)] as const
      // A symmetric link runs from the smaller id to the larger.
      const [first, second] = type === builtInLinkTypes[1] ? [...ends].sort(byCodeUnit) : ends
      return { ...common, from: first ?? ends[0], to: { annotation: second ?? ends[1] } }
    })
    .sort(byId)
}
