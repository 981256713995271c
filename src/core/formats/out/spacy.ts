/** spaCy and Prodigy: JSON Lines with tokens; `token_end` is the last token, not the one after. */
import type { Annotation } from '../../annotation.ts'
import { fileOf, type OutDocument, type OutFormat } from './format.ts'
import { labelOf } from './label.ts'
import { labelledSpans } from './labelled-spans.ts'
import type { Ledger } from './ledger.ts'
import { spanRelations } from './relations.ts'
import { type Token, tokenBorders, tokensOf } from './tokens.ts'

type TokenSpan = { start: number; end: number; token_start: number; token_end: number }

export const spacy: OutFormat = {
  id: 'spacy',
  title: 'spaCy / Prodigy JSONL',
  extension: 'jsonl',
  shape: 'file',
  unit: 'codepoint',
  ...labelledSpans,
  writer: (setting, ledger) => ({
    *document(document) {
      const { article, index, annotations } = document
      const tokens = tokensOf(index)
      const placed = placedOn(tokens, annotations, ledger)
      const spans = annotations.flatMap((annotation) =>
        (placed.get(annotation.id) ?? []).map((span) => ({
          ...span,
          label: labelOf(annotation, setting),
          id: annotation.id,
        })),
      )
      // Of several fragments the first one stands for the annotation.
      const firstOf = new Map([...spans].reverse().map((span) => [span.id, span]))
      ledger.carried({ kind: 'article', record: article })
      const whole: OutDocument = { ...document, annotations: annotations.filter(({ id }) => placed.has(id)) }
      const relations = spanRelations(whole, setting, ledger).flatMap(({ label, from, to }) => {
        const [head, child] = [firstOf.get(from), firstOf.get(to)]
        if (!head || !child) return []
        return [{ head: head.token_start, child: child.token_start, label, head_span: head, child_span: child }]
      })
      const row = {
        text: article.text,
        tokens: tokens.map(({ text, start, end, space }, id) => ({ text, start, end, id, ws: space })),
        spans,
        relations,
        meta: {
          article: article.id,
          ...(article.title !== undefined && { title: article.title }),
          ...(article.outlet && { outlet: article.outlet.name }),
          ...(article.publishedAt !== undefined && { published_at: article.publishedAt }),
        },
      }
      yield { file: fileOf(document, 'jsonl'), text: `${JSON.stringify(row)}\n` }
    },
  }),
}

/** Token places of the annotations that fall on tokens, fragment by fragment; the others are lost. */
const placedOn = (tokens: readonly Token[], annotations: readonly Annotation[], ledger: Ledger) => {
  const { startingAt, endingAt } = tokenBorders(tokens)
  const placed = new Map<string, TokenSpan[]>()
  for (const annotation of annotations) {
    const { fragments } = annotation.target
    const spans = fragments.flatMap(({ start, end }) => {
      const token_start = startingAt.get(start)
      const token_end = endingAt.get(end)
      return token_start === undefined || token_end === undefined ? [] : [{ start, end, token_start, token_end }]
    })
    if (spans.length < fragments.length) {
      ledger.lost('annotation', 'token-border')
      continue
    }
    placed.set(annotation.id, spans)
    ledger.carried({ kind: 'annotation', record: annotation })
    if (spans.length > 1) ledger.changed('annotation', annotation.id, 'discontinuous')
  }
  return placed
}
