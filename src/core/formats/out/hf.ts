/** A Hugging Face data set: a folder with Parquet and JSON Lines that say the same, a file of each a split, and a card. */
import type { OutFormat } from './format.ts'
import { cardOf, newTally } from './hf-card.ts'
import { type ParquetFile, parquetFile } from './parquet.ts'
import { type OutRow, rowColumns, rowOf } from './rows.ts'

const annotation = [
  ...['articleId', 'annotatorId', 'type', 'target', 'codes', 'attributes', 'certainty', 'note', 'origin'],
  ...['body.actorId', 'body.mention', 'body.holders', 'body.issueId', 'body.stance', 'body.strength', 'body.condition'],
  ...['body.toward', 'body.paraphrase', 'body.modality', 'body.issueIds', 'body.evidenceFor'],
]

export const hf: OutFormat = {
  id: 'hf',
  title: 'Hugging Face dataset',
  extension: 'jsonl',
  shape: 'folder',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], labels: ['type', 'codes'], mapping: true },
  splits: true,
  people: true,
  carries: ({ chains }) => ({
    article: ['text', 'title', 'outlet', 'author', 'publishedAt', 'url', 'language', 'licence'],
    annotation: [
      ...annotation,
      ...(chains === 'none' ? [] : ['body.attribution']),
      ...(chains === 'relations' ? ['body.attribution.mode'] : []),
    ],
    link: ['from', 'to', 'type'],
    actor: ['name'],
    issue: ['name'],
    code: ['key', 'type'],
    annotator: ['name'],
  }),
  writer: (setting, ledger) => {
    const tally = newTally()
    const tables = new Map<string, ParquetFile<OutRow>>()
    const { project, state, codebook } = setting
    const tableOf = (split: string): ParquetFile<OutRow> => {
      const table = tables.get(split) ?? parquetFile<OutRow>(rowColumns, { project: project.id, state, codebook })
      tables.set(split, table)
      return table
    }
    return {
      *document(document) {
        const { split = whole } = document
        const row = rowOf(document, setting, ledger)
        const line = `${JSON.stringify(row)}\n`
        tally.add(split, row)
        yield { file: `${split}.jsonl`, text: line }
        yield { file: `${split}.parquet`, bytes: tableOf(split).add(row, line.length) }
      },
      *end() {
        // A data set without rows has its columns all the same.
        if (tables.size === 0) {
          tableOf(whole)
          yield { file: `${whole}.jsonl`, text: '' }
        }
        for (const [split, table] of tables) yield { file: `${split}.parquet`, bytes: table.end() }
        yield { file: 'README.md', text: cardOf(setting, tally, [...tables.keys()]) }
      },
    }
  },
}

/** Where nothing is split, all of it trains. */
const whole = 'train'
