import { useEffect, useMemo, useRef } from 'react'
import { type CorpusTable, type CorpusTableId, corpusTables, measuresIn } from '../../../core/corpus/tables.ts'
import type { CorpusReport as Report } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { BarChart } from './BarChart.tsx'
import { Card } from './Card.tsx'
import { Histogram } from './Histogram.tsx'
import { SplitCard } from './SplitCard.tsx'
import { StanceChart } from './StanceChart.tsx'
import { ThinList } from './ThinList.tsx'
import { Timeline } from './Timeline.tsx'

/** Everything that was counted: what is thin first, then a card for each table. */
export const CorpusReport = ({ report, busy }: { report: Report; busy: boolean }) => {
  const shell = useShell()
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const tables = useMemo(() => corpusTables(report), [report])
  const of = (id: CorpusTableId): CorpusTable => tables.find((one) => one.id === id) ?? { id, columns: [], rows: [] }
  // Whoever comes back goes on from where they went away.
  useEffect(() => {
    const { at } = shell.ui.get().corpus
    const rows = scroller.current?.querySelectorAll<HTMLElement>('[data-part]') ?? []
    const row = [...rows].find(({ dataset }) => dataset['part'] === at)
    if (at !== undefined && document.activeElement?.matches('body, .corpus')) row?.focus()
  }, [shell])
  const actors = of('actors')
  return (
    <div ref={scroller} className="corpus-scroll" aria-busy={busy}>
      <p className="corpus-total">
        {t('corpus.total', { articles: report.articles, done: report.done, annotations: report.annotations })}
        {report.unseen > 0 ? ` ${t('corpus.unseen', { count: report.unseen })}` : ''}
      </p>
      <div className="corpus-cards">
        <ThinList report={report} />
        <Card table={of('types')}>
          <BarChart table={of('types')} column="count" />
        </Card>
        <Card table={of('annotators')}>
          <BarChart table={of('annotators')} column="count" />
        </Card>
        <Card table={of('periods')} wide>
          <Timeline table={of('periods')} />
        </Card>
        <Card table={of('codes')} note={t('corpus.codes.note')}>
          <BarChart table={of('codes')} column="within" />
        </Card>
        <Card
          table={actors}
          {...(report.actorsNamed > actors.rows.length && {
            note: t('corpus.actors.more', { count: report.actorsNamed }),
          })}
        >
          <BarChart table={actors} column="mentions" />
        </Card>
        <Card table={of('issues')} wide>
          <StanceChart table={of('issues')} />
        </Card>
        <Card table={of('outlets')}>
          <BarChart table={of('outlets')} column="articles" />
        </Card>
        {measuresIn(report)
          .filter(({ count }) => count > 0)
          .map((spread) => (
            <Card key={spread.measure} table={of(spread.measure)}>
              <Histogram spread={spread} />
            </Card>
          ))}
        <SplitCard />
        <Card table={of('lengths')} note={t('corpus.lengths.note')} wide onlyTable />
      </div>
    </div>
  )
}
