import { useQuery } from '@tanstack/react-query'
import { Pencil, Trash2, X } from 'lucide-react'
import { useId } from 'react'
import type { SplitInfo } from '../../../workbench/contract.ts'
import { extendSplit, removeSplit, takeApart } from '../actions/splits.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { articlesQuery, splitsQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name } from '../parts/Name.tsx'
import { SplitBars } from './SplitBars.tsx'

/** The splits that are written down, and the articles that were put on one side by hand. */
export const SplitCard = () => {
  const shell = useShell()
  const { t } = useWords()
  const titleId = useId()
  const { data } = useQuery(splitsQuery(shell))
  const writable = isWritable(shell)
  if (!data) return null
  return (
    <section className="corpus-card wide" aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>{t('splits.title')}</h3>
        {writable ? (
          <button
            type="button"
            className="button"
            onClick={() => shell.ui.set({ dialog: { kind: 'split', show: 'new' } })}
          >
            {t('splits.new')}
          </button>
        ) : null}
      </header>
      {data.splits.length === 0 ? (
        <p className="quiet">
          {t('splits.none')} {t('splits.none.body')}
        </p>
      ) : null}
      {data.splits.map((split) => (
        <Split key={split.name} split={split} writable={writable} />
      ))}
      <Together together={data.together} writable={writable} />
    </section>
  )
}

const Split = ({ split, writable }: { split: SplitInfo; writable: boolean }) => {
  const shell = useShell()
  const { t } = useWords()
  const { name, shares, seed, stratify = 'none', undecided } = split
  return (
    <div className="corpus-split">
      <p className="corpus-split-head">
        <b>
          <Name text={name} />
        </b>
        <span className="quiet small">{t('splits.plan', { shares: shares.join('/'), seed: `${seed}`, stratify })}</span>
        {writable ? (
          <>
            <IconButton
              label={t('splits.rename', { name: isolated(name) })}
              onClick={() => shell.ui.set({ dialog: { kind: 'split', show: { rename: name } } })}
            >
              <Pencil size={16} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('splits.remove', { name: isolated(name) })}
              onClick={() => void removeSplit(shell, name)}
            >
              <Trash2 size={16} aria-hidden="true" />
            </IconButton>
          </>
        ) : null}
      </p>
      <SplitBars split={split} />
      {undecided > 0 ? (
        <p className="small">
          {t('splits.undecided', { count: undecided })}{' '}
          {writable ? (
            <button type="button" className="link-button" onClick={() => void extendSplit(shell, name)}>
              {t('splits.extend', { count: undecided })}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

const Together = ({ together, writable }: { together: string[][]; writable: boolean }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = [] } = useQuery(articlesQuery(shell))
  const nameOf = (id: string) => {
    const article = articles.find((one) => one.id === id)
    return isolated(article ? articleName(article) : id)
  }
  return (
    <div className="corpus-together">
      <h4>{t('splits.together')}</h4>
      <p className="quiet small">{t('splits.together.note')}</p>
      <ul>
        {together.map((ids) => {
          const names = ids.map(nameOf).join(' · ')
          return (
            <li key={ids.join()}>
              <span>{names}</span>
              {writable ? (
                <IconButton label={t('splits.together.apart', { names })} onClick={() => void takeApart(shell, ids)}>
                  <X size={16} aria-hidden="true" />
                </IconButton>
              ) : null}
            </li>
          )
        })}
      </ul>
      {writable && articles.length > 1 ? (
        <button
          type="button"
          className="button"
          onClick={() => shell.ui.set({ dialog: { kind: 'split', show: 'together' } })}
        >
          {t('splits.together.add')}
        </button>
      ) : null}
    </div>
  )
}
