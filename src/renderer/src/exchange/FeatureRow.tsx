import type { ReactNode } from 'react'
import type { FoundFeature } from '../../../core/formats/found.ts'
import { useWords } from '../app/words.tsx'
import { shortened } from '../parts/Name.tsx'
import type { FeatureRole } from './features.ts'

type Props = {
  feature: FoundFeature
  roles: readonly FeatureRole[]
  role: FeatureRole
  onRole(role: FeatureRole): void
  /** The attribute's key, where it becomes one. */
  attribute?: string | undefined
  onAttribute(key: string): void
  /** What else there is to say about it. */
  children?: ReactNode
}

/** What else the files say of a span or a relation, and what becomes of it. */
export const FeatureRow = ({ feature, roles, role, onRole, attribute, onAttribute, children }: Props) => {
  const { t } = useWords()
  const { name, count, values } = feature
  return (
    <li className="feature">
      <span className="feature-name">
        <bdi className="one-line" dir="auto" title={shortened(name)}>
          {shortened(name)}
        </bdi>
        <span className="quiet small one-line" dir="auto" title={shortened(values.join(', '))}>
          {t('import.feature.values', { count, values: shortened(values.join(', '), 80) })}
        </span>
      </span>
      <select
        className="input"
        aria-label={t('import.feature.becomes', { name })}
        value={role}
        onChange={({ target }) => {
          const chosen = roles.find((one) => one === target.value)
          if (chosen) onRole(chosen)
        }}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {t(`import.feature.${one}`)}
          </option>
        ))}
      </select>
      {role === 'attribute' ? (
        <input
          className="input"
          dir="auto"
          aria-label={t('import.feature.key', { name })}
          value={attribute ?? ''}
          onChange={(event) => onAttribute(event.target.value)}
        />
      ) : null}
      {children}
    </li>
  )
}
