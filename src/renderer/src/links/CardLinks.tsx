import { type MouseEvent, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { followEnd } from '../actions/follow.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { runCommand } from '../commands/commands.ts'
import type { Names } from '../panes/names.ts'
import type { LinkEnd } from './link-book.ts'
import { linkName, type Way } from './link-types.ts'
import { useEndName } from './use-end-name.ts'
import { useLinkTypes } from './use-link-book.ts'
import './links.css'

const FEW = 3

type Props = { row: Annotation; names: Names; ends: readonly LinkEnd[]; focused: boolean }

/** What an annotation is linked to: a line for each, which leads there. */
export const CardLinks = ({ row, names, ends, focused }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const listed = all ? ends : ends.slice(0, FEW)
  // Tab goes from the list to what stands on the card in focus.
  const tabIndex = focused ? 0 : -1
  return (
    <ul className="card-links" aria-label={t('link.list')}>
      {listed.map((end) => (
        <li key={`${end.link.id} ${end.way}`}>
          <CardLink row={row} names={names} end={end} tabIndex={tabIndex} />
        </li>
      ))}
      {ends.length > FEW ? (
        <li>
          <button type="button" className="card-link quiet" tabIndex={tabIndex} onClick={() => setAll(!all)}>
            {all ? t('link.fewer') : t('link.more', { count: ends.length - FEW })}
          </button>
        </li>
      ) : null}
      {focused && row.type !== 'actor' && isWritable(shell) ? (
        <li>
          <button type="button" className="card-link quiet" tabIndex={-1} onClick={() => runCommand(shell, 'link.add')}>
            <kbd>{shown('L', shell.platform)}</kbd> {t('link.short')}
          </button>
        </li>
      ) : null}
    </ul>
  )
}

const CardLink = ({
  row,
  names,
  end,
  tabIndex,
}: Omit<Props, 'ends' | 'focused'> & { end: LinkEnd; tabIndex: number }) => {
  const shell = useShell()
  const words = useWords()
  const own = useLinkTypes()
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const there = useEndName(names)(end)
  const { link, way } = end
  const { t } = words
  const what = (
    <>
      <Lead way={way} name={linkName(words, own, link.type, way)} />
      <bdi className="card-link-end one-line">{there?.name ?? t('link.gone')}</bdi>
      {there?.article ? <span className="quiet one-line">{there.article}</span> : null}
      {link.certainty === 'unsure' ? <span title={t('certainty.unsure')}>?</span> : null}
      {link.createdBy === me ? null : (
        <span className="quiet card-link-by">{t('link.by', { name: names.annotator(link.createdBy) })}</span>
      )}
    </>
  )
  if (!there) return <span className="card-link">{what}</span>
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // The card would take the focus back.
    event.stopPropagation()
    // The card may be scrolled away, and with it what has the keyboard.
    event.currentTarget.closest<HTMLElement>('.cards')?.focus({ preventScroll: true })
    followEnd(shell, { articleId: row.articleId, annotationId: row.id }, end)
  }
  return (
    <button type="button" className="card-link" tabIndex={tabIndex} onClick={onClick}>
      {what}
    </button>
  )
}

const arrows: Record<Way, string> = { out: '→', in: '←', both: '↔' }

const Lead = ({ way, name }: { way: Way; name: string }) => (
  <span className="card-link-lead">
    {way === 'in' ? <span aria-hidden="true">{arrows[way]} </span> : null}
    {name}
    {way === 'in' ? null : <span aria-hidden="true"> {arrows[way]}</span>}
  </span>
)
