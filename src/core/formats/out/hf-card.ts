/** The card of a data set: what it holds, from which state of which project, how it was split, under which licences. */
import { byCodeUnit } from '../../canonical.ts'
import type { OutSetting } from './format.ts'
import type { OutRow } from './rows.ts'

type Counts = Map<string, number>

export type Tally = {
  add(split: string, row: OutRow): void
  splits: ReadonlyMap<string, { articles: number; spans: number; relations: number }>
  labels: ReadonlyMap<string, number>
  licences: ReadonlyMap<string, number>
  languages: ReadonlyMap<string, number>
}

export const newTally = (): Tally => {
  const splits = new Map<string, { articles: number; spans: number; relations: number }>()
  const labels: Counts = new Map()
  const licences: Counts = new Map()
  const languages: Counts = new Map()
  return {
    add: (split, { spans, relations, licence, language }) => {
      const before = splits.get(split) ?? { articles: 0, spans: 0, relations: 0 }
      splits.set(split, {
        articles: before.articles + 1,
        spans: before.spans + spans.length,
        relations: before.relations + relations.length,
      })
      for (const { label } of spans) count(labels, label)
      count(licences, licence ?? 'unknown')
      if (language !== null) count(languages, language)
    },
    splits,
    labels,
    licences,
    languages,
  }
}

const count = (counts: Counts, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)

/** Markdown with the head that the Hub reads; the same for the same state. `written` are the splits that have files. */
export const cardOf = (setting: OutSetting, tally: Tally, written: readonly string[]): string => {
  const { project, state, codebook, options } = setting
  const splits = splitOrder.filter((name) => written.includes(name))
  return `${head(setting, tally, splits)}
# ${inline(project.title)}

Annotated news articles: actors, positions and claims, with who passes them on. Written by Actant from the project \`${project.id}\`.

- State of the project: \`${state}\` (the digest of the bundle that \`actant export\` writes of it)
- Codebook: \`${codebook}\`
- Offsets: Unicode code points, end-exclusive. Chains of attribution: ${options.chains}. Labels: ${options.labels}.
${splitSentence(setting)}
| Split | Articles | Spans | Relations |
|---|---:|---:|---:|
${splits.map((name) => row(name, Object.values(tally.splits.get(name) ?? { articles: 0, spans: 0, relations: 0 }))).join('\n')}

| Label | Spans |
|---|---:|
${rows(tally.labels)}

| Licence of the articles | Articles |
|---|---:|
${rows(tally.licences)}

Each split is there twice, with the same rows: as Parquet, which this card names, and as JSON Lines. \`loss.json\` says what of the
project is here, and what could not be.
`
}

const splitOrder = ['train', 'validation', 'test']

const head = ({ project }: OutSetting, { licences, languages }: Tally, splits: string[]): string => {
  const [licence, another] = [...licences.keys()]
  const known = licence !== undefined && another === undefined && licence !== 'unknown'
  const lines = [
    `pretty_name: ${JSON.stringify(project.title)}`,
    known ? `license_name: ${JSON.stringify(licence)}` : undefined,
    `license: ${known ? 'other' : 'unknown'}`,
    ...(languages.size === 0 ? [] : ['language:', ...sorted(languages).map(([name]) => `- ${JSON.stringify(name)}`)]),
    'task_categories:',
    '- token-classification',
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...splits.flatMap((name) => [`  - split: ${name}`, `    path: ${name}.parquet`]),
  ]
  return `---\n${lines.filter((line) => line !== undefined).join('\n')}\n---\n`
}

const splitSentence = ({ split }: OutSetting): string =>
  split === undefined
    ? ''
    : `- Split by article${split.name === undefined ? '' : ` (“${split.name}”, written down in the project)`} ${split.shares.join('/')}, seed ${split.seed}${split.stratify ? `, within each ${split.stratify}` : ''}; articles that are nearly the same stay on one side (${split.duplicateGroups} such groups)\n`

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => byCodeUnit(a, b))

const rows = (counts: ReadonlyMap<string, number>): string =>
  sorted(counts)
    .map(([name, n]) => row(name, [n]))
    .join('\n')

const row = (name: string, counts: number[]): string => `| ${inline(name)} | ${counts.join(' | ')} |`

/** Text from outside, so that it cannot be taken for Markdown. */
const inline = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!]/g, '\\$&')
