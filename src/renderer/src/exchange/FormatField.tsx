import { foreignReaders } from '../../../core/formats/index.ts'
import { useWords } from '../app/words.tsx'
import { titleOf } from './titles.ts'

type Props = { value: string | undefined; disabled?: boolean; onChange(format: string): void }

/** Of which format the files are. */
export const FormatField = ({ value, disabled, onChange }: Props) => {
  const { t } = useWords()
  return (
    <label className="field">
      <span>{t('import.format')}</span>
      <select
        className="input"
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {value === undefined ? <option value="">{t('import.noFormat')}</option> : null}
        {foreignReaders.map(({ id }) => (
          <option key={id} value={id}>
            {titleOf(t, id)}
          </option>
        ))}
      </select>
    </label>
  )
}
