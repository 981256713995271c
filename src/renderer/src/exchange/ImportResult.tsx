import { useMemo } from 'react'
import type { LeftOut } from '../../../core/formats/mapping.ts'
import { countsLine, leftOutLine } from '../../../i18n/import-words.ts'
import type { ImportedFile, ImportReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { ImportFiles } from './ImportFiles.tsx'
import { Lines } from './Lines.tsx'

type Props = { report: ImportReport; tense: 'would' | 'done' }

/** What an import does or did: all in all, then file by file, those first that need a look. */
export const ImportResult = ({ report, tense }: Props) => {
  const { t } = useWords()
  const files = useMemo(() => [...report.files].sort((a, b) => needs(a) - needs(b)), [report])
  const left = useMemo(() => sumOf(report.files), [report])
  const counts = countsLine(t, report.added)
  const refused = files.filter(({ outcome }) => outcome === 'refused').length
  const problems = files.reduce((sum, file) => sum + (file.outcome === 'imported' ? file.problems.length : 0), 0)
  const imported = files.length - refused
  return (
    <div className="form">
      {tense === 'would' ? <p>{t(counts ? 'import.would' : 'import.wouldNothing')}</p> : null}
      <ul className="import-sums">
        <li>
          {counts
            ? t(tense === 'would' ? 'import.sum.wouldNew' : 'import.sum.new', { counts })
            : t('import.sum.nothing')}
        </li>
        {counts || refused > 0 ? (
          <li>{t(tense === 'would' ? 'import.sum.wouldFiles' : 'import.sum.files', { imported, refused })}</li>
        ) : null}
        {problems > 0 ? <li>{t('import.sum.problems', { count: problems })}</li> : null}
      </ul>
      {left.length > 0 && files.length > 1 ? (
        <details className="import-left small">
          <summary>{t('import.sum.leftOut')}</summary>
          <Lines lines={left.map((one) => leftOutLine(t, one))} />
        </details>
      ) : null}
      <ImportFiles files={files} />
    </div>
  )
}

const needs = ({ outcome, problems }: ImportedFile): number => (outcome === 'refused' ? 0 : problems.length > 0 ? 1 : 2)

const sumOf = (files: readonly ImportedFile[]): LeftOut[] => {
  const sums = new Map<string, LeftOut>()
  for (const { leftOut } of files)
    for (const { reason, what, count } of leftOut) {
      const key = `${reason} ${what}`
      sums.set(key, { reason, what, count: (sums.get(key)?.count ?? 0) + count })
    }
  return [...sums.values()].sort((a, b) => b.count - a.count)
}
