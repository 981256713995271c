/**
 * WebAnno TSV 3.3, which INCEpTION reads: a token a line, a column a feature, annotations over several tokens held together by a
 * number. A file an article. https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
 */
import type { Annotation } from '../../annotation.ts'
import type { Span } from '../../span.ts'
import type { OutDocument, OutFormat, OutSetting } from './format.ts'
import { type LayerSpan, layersCarry, layersOf } from './layers.ts'
import type { Ledger } from './ledger.ts'
import { pathOf } from './names.ts'
import { columnsOf } from './webanno-tsv-columns.ts'
import { keyOf, rowsOf, type TokenText, tokenText, type Unit } from './webanno-tsv-rows.ts'

export const webannoTsv: OutFormat = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3 (INCEpTION)',
  extension: 'tsv',
  shape: 'folder',
  unit: 'utf16',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], mapping: true },
  splits: true,
  people: false,
  carries: layersCarry,
  writer: (setting, ledger) => ({
    *document(document) {
      ledger.carried({ kind: 'article', record: document.article })
      yield { file: `${pathOf(document)}.tsv`, text: fileOf(document, setting, ledger) }
    },
  }),
}

const fileOf = (document: OutDocument, setting: OutSetting, ledger: Ledger): string => {
  const { text, toUtf16 } = document.index
  const words = tokenText(document.index)
  const annotations = document.annotations.filter((annotation) => {
    const isPlaced = unitsOf(partsOf(annotation, toUtf16), words).length > 0
    if (!isPlaced) ledger.lost('annotation', 'token-border')
    return isPlaced
  })
  for (const annotation of annotations) {
    ledger.carried({ kind: 'annotation', record: annotation })
    if (!isWhole(partsOf(annotation, toUtf16), words)) ledger.changed('annotation', annotation.id, 'white-space')
  }
  const { spans, relations } = layersOf({ ...document, annotations }, setting, ledger)
  const units = new Map(spans.map((span) => [span.id, unitsOf(span.parts, words)]))
  const rows = rowsOf(words.tokens, [...units.values()].flat(2))
  const names = new Map(rows.map(({ name, unit }) => [keyOf(unit), name]))
  const { heads, cellsAt } = columnsOf(
    spans,
    relations,
    ({ id }: LayerSpan) => units.get(id) ?? [],
    (unit) => names.get(keyOf(unit)) ?? '_',
  )
  const bySentence = Map.groupBy(rows, ({ sentence }) => sentence)
  const lines = words.sentences.flatMap(({ start, end }, number) => [
    '',
    ...text
      .slice(start, end)
      .split('\n')
      .map((line) => `#Text=${escaped(line)}`),
    ...(bySentence.get(number) ?? []).map((row) =>
      [
        row.name,
        `${row.start}-${row.end}`,
        escaped(text.slice(row.start, row.end)),
        ...cellsAt(keyOf(row.unit)),
        '',
      ].join('\t'),
    ),
  ])
  return ['#FORMAT=WebAnno TSV 3.3', ...heads, '', ...lines, ''].join('\n')
}

const partsOf = ({ target }: Annotation, toUtf16: (offset: number) => number): Span[] =>
  target.fragments.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))

/** Of each part that has words, its lines. */
const unitsOf = (parts: readonly Span[], words: TokenText): Unit[][] =>
  parts.map((part) => words.unitsOf(part)).filter((units) => units.length > 0)

/** Whether the lines begin and end where the parts do. */
const isWhole = (parts: readonly Span[], words: TokenText): boolean =>
  parts.every((part) => {
    const units = words.unitsOf(part)
    return units[0]?.start === part.start && units.at(-1)?.end === part.end
  })

/** In the words of the text only these could be taken for what parts lines and columns. */
const escaped = (text: string): string =>
  text.replace(/[\\\t\r]/g, (character) => ({ '\t': '\\t', '\r': '\\r' })[character] ?? `\\${character}`)
