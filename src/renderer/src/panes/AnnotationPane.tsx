import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { clearFilter } from '../actions/filter.ts'
import { AdjudicationPane } from '../adjudication/AdjudicationPane.tsx'
import { useShell, useUi } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { Guide } from '../codebook/Guide.tsx'
import { matchingRows, withFocused } from '../data/annotation-filter.ts'
import { countRows, type Rows } from '../data/annotation-rows.ts'
import { registriesQuery } from '../data/queries.ts'
import { useLinkBook } from '../links/use-link-book.ts'
import { BlindNote } from '../people/BlindNote.tsx'
import { LayerBar } from '../people/LayerBar.tsx'
import { AnnotationFilter } from './AnnotationFilter.tsx'
import { AnnotationList } from './AnnotationList.tsx'
import { type Names, useNames } from './names.ts'
import { OrphanBar } from './OrphanBar.tsx'
import './panes.css'

const none: Rows = []

/** The list of the article's annotations: the accessible twin of what is painted over the text. */
export const AnnotationPane = () => {
  const { t } = useWords()
  const articleId = useUi(({ articleId }) => articleId)
  const guide = useStore(useShell().layout, ({ guide }) => guide)
  const adjudication = useUi(({ adjudication }) => adjudication)
  if (adjudication && adjudication.articleId === articleId)
    return <AdjudicationPane key={articleId} state={adjudication} />
  return (
    <div className="pane">
      {articleId ? (
        <>
          <Annotations key={articleId} articleId={articleId} />
          {guide ? <Guide /> : null}
        </>
      ) : (
        <>
          <header className="pane-head">
            <h2>{t('pane.annotations')}</h2>
          </header>
          <p className="pane-empty">{t('annotation.noArticle')}</p>
        </>
      )}
    </div>
  )
}

/** Whose work this is, where all of it is one other person's. */
const By = ({ rows, names }: { rows: Rows; names: Names }) => {
  const { settings } = useShell()
  const { t } = useWords()
  const me = useStore(settings, ({ identity }) => identity?.id)
  const [first] = rows
  if (!first || first.annotatorId === me || countRows(rows).annotators.size > 1) return null
  return <p className="pane-by one-line">{t('annotation.by', { name: names.annotator(first.annotatorId) })}</p>
}

const Annotations = ({ articleId }: { articleId: string }) => {
  const shell = useShell()
  const { t, number } = useWords()
  const { data } = useQuery(shell.annotations.query(articleId))
  // The text is painted first: a list of thousands takes longer to draw than a tag.
  const known = useDeferredValue(data)
  const rows = known ?? none
  const hiddenTypes = useUi(({ hiddenTypes }) => hiddenTypes)
  const filter = useUi(({ filter }) => filter)
  const filterOpen = useUi(({ filterOpen }) => filterOpen)
  const focusId = useDeferredValue(useUi(({ focusId }) => focusId))
  const { data: registries } = useQuery(registriesQuery(shell))
  // What is referred to has a name, whether or not it is shown.
  const { data: everything = none } = useQuery(shell.annotations.everything(articleId))
  const all = useDeferredValue(everything)
  const names = useNames(all)
  const links = useLinkBook(articleId)
  const counts = useMemo(() => countRows(rows), [rows])
  const matching = useMemo(
    () => matchingRows(rows, filter, hiddenTypes, registries),
    [rows, filter, hiddenTypes, registries],
  )
  const shown = useMemo(() => withFocused(rows, matching, focusId), [rows, matching, focusId])
  return (
    <>
      <header className="pane-head">
        <h2>{t('pane.annotations')}</h2>
        <span className="quiet small pane-count" role="status">
          {rows.length === 0
            ? null
            : shown.matching === rows.length
              ? number(rows.length)
              : t('annotation.someShown', { shown: shown.matching, total: rows.length })}
        </span>
      </header>
      <By rows={all} names={names} />
      <BlindNote articleId={articleId} />
      <LayerBar articleId={articleId} />
      {rows.length > 0 || filter.length > 0 || filterOpen ? (
        <AnnotationFilter rows={rows} counts={counts} names={names} />
      ) : null}
      <OrphanBar count={counts.orphan} />
      {shown.rows.length > 0 ? (
        <AnnotationList
          rows={shown.rows}
          all={rows}
          names={names}
          links={links}
          focusId={focusId}
          apart={shown.apart}
        />
      ) : known && rows.length > 0 ? (
        <p className="pane-empty">
          {t('annotation.noneMatches')}{' '}
          {filter.length === 0 ? (
            <button type="button" className="link-button" onClick={() => clearFilter(shell)}>
              {t('filter.clear')}
            </button>
          ) : null}
        </p>
      ) : known ? (
        <p className="pane-empty">{t('annotation.none')}</p>
      ) : null}
    </>
  )
}
