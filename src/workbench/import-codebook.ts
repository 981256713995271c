/** What an import needs of the codebook and the annotators: found where it is there, else made, under ids of its own. */
import type { Code, LinkRule } from '../core/codebook.ts'
import { builtInLinkRules } from '../core/codebook.ts'
import type { CodeDetails } from '../core/formats/code-details.ts'
import type { LeftOut } from '../core/formats/mapping.ts'
import { attributeId, importedCodeId, importerId, linkTypeId } from '../core/ids.ts'
import { keyFrom, labelFrom } from '../core/labels.ts'
import type { RecordOf } from '../core/records.ts'
import type { Annotator } from '../core/registries.ts'
import type { AnnotationType, AttributeValues } from '../core/schema.ts'
import { findRecord, listRecords } from '../store/records.ts'
import { type Content, put, sign, type Tx } from '../store/write.ts'
import { freeKey } from './codebook.ts'
import { allows } from './coding.ts'
import { followed } from './entries.ts'

type MadeKind = 'annotator' | 'code' | 'attribute' | 'linkType'
type Made = Record<MadeKind, number>
type Make = <K extends MadeKind>(kind: K, content: Content<K>) => RecordOf[K]
type LeaveOut = (reason: LeftOut['reason'], what: string) => void

export const codebookFor = (tx: Tx) => {
  const codes = new Map<string, string>()
  const annotators = new Map<string, string>()
  const made: Made = { annotator: 0, code: 0, attribute: 0, linkType: 0 }
  const make: Make = (kind, content) => {
    made[kind] += 1
    return put(tx, kind, content)
  }
  return {
    /** How many entries of each kind were made. */
    made,
    /** A code of the type by its label in either language, or its key; the details are for a new one. */
    code: (type: AnnotationType, label: string, details: () => CodeDetails = () => ({})): string =>
      codeWith({ tx, make, codes }, type, label, details),
    /** An annotator by name, whoever that is. */
    annotator: (name: string, kind: Annotator['kind']): string =>
      remembered(annotators, name, () => {
        const known = () => listRecords(tx.db, 'annotator').find((one) => one.name === name)
        const found = known()
        if (found) return found.id
        // Who imports may be meant, and not be written yet.
        sign(tx)
        return (known() ?? make('annotator', { id: importerId(name), name, kind })).id
      }),
    /** Those values that the codebook allows; attributes that are new are made of their first value. */
    attributes: (type: AnnotationType, values: AttributeValues, leaveOut: LeaveOut): AttributeValues =>
      attributesFor(tx, make, type, values, leaveOut),
    linkRule: (key: string): LinkRule => ruleFor(tx, make, key),
  }
}

export type ImportCodebook = ReturnType<typeof codebookFor>

const remembered = (map: Map<string, string>, key: string, make: () => string): string => {
  const id = map.get(key) ?? make()
  map.set(key, id)
  return id
}

type Ground = { tx: Tx; make: Make; codes: Map<string, string> }

const codeWith = (ground: Ground, type: AnnotationType, label: string, details: () => CodeDetails): string =>
  remembered(ground.codes, `${type} ${label}`, () => codeFor(ground, type, label, details()))

const codeFor = (ground: Ground, type: AnnotationType, label: string, details: CodeDetails): string => {
  const { db } = ground.tx
  const id = importedCodeId(type, label)
  const named = labelFrom(label)
  const known =
    findRecord(db, 'code', id) ??
    calledSo(
      listRecords(db, 'code').filter((code) => code.type === type),
      label,
    )
  if (known) return followed(db, 'code', known.id).id
  const { color, definition, parent: above } = details
  // Codes of one label above each other are one code.
  const parent = above && above.label !== label ? codeWith(ground, type, above.label, () => above.details) : undefined
  return ground.make('code', {
    id,
    type,
    key: freeKey(db, type, named),
    label: named,
    examples: [],
    ...(color && { color }),
    ...(definition && { definition }),
    ...(parent !== undefined && { parent }),
  }).id
}

/** By its label, else by its key; but another name that an import made a code of stays another one, such as `N` beside `n`. */
const calledSo = (codes: readonly Code[], label: string): Code | undefined =>
  codes.find((code) => code.label.ru === label || code.label.en === label) ??
  codes.find((code) => code.key === keyFrom(labelFrom(label)) && !isImported(code))

const isImported = ({ id, type, label }: Code): boolean =>
  [label.en, label.ru].some((name) => name !== undefined && id === importedCodeId(type, name))

const attributesFor = (
  tx: Tx,
  make: Make,
  type: AnnotationType,
  values: AttributeValues,
  leaveOut: LeaveOut,
): AttributeValues => {
  const entries = Object.entries(values).flatMap(([key, given]): [string, string | number | boolean][] => {
    const id = attributeId(type, key)
    const attribute =
      findRecord(tx.db, 'attribute', id) ??
      make('attribute', {
        id,
        type,
        key,
        label: labelFrom(key),
        valueType: valueTypeOf(given),
        values: [],
        required: false,
      })
    const value = attribute.valueType === 'text' ? String(given) : given
    if (allows(attribute, value)) return [[key, value]]
    leaveOut('attribute', `${key}: ${given}`)
    return []
  })
  return Object.fromEntries(entries)
}

const valueTypeOf = (value: string | number | boolean) =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'

const everything: AnnotationType[] = ['actor', 'claim', 'position']

const ruleFor = (tx: Tx, make: Make, key: string): LinkRule => {
  const known = builtInLinkRules.find((rule) => rule.key === key) ?? findRecord(tx.db, 'linkType', linkTypeId(key))
  if (known) return known
  const ends = { from: everything, to: everything, symmetric: false }
  return make('linkType', { id: linkTypeId(key), key, label: labelFrom(key), ...ends })
}
