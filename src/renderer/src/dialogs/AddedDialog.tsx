import { useId, useMemo, useState } from 'react'
import { Failure, failureCodes } from '../../../core/failure.ts'
import type { AddedFile, AddReport } from '../../../workbench/contract.ts'
import { openArticle } from '../actions/open-article.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords, type Words } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'
import { ReportDialog } from './ReportDialog.tsx'

type Shown = 'all' | AddedFile['outcome']
type Item = { key: string; file: AddedFile }

/** What became of each file that was to be added; what needs a look comes first. */
export const AddedDialog = ({ report, onClose }: { report: AddReport; onClose(): void }) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const filterId = useId()
  const [shown, setShown] = useState<Shown>('all')
  const [active, setActive] = useState<string>()
  const [copied, setCopied] = useState(false)
  const all = useMemo(
    () =>
      report.files
        .map((file, index): Item => ({ key: String(index), file }))
        .sort((a, b) => order.indexOf(a.file.outcome) - order.indexOf(b.file.outcome)),
    [report],
  )
  const items = shown === 'all' ? all : all.filter(({ file }) => file.outcome === shown)
  const count = (outcome: Shown) =>
    outcome === 'all' ? all.length : all.filter(({ file }) => file.outcome === outcome).length
  const enter = ({ file }: Item) => {
    if (!file.article) return
    onClose()
    openArticle(shell, file.article)
  }
  const copy = async () => {
    await shell.api.copyText(items.map(({ file }) => lineOf(words, file)).join('\n'))
    setCopied(true)
  }
  return (
    <ReportDialog
      title={t('added.title')}
      report={report}
      width="wide"
      actions={
        <button type="button" className="button" disabled={items.length === 0} onClick={() => void copy()}>
          {t('added.copyList')}
        </button>
      }
      onClose={onClose}
    >
      <p className="dialog-text">
        {t('added.total', { added: report.added, existing: report.existing, refused: report.refused })}{' '}
        {report.stopped ? t('added.stopped') : null}
      </p>
      <div className="added-filter">
        <label htmlFor={filterId}>{t('added.filter')}</label>
        <select
          id={filterId}
          className="input"
          value={shown}
          onChange={(event) => setShown(filters.find((one) => one === event.target.value) ?? 'all')}
        >
          {filters.map((filter) => (
            <option key={filter} value={filter}>
              {t(`added.filter.${filter}`, { count: count(filter) })}
            </option>
          ))}
        </select>
        <span role="status" className="quiet">
          {copied ? t('added.copied') : null}
        </span>
      </div>
      {items.length === 0 ? (
        <p className="quiet">{t('added.none')}</p>
      ) : (
        <div className="added-list">
          <VirtualList
            label={t('added.title')}
            items={items}
            keyOf={({ key }) => key}
            activeKey={active}
            onActive={setActive}
            onEnter={enter}
            click="active"
            height={48}
          >
            {({ file }) => (
              <div className="file-result">
                <p className="file-line">
                  <Name text={nameOf(words, file)} />
                  <span className={`file-outcome ${tones[file.outcome]}`}>{t(`added.${file.outcome}`)}</span>
                </p>
                {detailOf(words, file) === '' ? null : <p className="small">{detailOf(words, file)}</p>}
              </div>
            )}
          </VirtualList>
        </div>
      )}
    </ReportDialog>
  )
}

const order: AddedFile['outcome'][] = ['refused', 'existing', 'added']
const filters: Shown[] = ['all', ...order]
const tones = { added: 'good', existing: 'quiet', refused: 'bad' } as const

const nameOf = ({ t }: Words, { file: path, row }: AddedFile): string => {
  const file = path.split(/[/\\]/).at(-1) || path
  return row === undefined ? file : t('added.rowName', { file, row })
}

/** Why a file was refused, or what became of a table's rows. */
const detailOf = (words: Words, { outcome, rows, failure }: AddedFile): string => {
  if (rows) return words.t('added.rows', rows)
  if (outcome !== 'refused') return ''
  const code = failureCodes.find((known) => known === failure?.code)
  return explain(words, code ? new Failure(code, failure?.params) : undefined)
}

const lineOf = (words: Words, file: AddedFile): string =>
  [words.t(`added.${file.outcome}`), nameOf(words, file), detailOf(words, file)]
    .filter((part) => part !== '')
    .join('\t')
