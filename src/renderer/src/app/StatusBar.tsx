import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { filterByTask } from '../actions/filter.ts'
import { isWritable } from '../actions/writable.ts'
import { shown } from '../commands/accelerator.ts'
import { hintsFor } from '../commands/hints.ts'
import { isIn } from '../data/annotation-filter.ts'
import { countRows, type Rows } from '../data/annotation-rows.ts'
import { conflictsQuery } from '../data/queries.ts'
import { useShell, useUi } from './context.tsx'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'
import './StatusBar.css'

const none: Rows = []

const shownTasks = ['unsure', 'unsourced', 'unlinked', 'orphan'] as const

export const StatusBar = () => {
  const open = useUi(({ phase, articleId }) => phase === 'open' && articleId !== undefined)
  const project = useUi(({ phase }) => phase === 'open')
  return (
    <footer className="status">
      {open ? <ArticleCounts /> : <span />}
      {project ? <ConflictCount /> : null}
      <Said />
      <Hints />
    </footer>
  )
}

const ArticleCounts = () => {
  const shell = useShell()
  const { t } = useWords()
  const articleId = useUi(({ articleId }) => articleId) ?? ''
  const { data: rows = none } = useQuery(shell.annotations.query(articleId))
  const counts = countRows(rows)
  const filter = useUi(({ filter }) => filter)
  return (
    <span className="status-counts">
      <span>{t('status.annotations', { count: counts.total })}</span>
      {shownTasks.map((task) =>
        counts[task] > 0 ? (
          <button
            key={task}
            type="button"
            className={task === 'orphan' ? 'status-count status-warning' : 'status-count'}
            title={t('status.filter', { task: t(`task.${task}`) })}
            aria-pressed={isIn(filter, { kind: 'task', id: task })}
            onClick={() => filterByTask(shell, task)}
          >
            {t(`status.${task}`, { count: counts[task] })}
          </button>
        ) : null,
      )}
    </span>
  )
}

const ConflictCount = () => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { length: count } = [] } = useQuery(conflictsQuery(shell))
  return count > 0 ? (
    <button
      type="button"
      className="status-count status-warning"
      title={t('conflicts.badge')}
      onClick={() => shell.ui.set({ dialog: { kind: 'conflicts' } })}
    >
      {t('conflicts.count', { count })}
    </button>
  ) : null
}

const STAYS = 5_000

/** What was said in passing: read out, and shown for a while in place of the hints. */
const Said = () => {
  const words = useWords()
  const said = useUi(({ said }) => said)
  const [seen, setSeen] = useState(said)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSeen(said), STAYS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <span className={said && said !== seen ? 'status-said one-line' : 'unseen'} role="status">
      {said && said !== seen ? said.say(words) : ''}
    </span>
  )
}

const Hints = () => {
  const { t } = useWords()
  const shell = useShell()
  const { platform } = shell
  const found = useUi(contextOf)
  const focusId = useUi(({ focusId }) => focusId)
  const articleId = useUi(({ articleId }) => articleId) ?? ''
  // What is in focus may be linked meanwhile.
  const { data: rows = none } = useQuery({ ...shell.annotations.query(articleId), enabled: articleId !== '' })
  const writable = isWritable(shell)
  const listed = useStore(shell.layout, ({ leftTab }) => leftTab)
  const context =
    found === 'selection' && !writable
      ? 'text'
      : found === 'annotation' && writable
        ? saidOf(rows, focusId)
        : found === 'annotations' && writable && saidOf(rows, focusId) === 'orphan'
          ? 'orphan'
          : found === 'articles'
            ? listed
            : found
  return (
    <span className="status-hints">
      {hintsFor[context].map(({ keys, label }) => (
        <span key={label} className="status-hint">
          {keys.map((key) => (
            <kbd key={key}>{shown(key, platform)}</kbd>
          ))}
          {t(label)}
        </span>
      ))}
    </span>
  )
}

/** Mentions are linked, claims and positions have speakers: their keys differ. */
const saidOf = (rows: Rows, focusId: string | undefined): keyof typeof hintsFor => {
  const row = rows.find(({ id }) => id === focusId)
  if (row?.anchor === 'orphan') return 'orphan'
  if (row?.type === 'actor') return row.body.actorId ? 'linked' : 'mention'
  return row ? 'spoken' : 'annotation'
}

type State = Parameters<Parameters<typeof useUi>[0]>[0]

const contextOf = (state: State): keyof typeof hintsFor => {
  const {
    phase,
    agreement,
    corpus,
    articleId,
    area,
    editId,
    pick,
    queue,
    linking,
    selection,
    focusId,
    correcting,
    adjudication,
  } = state
  if (phase === 'open' && area === 'text' && corpus.shown) return 'corpus'
  if (phase !== 'open' || !articleId) return 'closed'
  if (area === 'text' && agreement.shown) return agreement.looking ? 'disagreements' : 'agreement'
  if (area === 'text' && correcting.includes(articleId)) return 'correcting'
  if (pick) return 'picking'
  if (queue) return 'asking'
  if (linking) return 'linking'
  if (editId || (adjudication?.own && area === 'annotations')) return 'editing'
  if (area === 'articles') return 'articles'
  if (area === 'annotations') return adjudication?.articleId === articleId ? 'adjudicating' : 'annotations'
  if (selection) return 'selection'
  return focusId ? 'annotation' : 'text'
}
