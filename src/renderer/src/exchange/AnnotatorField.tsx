import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'

type Props = {
  format: string
  /** Absent where the files say. */
  name: string | undefined
  onChange(name: string | undefined): void
}

/** In whose name the annotations will stand. */
export const AnnotatorField = ({ format, name, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const me = useStore(shell.settings, ({ identity }) => identity?.name)
  const chosen = name === undefined ? 'file' : name === me ? 'me' : 'other'
  return (
    <div className="field">
      <label htmlFor="import-by">{t('import.by')}</label>
      <div className="import-by">
        <select
          id="import-by"
          className="input"
          title={chosen === 'file' ? t('import.by.note', { format }) : undefined}
          value={chosen}
          onChange={({ target }) => onChange(target.value === 'file' ? undefined : target.value === 'me' ? me : '')}
        >
          <option value="file">{t('import.by.file')}</option>
          {me === undefined ? null : <option value="me">{t('import.by.me', { name: me })}</option>}
          <option value="other">{t('import.by.other')}</option>
        </select>
        {chosen === 'other' ? (
          <input
            className="input"
            dir="auto"
            maxLength={200}
            placeholder={t('import.by.name')}
            aria-label={t('import.by.name')}
            value={name}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : null}
      </div>
    </div>
  )
}
