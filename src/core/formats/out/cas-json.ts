/**
 * UIMA CAS JSON 0.4, which INCEpTION reads: a file an article, with the types it uses. `begin` and `end` are UTF-16 code units.
 * https://github.com/apache/uima-uimaj-io-jsoncas
 */
import { byCodeUnit } from '../../canonical.ts'
import type { ForeignValue } from '../foreign.ts'
import type { OutFormat } from './format.ts'
import { type LayerRelation, type LayerSpan, type Layers, layersCarry, layersOf } from './layers.ts'
import { pathOf } from './names.ts'

export const casJson: OutFormat = {
  id: 'cas-json',
  title: 'UIMA CAS JSON 0.4 (INCEpTION)',
  extension: 'json',
  shape: 'folder',
  unit: 'utf16',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], mapping: true },
  splits: true,
  people: false,
  carries: (options) => ({ ...layersCarry(options), article: ['text', 'title', 'language'] }),
  writer: (setting, ledger) => ({
    *document(document) {
      const { article, annotations } = document
      for (const annotation of annotations) ledger.carried({ kind: 'annotation', record: annotation })
      const layers = layersOf(document, setting, ledger)
      ledger.carried({ kind: 'article', record: article })
      const { text, title = article.id, language } = article
      const cas = casOf(text, { title, language: language ?? 'x-unspecified' }, layers)
      yield { file: `${pathOf(document)}.json`, text: `${JSON.stringify(cas, undefined, 1)}\n` }
    },
  }),
}

type Structure = Record<string, unknown> & { '%ID': number; '%TYPE': string }

const sofaId = 1
const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'

const casOf = (
  text: string,
  { title, language }: { title: string; language: string },
  { spans, relations }: Layers,
) => {
  const structures: Structure[] = []
  const members: number[] = []
  const types: Types = new Map()
  const add = (type: string, said: Record<string, unknown>, isMember = true): Structure => {
    const structure = { '%ID': structures.length + sofaId + 1, '%TYPE': type, ...said }
    structures.push(structure)
    if (isMember) members.push(structure['%ID'])
    return structure
  }
  const place = { '@sofa': sofaId }
  add(metadataType, { ...place, begin: 0, end: text.length, language, documentTitle: title })
  declare(types, metadataType, 'uima.tcas.DocumentAnnotation', { documentTitle: 'uima.cas.String' })
  const first = new Map<string, Structure>()
  for (const { id, layer, parts, features } of spans) {
    declare(types, layer, annotationType, rangesOf(features))
    for (const { start, end } of parts) {
      const structure = add(layer, { ...place, begin: start, end, ...features })
      if (!first.has(id)) first.set(id, structure)
    }
  }
  for (const relation of relations.filter(({ slot }) => !slot)) {
    const [from, to] = [first.get(relation.from), first.get(relation.to)]
    if (!from || !to) continue
    declare(types, relation.layer, annotationType, {
      ...rangesOf(relation.features),
      Governor: from['%TYPE'],
      Dependent: to['%TYPE'],
    })
    const { begin, end } = to
    add(relation.layer, {
      ...place,
      begin,
      end,
      ...relation.features,
      '@Governor': from['%ID'],
      '@Dependent': to['%ID'],
    })
  }
  for (const [, links] of Map.groupBy(
    relations.filter(({ slot }) => slot),
    ({ from, layer }) => `${from} ${layer}`,
  )) {
    fillSlot(links, first, types, add)
  }
  const sofa = { '%ID': sofaId, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: view, mimeType: 'text', sofaString: text }
  return {
    '%TYPES': Object.fromEntries(
      [...types].sort(([a], [b]) => byCodeUnit(a, b)).map(([name, type]) => [name, typeOf(name, type)]),
    ),
    '%FEATURE_STRUCTURES': [sofa, ...structures.map((one) => ranged(one, types))],
    '%VIEWS': { [view]: { '%SOFA': sofaId, '%MEMBERS': members } },
  }
}

const view = '_InitialView'
const annotationType = 'uima.tcas.Annotation'

/** What one span has in one of its lists: the list, and a link with its role for each. */
const fillSlot = (
  links: readonly LayerRelation[],
  first: ReadonlyMap<string, Structure>,
  types: Types,
  add: (type: string, said: Record<string, unknown>, isMember: boolean) => Structure,
) => {
  const [{ from = '', layer = '' } = {}] = links
  const host = first.get(from)
  if (!host) return
  const feature = layer.slice(layer.lastIndexOf(':') + 1)
  const type = `${host['%TYPE']}${feature.charAt(0).toUpperCase()}${feature.slice(1)}Link`
  declare(types, type, 'uima.cas.TOP', { role: 'uima.cas.String', target: annotationType })
  declare(types, host['%TYPE'], annotationType, { [feature]: `${type}[]` })
  const elements = links.flatMap(({ to, features }) => {
    const target = first.get(to)
    return target ? [add(type, { ...features, '@target': target['%ID'] }, false)['%ID']] : []
  })
  host[`@${feature}`] = add(`${type}[]`, { '%ELEMENTS': elements }, false)['%ID']
}

type Types = Map<string, { superType: string; ranges: Map<string, string> }>

const declare = (types: Types, name: string, superType: string, ranges: Record<string, string>) => {
  const type = types.get(name) ?? { superType, ranges: new Map<string, string>() }
  types.set(name, type)
  for (const [feature, range] of Object.entries(ranges)) {
    const before = type.ranges.get(feature)
    type.ranges.set(feature, before === undefined || before === range ? range : widest(before, range))
  }
}

/** Where a feature leads to several layers, or has several kinds of values. */
const widest = (a: string, b: string): string => {
  if ([a, b].every((range) => range === 'uima.cas.Integer' || range === 'uima.cas.Double')) return 'uima.cas.Double'
  return [a, b].some((range) => range.startsWith('uima.cas.')) ? 'uima.cas.String' : annotationType
}

/** Values of a feature that has several kinds of them are strings. */
const ranged = (structure: Structure, types: Types): Structure => {
  const ranges = types.get(structure['%TYPE'])?.ranges
  const said = Object.entries(structure).map(([name, value]) => [
    name,
    ranges?.get(name) === 'uima.cas.String' && typeof value !== 'string' ? String(value) : value,
  ])
  return { ...structure, ...Object.fromEntries(said) }
}

const rangesOf = (features: LayerSpan['features']): Record<string, string> =>
  Object.fromEntries(Object.entries(features).map(([name, value]) => [name, rangeOf(value)]))

const rangeOf = (value: ForeignValue): string => {
  if (typeof value === 'string') return 'uima.cas.String'
  if (typeof value === 'boolean') return 'uima.cas.Boolean'
  return Number.isInteger(value) ? 'uima.cas.Integer' : 'uima.cas.Double'
}

const typeOf = (name: string, { superType, ranges }: { superType: string; ranges: ReadonlyMap<string, string> }) => ({
  '%NAME': name,
  '%SUPER_TYPE': superType,
  ...Object.fromEntries([...ranges].map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }])),
})
