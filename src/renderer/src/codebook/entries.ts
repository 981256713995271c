/** The codebook as it is listed: the codes of each annotation type as a tree, then attributes, then link types. */
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { Attribute, Code, LinkType } from '../../../core/codebook.ts'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { Language } from '../../../i18n/index.ts'
import type { Codebook } from '../../../workbench/contract.ts'
import { fitting, listedTree } from '../registry/tree.ts'

export type Entry =
  | { kind: 'code'; record: Code }
  | { kind: 'attribute'; record: Attribute }
  | { kind: 'linkType'; record: LinkType }

export type Section = AnnotationType | 'attributes' | 'linkTypes'

/** `key` is the entry's id, or the section's name; `under` is what a merged code stands under. */
export type Row = { key: string; level: number; under?: Code | undefined } & (
  | { kind: 'section'; section: Section; count: number }
  | Entry
)

export const sections: readonly Section[] = [...annotationTypeList, 'attributes', 'linkTypes']

/** All sections with what they hold; only those in which something fits where there is a query. */
export const listedCodebook = (codebook: Codebook, query: string, language: Language): Row[] => {
  const fits = fitting(query)
  return sections.flatMap((section): Row[] => {
    const rows = rowsOf(section, codebook, fits, language)
    if (query.trim() && rows.length === 0) return []
    const count = rows.filter(({ under }) => under === undefined).length
    return [{ kind: 'section', key: section, level: 1, section, count }, ...rows]
  })
}

const rowsOf = (section: Section, codebook: Codebook, fits: (text: string) => boolean, language: Language): Row[] => {
  const byLabel = <T extends { label: Code['label'] }>(a: T, b: T) =>
    labelIn(a.label, language).localeCompare(labelIn(b.label, language), language)
  if (section === 'attributes') {
    return annotationTypeList.flatMap((type) =>
      codebook.attributes
        .filter((record) => record.type === type && fits(wordsOf(record)))
        .toSorted(byLabel)
        .map((record): Row => ({ kind: 'attribute', record, key: record.id, level: 2 })),
    )
  }
  if (section === 'linkTypes') {
    return codebook.linkTypes
      .filter((record) => fits(wordsOf(record)))
      .toSorted(byLabel)
      .map((record): Row => ({ kind: 'linkType', record, key: record.id, level: 2 }))
  }
  return listedTree(
    codebook.codes.filter(({ type }) => type === section),
    ({ label }) => labelIn(label, language),
    (code) => fits(wordsOf(code)),
  ).map(({ entry, level, under }): Row => ({ kind: 'code', record: entry, key: entry.id, level: level + 1, under }))
}

/** What an entry is found by. */
export const wordsOf = (entry: { key: string; label: Code['label']; definition?: string | undefined }): string =>
  [entry.label.ru, entry.label.en, entry.key, entry.definition].filter(Boolean).join(' ')

/** The codes that can be given to an annotation of a type, in the order of the tree, each with the path that leads to it. */
export const offeredCodes = (
  codes: readonly Code[],
  type: AnnotationType,
  language: Language,
): { code: Code; path: string }[] => {
  const above: string[] = []
  return listedTree(
    codes.filter((code) => code.type === type),
    ({ label }) => labelIn(label, language),
    () => true,
  ).flatMap(({ entry, level, under }) => {
    if (under) return []
    above.length = level - 1
    const path = above.join(' › ')
    above.push(labelIn(entry.label, language))
    return entry.retired ? [] : [{ code: entry, path }]
  })
}
