import { useMemo, useState } from 'react'
import type { LeftOut } from '../../../core/formats/mapping.ts'
import { countsLine, fileLines, leftOutLine } from '../../../i18n/import-words.ts'
import type { ImportedFile, ImportReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'

type Props = { report: ImportReport; tense: 'would' | 'done' }

const ROW = 40
/** Lines that are listed at once; a damaged file can have thousands. */
const LINES = 100

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
        <li>{t(tense === 'would' ? 'import.sum.wouldFiles' : 'import.sum.files', { imported, refused })}</li>
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

const ImportFiles = ({ files }: { files: readonly ImportedFile[] }) => {
  const { t } = useWords()
  const items = useMemo(() => files.map((file, index) => ({ file, key: String(index) })), [files])
  const common = useMemo(() => commonFolder(files.map(({ file }) => file)), [files])
  const [activeKey, setActiveKey] = useState('0')
  const active = items.find(({ key }) => key === activeKey)?.file
  return (
    <section className="import-files" aria-label={t('import.files')}>
      <VirtualList
        label={t('import.files')}
        items={items}
        keyOf={({ key }) => key}
        activeKey={activeKey}
        onActive={setActiveKey}
        onEnter={() => {}}
        click="active"
        height={ROW}
      >
        {({ file }) => (
          <span className="import-file">
            <Name text={bareName(file.file)} />
            <span className="quiet small one-line" dir="auto">
              {folderOf(file.file, common)}
            </span>
            {file.outcome === 'refused' ? (
              <span className="file-outcome bad">{t('import.file.refused')}</span>
            ) : file.problems.length > 0 ? (
              <span className="file-outcome bad">{t('import.file.problems', { count: file.problems.length })}</span>
            ) : (
              <span className="file-outcome quiet">{t('cli.count.annotation', { count: file.added.annotation })}</span>
            )}
          </span>
        )}
      </VirtualList>
      {active ? <FileLines file={active} /> : null}
    </section>
  )
}

const FileLines = ({ file }: { file: ImportedFile }) => {
  const { t } = useWords()
  const lines = fileLines(t, file, Number.POSITIVE_INFINITY)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <section className="import-file-lines small" tabIndex={0} aria-label={bareName(file.file)}>
      {lines.length > 0 ? <Lines lines={lines} /> : <p className="quiet">{t('import.file.none')}</p>}
    </section>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => {
  const { t } = useWords()
  return (
    <ul className="findings">
      {lines.slice(0, LINES).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two lines may be equal
        <li key={index}>{line}</li>
      ))}
      {lines.length > LINES ? (
        <li className="quiet">{t('import.file.more', { count: lines.length - LINES })}</li>
      ) : null}
    </ul>
  )
}

const bareName = (path: string): string => path.split(/[/\\]/).at(-1) || path

/** Length of what all paths have in common, up to a folder's end. */
const commonFolder = (paths: readonly string[]): number => {
  const [first = ''] = paths
  let length = first.length
  for (const path of paths) while (!path.startsWith(first.slice(0, length))) length -= 1
  return Math.max(first.lastIndexOf('/', length - 1), first.lastIndexOf('\\', length - 1)) + 1
}

/** The folders between what all files have in common and the file. */
const folderOf = (path: string, common: number): string => path.slice(common, -bareName(path).length - 1)
