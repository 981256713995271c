import { useWords } from '../app/words.tsx'
import { plainKey } from '../commands/accelerator.ts'
import { NotedField } from './fields.tsx'

type Props = { hotkey: string; problem: string | undefined; onChange(hotkey: string): void }

/** A key is pressed, not typed: a Russian layout gives the letter of the place. */
export const HotkeyField = ({ hotkey, problem, onChange }: Props) => {
  const { t } = useWords()
  return (
    <NotedField label={t('code.hotkey')} problem={problem} note={t('code.hotkey.note')}>
      {(described) => (
        <input
          {...described}
          className="input code-hotkey"
          spellCheck={false}
          autoComplete="off"
          value={hotkey.toUpperCase()}
          placeholder={t('code.hotkey.none')}
          onChange={(event) => {
            const key = event.target.value.trim().slice(-1).toLowerCase()
            if (key === '' || /^[a-z0-9]$/.test(key)) onChange(key)
          }}
          onKeyDown={(event) => {
            const pressed = plainKey(event)
            if (pressed) onChange(pressed)
            else if (event.code === 'Backspace' || event.code === 'Delete') onChange('')
            else return
            event.preventDefault()
          }}
        />
      )}
    </NotedField>
  )
}
