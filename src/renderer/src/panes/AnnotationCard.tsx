import { memo } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { useWords } from '../app/words.tsx'
import { CodeChip } from '../codebook/CodeChip.tsx'
import { quoteOf } from '../data/annotation-rows.ts'
import { ProposalHint } from '../forms/ProposalHint.tsx'
import { CardLinks } from '../links/CardLinks.tsx'
import type { LinkEnd } from '../links/link-book.ts'
import { shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { bodyLines } from './body-lines.ts'
import { CardForm } from './CardForm.tsx'
import { ChainWalk } from './ChainWalk.tsx'
import type { Names } from './names.ts'
import { OrphanLines } from './OrphanLines.tsx'

type Props = {
  row: Annotation
  names: Names
  links: readonly LinkEnd[]
  focused: boolean
  editing: boolean
  apart: boolean
}

export const AnnotationCard = memo(({ row, names, links, focused, editing, apart }: Props) => {
  const { t } = useWords()
  const lines = bodyLines(row, names, t)
  const by = names.madeBy(row)
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards are no table
    <div className={`card ${row.type}`} role="gridcell" tabIndex={-1} data-layer={by?.style}>
      <div className="card-side">
        <TypeLetter type={row.type} />
        {by ? (
          <span className="card-by" data-layer={by.style} title={by.name}>
            <span aria-hidden="true">{by.initials}</span>
            <span className="unseen">{t('annotation.by', { name: by.name })}</span>
          </span>
        ) : null}
      </div>
      <div className="card-text">
        <p className="card-quote" dir="auto">
          {shortened(quoteOf(row), 240)}
        </p>
        {(editing ? [] : lines).map((line) =>
          focused && line.kind === 'chain' ? null : (
            <p key={line.kind} className={`card-line ${line.kind}`}>
              {line.text}
            </p>
          ),
        )}
        {focused && !editing && row.type !== 'actor' ? <ChainWalk row={row} names={names} /> : null}
        {row.codes.length > 0 && !editing ? <CodeChips ids={row.codes} names={names} /> : null}
        {focused && !editing && row.type === 'actor' && !row.body.actorId ? (
          <ProposalHint row={row} names={names} />
        ) : null}
        {editing ? (
          <CardForm row={row} names={names} links={links} />
        ) : row.note ? (
          <p className="card-note" dir="auto">
            {row.note}
          </p>
        ) : null}
        {!editing && (focused || links.length > 0) ? (
          <CardLinks row={row} names={names} ends={links} focused={focused} />
        ) : null}
        {apart ? <p className="card-line card-apart">{t('filter.apart')}</p> : null}
        {row.anchor === 'orphan' ? <OrphanLines row={row} focused={focused && !editing} /> : null}
      </div>
      {row.certainty === 'unsure' && !editing ? (
        <span className="card-unsure" title={t('certainty.unsure')}>
          <span aria-hidden="true">?</span>
          <span className="unseen">{t('certainty.unsure')}</span>
        </span>
      ) : null}
    </div>
  )
})

const CodeChips = ({ ids, names }: { ids: readonly string[]; names: Names }) => {
  const { t } = useWords()
  return (
    <ul className="code-chips" aria-label={t('codes.label')}>
      {ids.map(names.code).map(({ id, label, color }) => (
        <li key={id} className="code-chip-item">
          <CodeChip label={label} color={color} />
        </li>
      ))}
    </ul>
  )
}
