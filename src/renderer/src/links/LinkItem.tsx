import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { changeLink, removeLink } from '../actions/links.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name } from '../parts/Name.tsx'
import type { LinkEnd } from './link-book.ts'
import { linkName, rulesFrom } from './link-types.ts'
import { useEndName } from './use-end-name.ts'
import { useLinkTypes } from './use-link-book.ts'

type Props = { row: Annotation; names: Names; end: LinkEnd }

/** One link: its type, where it leads, whether it is sure, and a note. Delete outside of the note removes it. */
export const LinkItem = ({ row, names, end }: Props) => {
  const shell = useShell()
  const words = useWords()
  const own = useLinkTypes()
  const { link, to, far } = end
  const { t } = words
  const there = useEndName(names)(end)
  const name = there?.name ?? t('link.gone')
  // Without a direction it is stored with one, which it has again when it becomes one of another type.
  const leads = link.from === row.id
  const other = 'actor' in to ? undefined : (far ?? names.annotation(to.annotation))
  const otherType = 'actor' in to ? 'actorEntry' : other?.type
  const rules = (leads ? rulesFrom(row.type, own) : other ? rulesFrom(other.type, own) : []).filter(
    (rule) => rule.key === link.type || rule.to.some((type) => type === (leads ? otherType : row.type)),
  )
  const nameOf = ({ key, symmetric }: { key: string; symmetric: boolean }) =>
    linkName(words, own, key, symmetric ? 'both' : leads ? 'out' : 'in')

  const [type, setType] = useChosen(link.type, (chosen) => changeLink(shell, link, { type: chosen }))
  const [certainty, setCertainty] = useChosen(link.certainty, (chosen) =>
    changeLink(shell, link, { certainty: chosen }),
  )

  const remove = (item: HTMLElement | null) => {
    // The item goes; the keyboard stays near.
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector<HTMLElement>('select')
    const into = next ?? item?.closest('form')?.querySelector<HTMLElement>('textarea')
    into?.focus()
    void removeLink(shell, link)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
    if (event.code !== 'Delete' && event.code !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    remove(event.currentTarget)
  }
  return (
    <li className="link-item" onKeyDown={onKeyDown}>
      <select
        className="input"
        aria-label={`${t('link.type')}: ${name}`}
        value={type}
        onChange={({ target }) => setType(target.value)}
      >
        {rules.some(({ key }) => key === link.type) ? null : (
          <option value={link.type}>{linkName(words, own, link.type, end.way)}</option>
        )}
        {rules.map((rule) => (
          <option key={rule.key} value={rule.key}>
            {nameOf(rule)}
          </option>
        ))}
      </select>
      <Name text={name} />
      <IconButton
        label={t('link.remove', { name })}
        onClick={({ currentTarget }) => remove(currentTarget.closest<HTMLElement>('li'))}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
      <div className="link-item-rest">
        <label className="check">
          <input
            type="checkbox"
            checked={certainty === 'unsure'}
            onChange={({ target }) => setCertainty(target.checked ? 'unsure' : 'sure')}
          />
          {t('certainty.unsure')}
        </label>
        <LinkNote end={end} name={name} />
      </div>
    </li>
  )
}

/** Saved with Enter, and when the keyboard or the form goes elsewhere; Escape leaves it as it was. */
const LinkNote = ({ end: { link }, name }: { end: LinkEnd; name: string }) => {
  const shell = useShell()
  const { t } = useWords()
  const [note, setNote] = useChosen(link.note ?? '', (chosen) => changeLink(shell, link, { note: chosen || null }))
  const [text, setText] = useState<string>()
  const write = () => {
    const written = text?.trim()
    setText(undefined)
    if (written !== undefined && written !== note) setNote(written)
  }
  const leave = useRef(write)
  leave.current = write
  useEffect(() => () => leave.current(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape') {
      if (text === undefined) return
      setText(undefined)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) write()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      className="input"
      aria-label={`${t('link.note')}: ${name}`}
      placeholder={t('link.note')}
      dir="auto"
      value={text ?? note}
      onChange={({ target }) => setText(target.value)}
      onBlur={write}
      onKeyDown={onKeyDown}
    />
  )
}

/** Shows what was chosen until that is stored, or could not be. */
const useChosen = <T,>(stored: T, write: (chosen: T) => Promise<boolean>) => {
  const [chosen, setChosen] = useState<T>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored now counts
  useEffect(() => setChosen(undefined), [stored])
  const choose = (value: T) => {
    setChosen(value)
    void write(value).then((done) => {
      if (!done) setChosen(undefined)
    })
  }
  return [chosen ?? stored, choose] as const
}
