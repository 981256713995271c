/** IOB2: a token and its tag a line, `B-` where a span begins. One tag a token: what is nested has to be decided. */
import type { Annotation } from '../../annotation.ts'
import { Failure } from '../../failure.ts'
import type { OutDocument, OutFormat, OutSetting, Piece } from './format.ts'
import { codeKeys, labelOf } from './label.ts'
import type { Ledger } from './ledger.ts'
import type { OutOptions } from './options.ts'
import { firstEndingAfter, type Token, tokensOf } from './tokens.ts'

export const iob2: OutFormat = {
  id: 'iob2',
  title: 'IOB2',
  extension: 'iob2',
  shape: 'folder',
  unit: 'token',
  types: ['actor', 'position', 'claim'],
  options: { labels: ['type', 'codes'], mapping: true, nesting: ['outermost', 'innermost', 'per-code'] },
  splits: true,
  people: false,
  carries: ({ labels }) => ({
    article: ['text'],
    annotation: ['articleId', 'type', 'target', ...(labels === 'codes' ? ['codes'] : [])],
    ...(labels === 'codes' && { code: ['key', 'type'] }),
  }),
  writer: (setting, ledger) => ({
    *document(document) {
      const tokens = tokensOf(document.index)
      ledger.carried({ kind: 'article', record: document.article })
      ledger.lost('link', 'no-place', document.links.length)
      const placed = document.annotations.flatMap((annotation) => placedOn(tokens, annotation, ledger))
      yield* filesOf(document, tokens, placed, setting, ledger)
    },
  }),
}

/** The tokens of one annotation: for each fragment the first and the one after the last. */
type Placed = { annotation: Annotation; runs: { first: number; end: number }[]; size: number }

const placedOn = (tokens: readonly Token[], annotation: Annotation, ledger: Ledger): Placed[] => {
  const runs = annotation.target.fragments.flatMap(({ start, end }) => {
    const first = firstEndingAfter(tokens, start)
    let last = first
    while ((tokens[last]?.start ?? end) < end) last++
    return last === first ? [] : [{ first, end: last }]
  })
  if (runs.length === 0) {
    ledger.lost('annotation', 'token-border')
    return []
  }
  return [{ annotation, runs, size: runs.reduce((sum, run) => sum + run.end - run.first, 0) }]
}

/** Of a file per code, an annotation stands in that of each of its codes. */
function* filesOf(
  document: OutDocument,
  tokens: readonly Token[],
  placed: readonly Placed[],
  setting: OutSetting,
  ledger: Ledger,
): Generator<Piece> {
  const { options } = setting
  const base = document.split ?? 'data'
  if (options.nesting !== 'per-code') {
    const kept = withoutNesting(placed, options, document.article.id)
    account(tokens, placed, new Set(kept), ledger)
    yield { file: `${base}.iob2`, text: linesOf(document, tokens, kept, (one) => labelOf(one, setting)) }
    return
  }
  const byLabel = new Map<string, Placed[]>()
  for (const one of placed) {
    for (const label of labelsOf(one.annotation, setting)) {
      const list = byLabel.get(label)
      if (list) list.push(one)
      else byLabel.set(label, [one])
    }
  }
  const kept = new Set<Placed>()
  for (const [label, list] of [...byLabel].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fitting = greedy(list, (a, b) => b.size - a.size)
    for (const one of fitting) kept.add(one)
    const file = `${base}.${label.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')}.iob2`
    yield { file, text: linesOf(document, tokens, fitting, () => label) }
  }
  account(tokens, placed, kept, ledger)
}

const labelsOf = (annotation: Annotation, setting: OutSetting): string[] => {
  const { names, options, renaming } = setting
  const keys = options.labels === 'codes' && !renaming ? codeKeys(annotation, names) : []
  return keys.length === 0 ? [labelOf(annotation, setting)] : keys.map((key) => `${annotation.type}:${key}`)
}

/** Fails with 'bad-request' (`nesting`) where spans share tokens and nobody said which to keep. */
const withoutNesting = (placed: readonly Placed[], { nesting }: OutOptions, article: string): Placed[] => {
  const outermost = greedy(placed, (a, b) => b.size - a.size)
  if (nesting === undefined && outermost.length < placed.length) {
    throw new Failure('bad-request', { reason: 'nesting', article, count: placed.length - outermost.length })
  }
  return nesting === 'innermost' ? greedy(placed, (a, b) => a.size - b.size) : outermost
}

/** Takes one after the other what shares no token with what was taken; equals in the order of the text. */
const greedy = (placed: readonly Placed[], order: (a: Placed, b: Placed) => number): Placed[] => {
  const taken = new Set<number>()
  const kept = new Set<Placed>()
  for (const one of [...placed].sort(order)) {
    const tokens = one.runs.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i))
    if (tokens.some((token) => taken.has(token))) continue
    for (const token of tokens) taken.add(token)
    kept.add(one)
  }
  return placed.filter((one) => kept.has(one))
}

const account = (tokens: readonly Token[], placed: readonly Placed[], kept: ReadonlySet<Placed>, ledger: Ledger) => {
  for (const one of placed) {
    if (!kept.has(one)) {
      ledger.lost('annotation', 'nested')
      continue
    }
    const { annotation, runs } = one
    const { fragments } = annotation.target
    ledger.carried({ kind: 'annotation', record: annotation })
    if (fragments.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
    const fits =
      runs.length === fragments.length &&
      runs.every(
        ({ first, end }, i) =>
          tokens[first]?.start === fragments[i]?.start && tokens[end - 1]?.end === fragments[i]?.end,
      )
    if (!fits) ledger.changed('annotation', annotation.id, 'token-border')
  }
}

/** Lines of the text are parted by an empty line, articles by a comment with their id. */
const linesOf = (
  { article }: OutDocument,
  tokens: readonly Token[],
  placed: readonly Placed[],
  labelFor: (annotation: Annotation) => string,
): string => {
  const tags = tokens.map(() => 'O')
  for (const { annotation, runs } of placed) {
    const label = labelFor(annotation)
    for (const { first, end } of runs) for (let i = first; i < end; i++) tags[i] = `${i === first ? 'B' : 'I'}-${label}`
  }
  let text = `# article = ${article.id}\n`
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && token.line !== tokens[i - 1]?.line) text += '\n'
    text += `${token.text}\t${tags[i]}\n`
  }
  return `${text}\n`
}
