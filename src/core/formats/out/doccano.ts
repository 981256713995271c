/** doccano: JSON Lines with entities and relations; offsets in UTF-16 code units, as its window counts. */
import { fileOf, type OutFormat } from './format.ts'
import { labelOf } from './label.ts'
import { labelledSpans } from './labelled-spans.ts'
import { spanRelations } from './relations.ts'

export const doccano: OutFormat = {
  id: 'doccano',
  title: 'doccano JSONL',
  extension: 'jsonl',
  shape: 'file',
  unit: 'utf16',
  ...labelledSpans,
  writer: (setting, ledger) => {
    let last = 0
    let articles = 0
    const next = () => ++last
    return {
      *document(document) {
        const { article, index, annotations } = document
        const first = new Map<string, number>()
        const entities = annotations.flatMap((annotation) => {
          const { fragments } = annotation.target
          ledger.carried({ kind: 'annotation', record: annotation })
          if (fragments.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
          return fragments.map(({ start, end }) => {
            const id = next()
            if (!first.has(annotation.id)) first.set(annotation.id, id)
            const label = labelOf(annotation, setting)
            return { id, label, start_offset: index.toUtf16(start), end_offset: index.toUtf16(end) }
          })
        })
        const relations = spanRelations(document, setting, ledger).map(({ label, from, to }) => ({
          id: next(),
          from_id: first.get(from),
          to_id: first.get(to),
          type: label,
        }))
        ledger.carried({ kind: 'article', record: article })
        const row = {
          id: ++articles,
          text: article.text,
          entities,
          relations,
          Comments: [],
          offset_unit: 'utf16',
          article: article.id,
          ...(article.title !== undefined && { title: article.title }),
          ...(article.outlet && { outlet: article.outlet.name }),
          ...(article.publishedAt !== undefined && { published_at: article.publishedAt }),
        }
        yield { file: fileOf(document, 'jsonl'), text: `${JSON.stringify(row)}\n` }
      },
    }
  },
}
