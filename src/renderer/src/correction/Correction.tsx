import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { Article } from '../../../core/article.ts'
import { leaveCorrection, previewCorrection } from '../actions/correction.ts'
import { draftOf } from '../actions/drafts.ts'
import { keepView, keepViewSoon } from '../actions/view.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { placeIn } from '../data/view.ts'
import { carriedOver } from './draft.ts'
import { type Field, openField } from './field.ts'
import './Correction.css'

type Props = { article: Article; annotations: readonly Annotation[] }

/** The text of an article to be typed over. What is typed is kept as a draft until it is saved or given up. */
export const Correction = ({ article, annotations }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const hintId = useId()
  const host = useRef<HTMLDivElement>(null)
  const attributes = useMemo(
    () => ({
      'aria-label': t('correct.text'),
      'aria-multiline': 'true',
      'aria-description': t('correct.hint'),
      spellcheck: 'false',
      tabindex: '0',
      ...(article.language ? { lang: article.language } : {}),
    }),
    [t, article.language],
  )
  const field = useField(host, article, attributes)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or field is drawn anew
  useEffect(() => {
    const draft = shell.drafts.get(article.id)
    if (draft) field.current?.show(annotations, draft.changes)
  }, [annotations, article, attributes])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void previewCorrection(shell)
    else if (event.code === 'Escape') void leaveCorrection(shell)
    else return
    event.preventDefault()
  }
  const keys = (accelerator: string) => shown(accelerator, shell.platform)
  return (
    <section
      className="correction"
      aria-label={t('correct.title')}
      aria-describedby={hintId}
      onKeyDownCapture={onKeyDown}
    >
      <div className="correction-bar">
        <p id={hintId}>
          <strong>{t('correct.title')}</strong> {t('correct.hint')}
        </p>
        <button type="button" className="button" title={keys('Escape')} onClick={() => void leaveCorrection(shell)}>
          {t('dialog.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          title={keys('CmdOrCtrl+Enter')}
          onClick={() => void previewCorrection(shell)}
        >
          {t('correct.preview')}
        </button>
      </div>
      <div ref={host} className="correction-field" />
    </section>
  )
}

type Host = { current: HTMLDivElement | null }

/** The field, open as long as this is on the screen; its draft follows what is typed, and what happens to the article elsewhere. */
const useField = (host: Host, article: Article, attributes: Record<string, string>) => {
  const shell = useShell()
  const field = useRef<Field>(undefined)
  const arriving = useRef(false)
  const latest = useRef(article)

  useLayoutEffect(() => {
    if (!host.current) return
    const { id } = latest.current
    const draft = draftOf(shell, latest.current)
    const opened = openField(host.current, {
      draft,
      place: placeIn(shell.view.kept, id),
      attributes,
      onChange: (changes) => {
        const now = shell.drafts.get(id)
        if (!now || arriving.current) return
        shell.drafts.set(id, { base: now.base, changes: now.changes.compose(changes) })
        keepViewSoon(shell)
      },
    })
    field.current = opened
    shell.editor.current = opened
    opened.focusText()
    return () => {
      const last = shell.drafts.get(id)
      if (last) shell.drafts.set(id, { ...last, rest: opened.rest() })
      shell.editor.current = null
      field.current = undefined
      opened.close()
    }
  }, [shell, host, attributes])

  // The article's text was changed elsewhere: by undo, or by a merge.
  useLayoutEffect(() => {
    latest.current = article
    const draft = shell.drafts.get(article.id)
    if (!draft || !field.current || draft.base === article.text) return
    const carried = carriedOver(draft, article.text)
    arriving.current = true
    field.current.arrive(carried.arrived)
    arriving.current = false
    shell.drafts.set(article.id, carried.draft)
    keepView(shell)
  }, [shell, article])

  return field
}
