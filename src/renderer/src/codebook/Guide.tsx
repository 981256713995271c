import { useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { labelIn } from '../../../core/labels.ts'
import { toggleCode, toggleGuide } from '../actions/coding.ts'
import { focusedRow } from '../actions/focus.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { codebookQuery } from '../data/queries.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { fitting } from '../registry/tree.ts'
import { VirtualList } from '../registry/VirtualList.tsx'
import { CodeDot } from './CodeChip.tsx'
import { emptyCodebook, openNew } from './codebook.ts'
import { offeredCodes, wordsOf } from './entries.ts'
import './Guide.css'

/** What each code for the annotation in focus means, to be read while coding; Enter or a click gives the code. */
export const Guide = () => {
  const shell = useShell()
  const { t } = useWords()
  const articleId = useUi(({ articleId }) => articleId) ?? ''
  useUi(({ focusId }) => focusId)
  useQuery(shell.annotations.query(articleId))
  const row = focusedRow(shell)
  return (
    <section className="guide" aria-label={t('guide.title')}>
      <header className="guide-head">
        <h3>{t('guide.title')}</h3>
        <IconButton label={t('guide.close')} onClick={() => toggleGuide(shell)}>
          <X size={16} />
        </IconButton>
      </header>
      {row ? <Codes key={row.type} row={row} /> : <p className="pane-empty">{t('guide.noFocus')}</p>}
    </section>
  )
}

const Codes = ({ row }: { row: Annotation }) => {
  const shell = useShell()
  const { t, language } = useWords()
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const [query, setQuery] = useState('')
  const [activeId, setActiveId] = useState<string>()
  const offered = offeredCodes(codes, row.type, language)
  const fits = fitting(query)
  const found = offered.filter(({ code }) => fits(`${wordsOf(code)} ${code.examples.join(' ')}`))
  if (offered.length === 0) {
    return (
      <div className="pane-empty guide-empty">
        <p>{t('guide.none', { type: row.type })}</p>
        {isWritable(shell) ? (
          <button type="button" className="button" onClick={() => openNew(shell, 'code')}>
            {t('guide.none.add')}
          </button>
        ) : null}
      </div>
    )
  }
  return (
    <>
      <div className="guide-search">
        <input
          className="input"
          type="search"
          value={query}
          placeholder={t('guide.find')}
          aria-label={t('guide.find')}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return
            event.preventDefault()
            void toggleCode(shell, first.code)
          }}
        />
      </div>
      {found.length > 0 ? (
        <VirtualList
          label={t('guide.list')}
          items={found}
          keyOf={({ code }) => code.id}
          activeKey={activeId}
          onActive={setActiveId}
          onEnter={({ code }) => {
            setActiveId(code.id)
            void toggleCode(shell, code)
          }}
          click="enter"
          height={72}
        >
          {({ code, path }) => (
            <div className="guide-code">
              <p className="guide-name">
                <CodeDot color={code.color} />
                <bdi dir="auto">{labelIn(code.label, language)}</bdi>
                {row.codes.includes(code.id) ? (
                  <>
                    <Check size={15} aria-hidden="true" />
                    <span className="unseen">{t('guide.has')}</span>
                  </>
                ) : null}
                {code.hotkey ? <kbd>{code.hotkey.toUpperCase()}</kbd> : null}
              </p>
              {path ? <p className="guide-path">{path}</p> : null}
              {code.definition ? <p dir="auto">{code.definition}</p> : null}
              {code.examples.map((text) => (
                <p key={text} className="guide-example" dir="auto">
                  {t('guide.example', { text })}
                </p>
              ))}
            </div>
          )}
        </VirtualList>
      ) : (
        <p className="pane-empty">{t('guide.noneMatches')}</p>
      )}
    </>
  )
}
