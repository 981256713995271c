import { useWords } from '../app/words.tsx'
import { plainKey } from '../commands/accelerator.ts'
import { Problem } from './fields.tsx'

type Props = { hotkey: string; problem: string | undefined; onChange(hotkey: string): void }

/** A key is pressed, not typed: a Russian layout gives the letter of the place. */
export const HotkeyField = ({ hotkey, problem, onChange }: Props) => {
  const { t } = useWords()
  return (
    <label className="field half">
      <span>{t('code.hotkey')}</span>
      <input
        className="input code-hotkey"
        spellCheck={false}
        autoComplete="off"
        value={hotkey.toUpperCase()}
        placeholder={t('code.hotkey.none')}
        aria-invalid={problem !== undefined}
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
      {problem ? <Problem>{problem}</Problem> : null}
      <span className="quiet small">{t('code.hotkey.note')}</span>
    </label>
  )
}
