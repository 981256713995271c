import { X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { type AliasDraft, aliasKinds } from './actor-draft.ts'

type Props = {
  aliases: AliasDraft[]
  wrongLangs: ReadonlySet<number>
  disabled: boolean
  onChange(aliases: AliasDraft[]): void
}

/** Other names of an actor. Enter in a name goes on to a new one, Backspace in an empty one takes it away. */
export const AliasFields = ({ aliases, wrongLangs, disabled, onChange }: Props) => {
  const { t } = useWords()
  const ref = useRef<HTMLFieldSetElement>(null)
  const focusText = (index: number) =>
    setTimeout(() => {
      const texts = ref.current?.querySelectorAll<HTMLElement>('.alias-text')
      const target = texts?.[index] ?? texts?.[index - 1] ?? ref.current?.querySelector<HTMLElement>('.button')
      target?.focus()
    })
  const add = () => {
    const key = Math.max(-1, ...aliases.map((alias) => alias.key)) + 1
    onChange([...aliases, { key, text: '', kind: 'name', lang: '' }])
    focusText(aliases.length)
  }
  const remove = (index: number) => {
    onChange(aliases.filter((_, at) => at !== index))
    focusText(index)
  }
  const set = (index: number, change: Partial<AliasDraft>) =>
    onChange(aliases.map((alias, at) => (at === index ? { ...alias, ...change } : alias)))
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && aliases[index]?.text.trim()) add()
    else if (event.code === 'Backspace' && aliases[index]?.text === '') remove(index)
    else return
    event.preventDefault()
  }
  return (
    <fieldset ref={ref} className="field aliases" disabled={disabled}>
      <legend className="quiet small">{t('actor.aliases')}</legend>
      {aliases.map(({ key, text, kind, lang }, index) => (
        <div key={key} className="alias">
          <input
            className="input alias-text"
            dir="auto"
            spellCheck={false}
            aria-label={t('actor.alias', { number: index + 1 })}
            value={text}
            onChange={(event) => set(index, { text: event.target.value })}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          <select
            className="input"
            aria-label={t('actor.alias.kind', { number: index + 1 })}
            value={kind}
            onChange={(event) => {
              const chosen = aliasKinds.find((other) => other === event.target.value)
              if (chosen) set(index, { kind: chosen })
            }}
          >
            {aliasKinds.map((other) => (
              <option key={other} value={other}>
                {t(`alias.${other}`)}
              </option>
            ))}
          </select>
          <input
            className="input"
            spellCheck={false}
            placeholder={t('actor.alias.lang.short')}
            aria-label={t('actor.alias.lang', { number: index + 1 })}
            aria-invalid={wrongLangs.has(key)}
            value={lang}
            onChange={(event) => set(index, { lang: event.target.value })}
          />
          <IconButton label={t('actor.alias.remove', { number: index + 1 })} onClick={() => remove(index)}>
            <X size={16} />
          </IconButton>
        </div>
      ))}
      {wrongLangs.size > 0 ? (
        <span className="field-problem" role="alert">
          {t('actor.alias.lang.problem')}
        </span>
      ) : null}
      <button type="button" className="button" onClick={add}>
        {t('actor.aliases.add')}
      </button>
    </fieldset>
  )
}
