import type { FoundFeature } from '../../../core/formats/found.ts'
import { useWords } from '../app/words.tsx'
import { shortened } from '../parts/Name.tsx'

type Props = {
  feature: FoundFeature
  /** The attribute that it becomes. */
  attribute: string | undefined
  onChange(attribute: string | undefined): void
}

/** What else the files say of a span or a relation: kept as an attribute, or left out. */
export const FeatureRow = ({ feature, attribute, onChange }: Props) => {
  const { t } = useWords()
  const { name, count, values } = feature
  return (
    <li className="feature">
      <span className="feature-name">
        <bdi className="one-line" dir="auto" title={shortened(name)}>
          {shortened(name)}
        </bdi>
        <span className="quiet small one-line" dir="auto">
          {t('import.feature.values', { count, values: shortened(values.join(', '), 80) })}
        </span>
      </span>
      <select
        className="input"
        aria-label={t('import.feature.becomes', { name })}
        value={attribute === undefined ? 'ignore' : 'attribute'}
        onChange={(event) => onChange(event.target.value === 'ignore' ? undefined : name)}
      >
        <option value="attribute">{t('import.feature.attribute')}</option>
        <option value="ignore">{t('import.feature.ignore')}</option>
      </select>
      {attribute === undefined ? null : (
        <input
          className="input"
          dir="auto"
          aria-label={t('import.feature.key', { name })}
          value={attribute}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </li>
  )
}
