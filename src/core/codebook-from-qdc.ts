/** Reading a REFI-QDA codebook (`urn:QDA-XML:codebook:1.0`), of our own or of another program: codes alone, with what it has no place for kept. */

import type { Code } from './codebook.ts'
import { type CodebookFile, codebookVersion, unstamped } from './codebook-file.ts'
import { typeCodeId } from './codebook-qdc.ts'
import type { Finding } from './finding.ts'
import { isUuid, keyIdOf } from './ids.ts'
import { keyFrom, labelFrom, labelIn } from './labels.ts'
import { qdaColour } from './qda-colour.ts'
import { type AnnotationType, annotationType } from './schema.ts'
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from './xml-tree.ts'

type Entry = CodebookFile['codes'][number]

/**
 * Codes below one called `actor`, `position` or `claim` are of that type, all others are claims'. Of codes that are there (`ours`, by id) what the format
 * cannot say, or says as it would of them, stays.
 */
export const codebookFromQdc = (
  text: string,
  ours: readonly Code[],
): { codebook: CodebookFile } | { problem: Finding } => {
  const { root, namespace } = parseXml(text) ?? {}
  if (root?.name !== 'CodeBook' || !namespace?.startsWith('urn:QDA-XML:codebook:'))
    return { problem: { code: 'schema', where: root ? `/${root.name}` : '/' } }
  const codes: Entry[] = []
  const ids = new Set<string>()
  const twice: string[] = []
  const keys = new Set(ours.map(({ type, key }) => `${type} ${key}`))
  const walk = (siblings: readonly XmlElement[], type: AnnotationType, parent: string | undefined): void => {
    for (const [rank, element] of siblings.entries()) {
      const said = saidOf(element)
      if (ids.has(said.id)) twice.push(said.id)
      ids.add(said.id)
      const found = ours.find(({ id }) => id === said.id)
      // A code keeps its type, wherever another program has put it.
      const above = found && found.type !== type ? undefined : parent
      const entry = found ? changed(found, said, above) : made({ ...said, type, parent, rank }, keys)
      codes.push(entry)
      walk(childrenOf(element, 'Code'), entry.type, entry.id)
    }
  }
  const top = childrenOf(childOf(root, 'Codes'), 'Code')
  for (const code of top) {
    const type = typeOf(code)
    if (type) walk(childrenOf(code, 'Code'), type, undefined)
  }
  walk(
    top.filter((code) => !typeOf(code)),
    'claim',
    undefined,
  )
  const [first] = twice
  if (first !== undefined) return { problem: { code: 'duplicate-id', where: `/CodeBook/Codes/${first}` } }
  return {
    codebook: { format: 'actant-codebook', formatVersion: codebookVersion, codes, attributes: [], linkTypes: [] },
  }
}

type Said = {
  id: string
  name: string
  words: string | undefined
  color: string | undefined
  retired: true | undefined
}

const saidOf = (code: XmlElement): Said => {
  const guid = (attributeOf(code, 'guid') ?? '').replace(/[{}\s]/g, '').toLowerCase()
  const name = (attributeOf(code, 'name') ?? '').trim() || guid || '?'
  return {
    // Without an id of its own a code is known by its name.
    id: isUuid(guid) ? guid : keyIdOf(`qdc:code:${guid || name}`),
    name,
    words: childOf(code, 'Description')?.text.trim() || undefined,
    color: qdaColour(attributeOf(code, 'color')),
    retired: attributeOf(code, 'isCodable') === 'false' ? true : undefined,
  }
}

/** A type's own code is none of the codebook. */
const typeOf = (code: XmlElement): AnnotationType | undefined => {
  const type = annotationType.safeParse(attributeOf(code, 'name')?.trim().toLowerCase()).data
  const { id } = saidOf(code)
  return type && (id === typeCodeId(type) || childrenOf(code, 'Code').length > 0) ? type : undefined
}

const changed = (found: Code, { name, words, color, retired }: Said, parent: string | undefined): Entry => {
  const { definition, examples, ...rest } = unstamped(found)
  const told = [definition, ...examples].filter((part) => part !== undefined).join('\n')
  const isAsItWas = (words ?? '') === told.trim()
  const { parent: _, color: __, retired: ___, ...kept } = rest
  return {
    ...kept,
    label: labelIn(found.label, 'ru') === name ? found.label : { ...found.label, ...labelFrom(name) },
    ...(parent !== undefined && { parent }),
    ...(color !== undefined && { color }),
    ...(retired && { retired }),
    examples: isAsItWas ? examples : [],
    ...(isAsItWas ? definition !== undefined && { definition } : words !== undefined && { definition: words }),
  }
}

type New = Said & { type: AnnotationType; parent: string | undefined; rank: number }

const made = ({ id, name, words, color, retired, type, parent, rank }: New, keys: Set<string>): Entry => {
  const label = labelFrom(name)
  const base = keyFrom(label) || 'code'
  let key = base
  for (let n = 2; keys.has(`${type} ${key}`); n++) key = `${base}-${n}`
  keys.add(`${type} ${key}`)
  return {
    ...{ id, type, key, label, rank, examples: [] },
    ...(parent !== undefined && { parent }),
    ...(words !== undefined && { definition: words }),
    ...(color !== undefined && { color }),
    ...(retired && { retired }),
  }
}
