import { useId } from 'react'
import { thinKinds } from '../../../core/corpus/thin.ts'
import { findingSentence } from '../../../core/corpus/told.ts'
import type { CorpusReport, ThinFinding } from '../../../workbench/contract.ts'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { MoreLines, useLines, useOneStop } from './lines.tsx'
import { Part } from './Part.tsx'
import { keyOf } from './state.ts'

/** What there is little of, in words; each line leads there. */
export const ThinList = ({ report }: { report: CorpusReport }) => {
  const { t } = useWords()
  const titleId = useId()
  const kinds = thinKinds
    .map((kind) => ({ kind, findings: report.thin.filter((finding) => finding.kind === kind) }))
    .filter(({ findings }) => findings.length > 0)
  return (
    <section className="corpus-card wide thin" aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>{t('corpus.thin')}</h3>
      </header>
      {kinds.length === 0 ? <p className="quiet">{t('corpus.thin.none')}</p> : null}
      <div className="corpus-findings">
        {kinds.map(({ kind, findings }) => (
          <Findings key={kind} kind={kind} findings={findings} few={report.few} />
        ))}
      </div>
    </section>
  )
}

const FIRST = 3

const Findings = ({ kind, findings, few }: { kind: string; findings: readonly ThinFinding[]; few: number }) => {
  const words = useWords()
  const name = `thin.${kind}`
  const lines = useLines(name, findings, FIRST)
  const { onKeyDown, stop } = useOneStop(lines.map(({ about }) => keyOf(about)))
  return (
    <div>
      <ul onKeyDown={onKeyDown}>
        {lines.map((finding) => {
          const say = (its: typeof words) => findingSentence(finding, its, few, isolated)
          return (
            <li key={keyOf(finding.about)}>
              <Part className="corpus-finding" about={finding.about} name={say} {...stop(keyOf(finding.about))}>
                {say(words)}
              </Part>
            </li>
          )
        })}
      </ul>
      <MoreLines name={name} count={findings.length} shown={lines.length} />
    </div>
  )
}
