import { Failure } from '../../../core/failure.ts'
import type { OutFormat } from '../../../core/formats/out/format.ts'
import { choiceNames, type OutChoice, outFlags } from '../../../core/formats/out/options.ts'
import { useWords } from '../app/words.tsx'
import { choiceIn, type ExportChoice, asked as isAsked } from './export-choice.ts'

type Props = {
  choice: ExportChoice
  format: OutFormat
  asked: 'layer' | OutChoice | undefined
  error: unknown
  onChange(choice: ExportChoice): void
}

/** The options that the format takes, from its own description. */
export const ExportOptions = ({ choice, format, asked, error, onChange }: Props) => {
  const { t } = useWords()
  const set = (name: string, value: string | boolean) =>
    onChange({ ...choice, options: { ...choice.options, [name]: value } })
  const count = error instanceof Failure ? Number(error.params['count'] ?? 0) : 0
  return (
    <>
      <div className="export-options">
        {choiceNames.map((name) => {
          const values = format.options[name]
          if (!values || (values.length < 2 && !isAsked.has(name))) return null
          const value = choiceIn(choice.options, format, name)
          return (
            <label key={name} className="field">
              <span>{t(`export.option.${name}`)}</span>
              <select
                className="input"
                value={value ?? ''}
                aria-describedby={asked === name ? 'export-asked' : undefined}
                onChange={({ target }) => set(name, target.value)}
              >
                {value === undefined ? <option value="">{t('export.choice.asked')}</option> : null}
                {values.map((one) => (
                  <option key={one} value={one}>
                    {t(`export.choice.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          )
        })}
      </div>
      {asked === 'nesting' || asked === 'measure' ? (
        <p id="export-asked" className="export-asked small" role="alert">
          {asked === 'nesting' ? t('export.nesting.asked', { count }) : t('export.measure.asked')}
        </p>
      ) : null}
      {outFlags.map((name) =>
        format.options[name] ? (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={choice.options[name] === true}
              onChange={({ target }) => set(name, target.checked)}
            />
            {t(`export.option.${name}`)}
          </label>
        ) : null,
      )}
    </>
  )
}
