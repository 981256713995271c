import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { removeAnnotations, tag } from '../actions/annotations.ts'
import { dragTarget } from '../actions/boundaries.ts'
import { layersNow } from '../actions/layers.ts'
import { takeEnd, takeOrEdit } from '../actions/linking.ts'
import { arrive } from '../actions/open-article.ts'
import { endPick } from '../actions/pick.ts'
import { stepDone } from '../actions/steps.ts'
import { keepViewSoon } from '../actions/view.ts'
import { AgreementView } from '../agreement/AgreementView.tsx'
import { DisagreementBar } from '../agreement/DisagreementBar.tsx'
import { useShell, useUi } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { CorpusView } from '../corpus/CorpusView.tsx'
import { Correction } from '../correction/Correction.tsx'
import { countRows, quoteOf } from '../data/annotation-rows.ts'
import { articleQuery, articlesQuery, projectQuery } from '../data/queries.ts'
import { placeIn } from '../data/view.ts'
import { ArticleEditor } from '../editor/ArticleEditor.tsx'
import type { ArticleEditorProps, EditorLabels } from '../editor/types.ts'
import { useLinkedIds } from '../links/use-link-book.ts'
import { useLayerStyles } from '../people/use-layers.ts'
import { ArticleHead } from './ArticleHead.tsx'
import { EmptyProject } from './EmptyProject.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { MentionQueueBar } from './MentionQueueBar.tsx'
import './ArticleView.css'

export const ArticleView = () => {
  const shell = useShell()
  const { t } = useWords()
  const articleId = useUi(({ articleId }) => articleId)
  const agreement = useUi(({ agreement }) => agreement.shown)
  const corpus = useUi(({ corpus }) => corpus.shown)
  const { data: articles } = useQuery(articlesQuery(shell))
  return (
    <main className="article" data-area="text" aria-label={t('area.text')}>
      {agreement ? (
        <AgreementView />
      ) : corpus ? (
        <CorpusView />
      ) : articleId ? (
        <>
          <FirstSteps />
          <Text key={articleId} articleId={articleId} />
          <MentionQueueBar />
          <DisagreementBar />
        </>
      ) : articles?.length === 0 ? (
        <EmptyProject />
      ) : (
        <p className="article-message">{t('article.choose')}</p>
      )}
    </main>
  )
}

const Text = ({ articleId }: { articleId: string }) => {
  const shell = useShell()
  const words = useWords()
  const { ui, layout, view, editor } = shell
  const article = useQuery(articleQuery(shell, articleId))
  const annotations = useQuery(shell.annotations.query(articleId))
  const focusId = useUi(({ focusId }) => focusId)
  const linkedIds = useLinkedIds(articleId, focusId)
  const layerStyles = useLayerStyles()
  // What the others tagged where they differ is marked as what is linked is.
  const differing = useUi(({ agreement: { looking } }) => {
    const ids = looking?.inText ? looking.row.disagreements?.list[looking.at]?.annotationIds : undefined
    return focusId && ids?.includes(focusId) && ids.length > 1 ? ids : undefined
  })
  const hiddenTypes = useUi(({ hiddenTypes }) => hiddenTypes)
  const picking = useUi(({ pick }) => pick !== undefined)
  const serviceReady = useUi(({ service }) => service === 'ready')
  const snap = useStore(layout, ({ snap }) => snap)
  const { data: project } = useQuery(projectQuery(shell))
  const correcting = useUi(({ correcting }) => correcting.includes(articleId))
  // biome-ignore lint/correctness/useExhaustiveDependencies: who corrected the text goes on reading where that was
  const initialView = useMemo(() => placeIn(view.kept, articleId), [view, articleId, correcting])
  const labels = useLabels(articleId)

  const onFocus = useCallback<ArticleEditorProps['onFocus']>(
    (id, how) => {
      if (id && how === 'click' && takeEnd(shell, id) === 'taken') return
      ui.set({ focusId: id, ...(id === ui.get().editId ? {} : { editId: undefined }) })
      if (id) stepDone(shell, 2)
      keepViewSoon(shell)
    },
    [shell, ui],
  )
  const onSelection = useCallback<NonNullable<ArticleEditorProps['onSelection']>>(
    (selection) => {
      ui.set({ selection })
      if (selection) stepDone(shell, 0)
      keepViewSoon(shell)
    },
    [shell, ui],
  )
  const onVisible = useCallback<NonNullable<ArticleEditorProps['onVisible']>>(
    (visibleId) => {
      ui.set({ visibleId })
      keepViewSoon(shell)
    },
    [shell, ui],
  )

  const isThere = article.data !== undefined && annotations.data !== undefined
  const complete = !annotations.isFetching
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is waited for comes with more rows
  useEffect(() => {
    if (isThere) arrive(shell, articleId, complete)
  }, [isThere, complete, annotations.data, articleId, shell])

  const error = article.error ?? annotations.error
  if (error) {
    return (
      <div className="article-message" role="alert">
        <p>{explain(words, error)}</p>
        <button
          type="button"
          className="button"
          onClick={() => void Promise.all([article.refetch(), annotations.refetch()])}
        >
          {words.t('dialog.retry')}
        </button>
      </div>
    )
  }
  if (!article.data || !annotations.data) return null
  if (correcting) return <Correction article={article.data} annotations={annotations.data} />
  return (
    <ArticleEditor
      article={article.data}
      annotations={annotations.data}
      focusId={focusId}
      linkedIds={differing ?? linkedIds}
      onFocus={onFocus}
      onTag={(type, spans) => void tag(shell, type, spans)}
      onRemove={(ids) => void removeAnnotations(shell, ids)}
      onEdit={(id) => takeOrEdit(shell, id)}
      onReshape={(id, fragments, phase) => void dragTarget(shell, id, fragments, phase)}
      onPick={picking ? (words, how) => endPick(shell, words, how) : undefined}
      onVisible={onVisible}
      onSelection={onSelection}
      hiddenTypes={hiddenTypes}
      {...(countRows(annotations.data).annotators.size > 1 ? { layerStyles } : {})}
      snap={snap}
      readOnly={project?.access !== 'write' || !serviceReady}
      {...(initialView ? { initialView } : {})}
      header={<ArticleHead article={article.data} />}
      labels={labels}
      locale={words.language}
      handleRef={editor}
    />
  )
}

const useLabels = (articleId: string): EditorLabels => {
  const shell = useShell()
  const { t } = useWords()
  return useMemo(
    () => ({
      text: t('editor.text'),
      hint: t('editor.hint'),
      toolbar: t('editor.toolbar'),
      handle: t('editor.handle'),
      types: { actor: t('type.actor'), position: t('type.position'), claim: t('type.claim') },
      letters: {
        actor: t('type.actor.letter'),
        position: t('type.position.letter'),
        claim: t('type.claim.letter'),
      },
      describe(row: Annotation) {
        const rows = shell.annotations.rows(articleId)
        const other = layersNow(shell).find(({ id, mine }) => id === row.annotatorId && !mine)
        const described = t('editor.described', {
          type: t(`type.${row.type}`),
          quote: quoteOf(row),
          certainty: row.certainty,
          note: row.note ?? '',
          index: rows.indexOf(row) + 1,
          total: rows.length,
        })
        return other ? `${described} ${t('layer.by', { name: other.name })}` : described
      },
    }),
    [t, shell, articleId],
  )
}
