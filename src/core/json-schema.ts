/** The bundle's JSON Schema, made from the zod schemas the program itself reads with. */
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { actorBody } from './annotation-types/actor.ts'
import { claimBody } from './annotation-types/claim.ts'
import { condition, positionBody } from './annotation-types/position.ts'
import { article, articleSource, articleText, block, mark, outlet, relays } from './article.ts'
import { attribution, source, step } from './attribution.ts'
import { bundle, conflict, generator, project } from './bundle-schema.ts'
import { attribute, code, linkType } from './codebook.ts'
import { adjudication, link, linkEnd, progress, tombstone } from './records.ts'
import { actor, alias, annotator, issue } from './registries.ts'
import * as values from './schema.ts'
import { context, fragment, losableFragment, target } from './span.ts'

/** JSON Schema 2020-12; its patterns need the ECMAScript flag `u`. */
export const bundleJsonSchema = (): object => {
  const { $schema, ...rest } = z.toJSONSchema(bundle, {
    metadata: named(),
    // What zod's own checks cannot tell a JSON Schema stands in the schemas' own metadata.
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, z.globalRegistry.get(zodSchema))
    },
  })
  return { $schema, $id: 'urn:actant:schema:bundle:1', title: 'Actant bundle, format 1', ...about, ...rest }
}

const about = {
  description:
    'Exchange file of Actant: one project or a part of it, in canonical form. Describes format 1.0 exactly: there an unknown member refuses the file. Of a newer minor version the reader first moves the members it does not know into the ext of the nearest record or of the top level, and then validates.',
  $comment:
    'What a schema cannot say is in docs/format.md: no member name twice in one object, start before end, fragments in order and disjoint, ids unique, article ids that fit the text, quotes that stand at their offsets, references with an end, the digest, the canonical form and the order of lists.',
}

type Named = readonly [z.ZodType, description: string]

/** The definitions by name. */
const definitions: Record<string, Named> = {
  uuid: [values.uuid, 'Identifier of a record or replica: a UUID in lower case.'],
  keyId: [
    values.keyId,
    'UUIDv8 of the SHA-256 of the UTF-8 of attribute:TYPE:KEY, linkType:KEY or progress:ARTICLE-ID:ANNOTATOR-ID: its first 16 bytes, version nibble 8, variant bits 10.',
  ],
  sha256: [values.sha256, 'SHA-256 of a byte sequence, lower-case hex, with its prefix.'],
  timestamp: [values.timestamp, 'Moment in UTC with exactly three digits of milliseconds.'],
  dateOrTimestamp: [values.dateOrTimestamp, 'A calendar day, or a moment in UTC with milliseconds.'],
  count: [values.count, 'Whole number from 0. Offsets count Unicode code points.'],
  text: [values.text, 'Well-formed Unicode: no lone surrogate.'],
  nonEmptyText: [values.nonEmptyText, 'Well-formed Unicode of at least one character.'],
  articleText: [articleText, 'Article text after rule lf1: no carriage return, no lone surrogate.'],
  language: [values.language, 'BCP 47 language tag, for example ru or en.'],
  webAddress: [values.webAddress, 'Address with the scheme http or https.'],
  key: [values.key, 'Key of a codebook entry; any text except __proto__.'],
  label: [values.label, 'Display name in one or both interface languages.'],
  annotationType: [values.annotationType, 'The three types of annotation.'],
  certainty: [values.certainty, 'Whether the annotator is sure.'],
  versionVector: [values.versionVector, 'Replica id to the number of writes seen from it.'],
  foreignObject: [values.foreignObject, 'Fields of newer or foreign files, kept and written back.'],
  foreignValue: [values.foreignValue, 'Any JSON value inside a foreign object.'],
  attributeValues: [values.attributeValues, 'Attribute key to a text, number, boolean, date or key of an enum value.'],
  ids: [values.ids, 'Ids of records, by code unit.'],
  generator: [generator, 'Program that wrote the file.'],
  project: [project, 'Project the bundle was exported from; part where it is only a part of it.'],
  annotator: [annotator, 'Who makes records: a person, a model or an importer.'],
  code: [code, 'Entry of the codebook under one annotation type; a tree by parent.'],
  attribute: [attribute, 'Attribute that annotations of one type may carry; values are the choices of an enum.'],
  linkType: [linkType, 'Kind of link beside the built-in supports, contradicts and questions.'],
  actor: [actor, 'Entry of the actor registry; mergedInto points at the entry it was merged into.'],
  alias: [alias, 'Another name of an actor.'],
  issue: [issue, 'Entry of the issue registry; a tree by parent.'],
  article: [article, 'One text with its layout and metadata; id is the digest of the text as first imported.'],
  block: [block, 'Block of the layout as a half-open range.'],
  mark: [mark, 'Inline mark as a half-open range.'],
  outlet: [outlet, 'Publishing outlet: its name and, where known, its entry in the actor registry.'],
  relays: [relays, 'What the article as a whole retells or translates.'],
  articleSource: [articleSource, 'File an article was imported from; its bare name, never a path.'],
  annotation: [annotation, 'Tagged target in one article; its type decides what body holds.'],
  target: [target, 'Fragments in text order and disjoint; prefix before the first, suffix after the last.'],
  fragment: [fragment, 'Half-open range with the text that stands there.'],
  losableFragment: [losableFragment, 'Fragment of a cue or condition; lost where it no longer anchors.'],
  context: [context, 'Up to 32 code points beside the target, shorter only at the edge of the text.'],
  source: [source, 'Who is meant: an actor annotation, a registry actor, or implicit.'],
  step: [step, 'One step of an attribution: who, the words that mark it, how it is known.'],
  attribution: [attribution, 'Who passes something on: innermost speaker first, publishing outlet last.'],
  condition: [condition, 'What a stance hangs on, in words, and where the text says it.'],
  actorBody: [actorBody, 'Which registry actor, and how the text mentions it.'],
  positionBody: [positionBody, 'Who takes which stance, on what condition, on which issue, about whom.'],
  claimBody: [claimBody, 'What is said, how, on which issues, for which positions it is evidence.'],
  link: [link, 'Typed link from an annotation to an annotation or a registry actor.'],
  linkEnd: [linkEnd, 'Where a link leads: an annotation or a registry actor.'],
  adjudication: [adjudication, 'Decision between annotators; output is the annotation made by it.'],
  progress: [progress, 'How far one annotator is with one article.'],
  tombstone: [tombstone, 'All that is left of a deleted record.'],
  conflict: [conflict, 'Losing version of a record that was changed concurrently, until somebody decides.'],
}

const named = () => {
  const registry = z.registry<{ id: string; description: string }>()
  for (const [id, [schema, description]] of Object.entries(definitions)) registry.add(schema, { id, description })
  return registry
}
