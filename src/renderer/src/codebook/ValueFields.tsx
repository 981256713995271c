import { X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { keyFrom } from '../../../core/labels.ts'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import type { ValueDraft } from './attribute-draft.ts'
import { labelWritten } from './fields.tsx'

type Props = { values: ValueDraft[]; onChange(values: ValueDraft[]): void }

/** The choices of an attribute. Enter goes on to a new one, Backspace in an empty one takes it away. */
export const ValueFields = ({ values, onChange }: Props) => {
  const { t, language } = useWords()
  const ref = useRef<HTMLFieldSetElement>(null)
  const order = language === 'ru' ? (['ru', 'en'] as const) : (['en', 'ru'] as const)
  const focus = (index: number) =>
    setTimeout(() => {
      const rows = ref.current?.querySelectorAll<HTMLElement>('.value-first')
      const target = rows?.[index] ?? rows?.[index - 1] ?? ref.current?.querySelector<HTMLElement>('.button')
      target?.focus()
    })
  const add = () => {
    const n = Math.max(-1, ...values.map((value) => value.n)) + 1
    onChange([...values, { n, key: '', label: { ru: '', en: '' } }])
    focus(values.length)
  }
  const remove = (index: number) => {
    onChange(values.toSpliced(index, 1))
    focus(index)
  }
  const set = (index: number, change: Partial<ValueDraft>) =>
    onChange(values.map((value, at) => (at === index ? { ...value, ...change } : value)))
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const label = values[index]?.label
    if (event.key === 'Enter' && label && labelWritten(label)) add()
    else if (event.code === 'Backspace' && label && !labelWritten(label)) remove(index)
    else return
    event.preventDefault()
  }
  return (
    <fieldset ref={ref} className="field aliases">
      <legend className="quiet small">{t('attribute.values')}</legend>
      {values.map(({ n, key, label }, index) => (
        <div key={n} className="value">
          {order.map((lang, at) => (
            <input
              key={lang}
              className={at === 0 ? 'input value-first' : 'input'}
              dir="auto"
              lang={lang}
              placeholder={t(`codebook.label.short.${lang}`)}
              aria-label={t(`attribute.value.${lang}`, { number: index + 1 })}
              value={label[lang]}
              onChange={(event) => set(index, { label: { ...label, [lang]: event.target.value } })}
              onKeyDown={at === 0 ? (event) => onKeyDown(event, index) : undefined}
            />
          ))}
          <input
            className="input code-key"
            spellCheck={false}
            placeholder={keyFrom(labelWritten(label) ?? {}) || t('codebook.key.short')}
            aria-label={t('attribute.value.key', { number: index + 1 })}
            value={key}
            onChange={(event) => set(index, { key: event.target.value })}
          />
          <IconButton label={t('attribute.value.remove', { number: index + 1 })} onClick={() => remove(index)}>
            <X size={16} />
          </IconButton>
        </div>
      ))}
      <button type="button" className="button" onClick={add}>
        {t('attribute.values.add')}
      </button>
    </fieldset>
  )
}
