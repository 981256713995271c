/**
 * WebAnno TSV 2 and 1, what WebAnno wrote before 2016: a word a line, annotations over several words as B- and I-, no offsets. The words are
 * found in the sentence that stands above them (`#text=`); where it has others, they are put together with spaces that the file does not tell.
 */
import type { Span } from '../span.ts'
import type { ForeignFile, ForeignProblem } from './foreign.ts'
import { type OldLayer, type OldRow, relationsIn, spansIn } from './webanno-tsv-old-layers.ts'

/** Whether a file begins like one: with its layers, or with a sentence. */
export const isOldTsv = (opening: string): boolean =>
  /^\uFEFF?\s*(# \w+(\.\w+)+ *[|#\r\n]|#id=\d+\r?\n#text=)/.test(opening)

/** Reads one file. Damaged lines are named and left out, with what hangs on them. */
export const readOldTsv = (content: string, name: string): ForeignFile => {
  const lines = content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(withoutCr)
  const problems: ForeignProblem[] = []
  const isFirst = !lines.some((line) => isRow(line) && /^\d+-\d+\t/.test(line))
  const layers = isFirst ? firstLayers : layersOf(lines.find((line) => /^\s*# /.test(line)) ?? '')
  const sentences = sentencesOf(lines, layers, isFirst, problems)
  const rows: OldRow[] = []
  const places: Span[] = []
  let text = ''
  let madeUp: number | undefined
  for (const { said, words } of sentences) {
    if (text !== '') text += '\n'
    const found = wordsIn(said, words)
    if (!found) madeUp ??= words[0]?.line
    const whole = found ? said : words.map(({ word }) => word).join(' ')
    const spans = found ?? wordsIn(whole, words) ?? []
    places.push({ start: text.length, end: text.length + whole.length })
    for (const [index, { start, end }] of spans.entries()) {
      const word = words[index]
      if (word) rows.push({ ...word, start: text.length + start, end: text.length + end })
    }
    text += whole
  }
  if (madeUp !== undefined) problems.push({ line: madeUp, reason: 'spaces' })
  if (rows.length === 0) return { documents: [], problems: [...problems, { line: 1, reason: 'no-text' }] }
  const spans = spansIn(rows, layers)
  const relations = relationsIn(rows, layers, spans, problems)
  const tokens = rows.map(({ start, end }) => ({ start, end }))
  return {
    documents: [{ name, text, spans, relations, tokens, sentences: places }],
    problems: problems.sort((a, b) => lineOf(a) - lineOf(b)),
  }
}

/** Also where each line end was made CR LF twice, on its way through several machines: none of it belongs to a sentence. */
const withoutCr = (line: string): string => {
  let end = line.length
  while (line[end - 1] === '\r') end -= 1
  return line.slice(0, end)
}

const lineOf = (problem: ForeignProblem): number => ('line' in problem ? problem.line : 0)

const dkpro = 'de.tudarmstadt.ukp.dkpro.core.api'

/** Of version 1, whose columns are always the same. */
const firstLayers: readonly OldLayer[] = [
  { name: `${dkpro}.segmentation.type.Lemma`, features: ['value'], isPlain: true },
  { name: `${dkpro}.lexmorph.type.pos.POS`, features: ['PosValue'], isPlain: true },
  { name: `${dkpro}.ner.type.NamedEntity`, features: ['value'] },
  {
    name: `${dkpro}.syntax.type.dependency.Dependency`,
    features: ['DependencyType'],
    base: `${dkpro}.segmentation.type.Token`,
    isPlain: true,
  },
]

/** ` # TYPE | feature | feature # TYPE | feature | AttachTo=TYPE` */
const layersOf = (head: string): OldLayer[] =>
  head.split('#').flatMap((part): OldLayer[] => {
    const [name = '', ...columns] = part.split('|').map((one) => one.trim())
    if (name === '') return []
    const base = columns.find((one) => one.startsWith('AttachTo='))?.slice('AttachTo='.length)
    const features = columns.filter((one) => !one.startsWith('AttachTo='))
    return [{ name, features, ...(base !== undefined && { base }) }]
  })

type Word = Omit<OldRow, 'start' | 'end'>

type Sentence = { said: string; words: Word[] }

const isRow = (line: string): boolean => /^\d+(-\d+)?\t\S/.test(line)

const sentencesOf = (
  lines: readonly string[],
  layers: readonly OldLayer[],
  isFirst: boolean,
  problems: ForeignProblem[],
): Sentence[] => {
  const sentences: Sentence[] = []
  const width = layers.reduce((sum, { features, base }) => sum + features.length + (base === undefined ? 0 : 1), 0)
  let open: Sentence | undefined
  for (const [index, line] of lines.entries()) {
    const problem = (reason: 'columns' | 'format', detail: string) =>
      problems.push({ line: index + 1, reason, detail: detail.slice(0, 60) })
    if (line.startsWith('#text=')) {
      open = { said: line.slice('#text='.length), words: [] }
      sentences.push(open)
    } else if (line.trim() === '') open = undefined
    else if (isRow(line)) {
      if (!open) {
        open = { said: '', words: [] }
        sentences.push(open)
      }
      const [unit = '', word = '', ...rest] = line.trimEnd().split('\t')
      const cells = isFirst ? firstCells(sentences.length, unit, rest) : rest
      if (cells.length !== width) problem('columns', String(rest.length))
      const number = isFirst ? `${sentences.length}-${unit}` : unit
      // A word whose annotations are damaged is still one of the text.
      open.words.push({ line: index + 1, unit: number, word, cells: cells.length === width ? cells : [] })
    } else if (open && open.words.length === 0 && !line.startsWith('#')) open.said += `\n${line}`
    else if (!line.trimStart().startsWith('#')) problem('format', line)
  }
  return sentences.filter(({ words }) => words.length > 0)
}

/** Of a line of version 1: lemma, part of speech, named entity, and what the word depends on (0: itself). */
const firstCells = (sentence: number, unit: string, cells: readonly string[]): string[] => {
  const [lemma, pos, entity = '', , head = '', kind = ''] = cells
  if (cells.length < 8 || lemma === undefined || pos === undefined) return []
  const entities = entity.replace(/(^|\|)([BI])_/g, '$1$2-')
  const governor = /^\d+$/.test(head) ? `${sentence}-${head === '0' ? unit : head}` : '_'
  return [lemma, pos, entities === '-' ? 'O' : entities, governor === '_' ? '_' : kind, governor]
}

/** Where the words stand in what is said, with nothing but white space between them; nothing where they do not. */
const wordsIn = (said: string, words: readonly Word[]): Span[] | undefined => {
  let at = 0
  const spans: Span[] = []
  for (const { word } of words) {
    const start = said.indexOf(word, at)
    if (start < 0 || said.slice(at, start).trim() !== '') return undefined
    at = start + word.length
    spans.push({ start, end: at })
  }
  return said.slice(at).trim() === '' ? spans : undefined
}
