/** A Hugging Face data set: a folder of JSON Lines, one file a split, with a card. */
import { fileOf, type OutFormat } from './format.ts'
import { cardOf, newTally } from './hf-card.ts'
import { rowOf } from './rows.ts'

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
  options: { chains: ['relations', 'text', 'none'], labels: ['type', 'codes'] },
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
    return {
      *document(document) {
        const row = rowOf(document, setting, ledger)
        tally.add(document.split ?? 'train', row)
        yield {
          file: fileOf({ ...document, split: document.split ?? 'train' }, 'jsonl'),
          text: `${JSON.stringify(row)}\n`,
        }
      },
      *end() {
        yield { file: 'README.md', text: cardOf(setting, tally) }
      },
    }
  },
}
