/** What formats have in common that know spans with a label and relations between them, of one person, a record an article. */
import type { OutFormat } from './format.ts'

export const labelledSpans: Pick<OutFormat, 'types' | 'options' | 'splits' | 'people' | 'carries'> = {
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'none'], labels: ['type', 'codes'], mapping: true },
  splits: true,
  people: false,
  carries: ({ chains, labels }) => ({
    article: ['text', 'title', 'outlet', 'publishedAt'],
    annotation: [
      ...['articleId', 'type', 'target', 'body.holders', 'body.evidenceFor'],
      ...(chains === 'relations' ? ['body.attribution'] : []),
      ...(labels === 'codes' ? ['codes'] : []),
    ],
    link: ['from', 'to', 'type'],
    ...(labels === 'codes' && { code: ['key', 'type'] }),
  }),
}
