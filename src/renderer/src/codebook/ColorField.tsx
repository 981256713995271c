import { useId } from 'react'
import { useWords } from '../app/words.tsx'
import { palette } from './palette.ts'

type Props = { color: string | undefined; onChange(color: string | undefined): void }

/** A colour from a few, none, or the one that came with the code. */
export const ColorField = ({ color, onChange }: Props) => {
  const { t } = useWords()
  const name = useId()
  const own = color !== undefined && !palette.some(([, value]) => value === color)
  const ways: [label: string, value: string | undefined][] = [
    [t('code.color.none'), undefined],
    ...palette.map(([key, value]): [string, string] => [t(`code.color.${key}`), value]),
    ...(own ? [[t('code.color.own', { color }), color] as [string, string]] : []),
  ]
  return (
    <fieldset className="field colors">
      <legend>{t('code.color')}</legend>
      <div className="color-ways">
        {ways.map(([label, value]) => (
          <label key={label} className="color-way" title={label}>
            <input
              type="radio"
              name={name}
              className="unseen"
              checked={value === color}
              onChange={() => onChange(value)}
            />
            <span
              className={value ? 'color-swatch' : 'color-swatch none'}
              style={value ? { background: value } : undefined}
            />
            <span className="unseen">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
