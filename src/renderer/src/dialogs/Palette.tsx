import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { languages } from '../../../i18n/index.ts'
import { openArticle } from '../actions/open-article.ts'
import { useShell } from '../app/context.tsx'
import { useWords, wordsIn } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { commands, isEnabled } from '../commands/commands.ts'
import { articlesQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { folded } from '../panes/folded.ts'
import { Name } from '../parts/Name.tsx'
import './Palette.css'

type Entry = { id: string; label: string; note: string; key?: string | undefined; enabled: boolean; run(): void }

const MOST_ARTICLES = 12

/** Everything the window can be told to do, found by a few letters in either language; articles by their titles too. */
export const Palette = ({ onClose }: { onClose(): void }) => {
  const { t } = useWords()
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const entries = useEntries(query)
  const current = entries[Math.min(chosen, entries.length - 1)]

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  useLayoutEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const run = (entry: Entry | undefined) => {
    if (!entry?.enabled) return
    onClose()
    // The keyboard is back where it was before the command looks.
    setTimeout(entry.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const count = Math.max(1, entries.length)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.code]
    if (step === 1 || step === -1) setChosen((Math.min(chosen, count - 1) + step + count) % count)
    else if (step) setChosen(Math.min(count - 1, Math.max(0, chosen + step)))
    else if (event.key === 'Enter') run(current)
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by keyboard
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.open')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="palette-page">
        <input
          className="palette-field"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${current.id}`}
          aria-label={t('palette.open')}
          placeholder={t('palette.hint')}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div id={listId} className="palette-list" role="listbox" aria-label={t('palette.open')} tabIndex={-1}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
            <div
              key={entry.id}
              id={`${listId}-${entry.id}`}
              className="palette-entry"
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              aria-disabled={!entry.enabled}
              onPointerMove={() => setChosen(index)}
              onClick={() => run(entry)}
            >
              <Name className="palette-label" text={entry.label} />
              <span className="quiet small">{entry.note}</span>
              {entry.key ? <kbd>{entry.key}</kbd> : null}
            </div>
          ))}
        </div>
        {entries.length === 0 ? <p className="palette-none">{t('palette.none')}</p> : null}
      </div>
    </dialog>
  )
}

const useEntries = (query: string): Entry[] => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = [] } = useQuery({ ...articlesQuery(shell), enabled: shell.ui.get().phase === 'open' })
  return useMemo(() => {
    const words = folded(query).split(' ').filter(Boolean)
    const fits = (...texts: string[]) => {
      const text = folded(texts.join(' '))
      return words.every((word) => text.includes(word))
    }
    const found = commands
      .filter(({ label, group }) =>
        fits(...languages.flatMap((language) => [wordsIn(language).t(label), wordsIn(language).t(`menu.${group}`)])),
      )
      .map((command): Entry => {
        const [key] = command.keys ?? []
        return {
          id: command.id,
          label: (command.name?.(shell) ?? t(command.label)).replace(/…$/, ''),
          note: t(`menu.${command.group}`),
          key: key && shown(key, shell.platform),
          enabled: isEnabled(shell, command),
          run: () => void command.run(shell),
        }
      })
    const named = words.length === 0 ? [] : articles.filter(({ title, opening }) => fits(title ?? opening))
    return [
      // What can be done now comes first.
      ...found.filter(({ enabled }) => enabled),
      ...named.slice(0, MOST_ARTICLES).map(
        (article): Entry => ({
          id: article.id,
          label: articleName(article),
          note: t('palette.article'),
          enabled: true,
          run: () => openArticle(shell, article.id),
        }),
      ),
      ...found.filter(({ enabled }) => !enabled),
    ]
  }, [query, articles, shell, t])
}
