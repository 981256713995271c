import { X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'

export type ExampleDraft = { n: number; text: string }

type Props = { examples: ExampleDraft[]; onChange(examples: ExampleDraft[]): void }

/** Examples of what a code is for. Enter goes on to a new one, Backspace in an empty one takes it away. */
export const ExampleFields = ({ examples, onChange }: Props) => {
  const { t } = useWords()
  const ref = useRef<HTMLFieldSetElement>(null)
  const focus = (index: number) =>
    setTimeout(() => {
      const texts = ref.current?.querySelectorAll<HTMLElement>('input')
      const target = texts?.[index] ?? texts?.[index - 1] ?? ref.current?.querySelector<HTMLElement>('.button')
      target?.focus()
    })
  const add = () => {
    onChange([...examples, { n: Math.max(-1, ...examples.map(({ n }) => n)) + 1, text: '' }])
    focus(examples.length)
  }
  const remove = (index: number) => {
    onChange(examples.toSpliced(index, 1))
    focus(index)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && examples[index]?.text.trim()) add()
    else if (event.code === 'Backspace' && examples[index]?.text === '') remove(index)
    else return
    event.preventDefault()
  }
  return (
    <fieldset ref={ref} className="field aliases">
      <legend className="quiet small">{t('code.examples')}</legend>
      {examples.map(({ n, text }, index) => (
        <div key={n} className="example">
          <input
            className="input"
            dir="auto"
            aria-label={t('code.example', { number: index + 1 })}
            value={text}
            onChange={(event) => onChange(examples.toSpliced(index, 1, { n, text: event.target.value }))}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          <IconButton label={t('code.example.remove', { number: index + 1 })} onClick={() => remove(index)}>
            <X size={16} />
          </IconButton>
        </div>
      ))}
      <button type="button" className="button" onClick={add}>
        {t('code.examples.add')}
      </button>
    </fieldset>
  )
}
