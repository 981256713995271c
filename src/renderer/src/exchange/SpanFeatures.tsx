import { stance } from '../../../core/annotation-types/position.ts'
import type { FoundFeature } from '../../../core/formats/found.ts'
import type { TakenRule } from '../../../core/formats/mapping.ts'
import { actorType } from '../../../core/registries.ts'
import { useWords } from '../app/words.tsx'
import { shortened } from '../parts/Name.tsx'
import { FeatureRow } from './FeatureRow.tsx'
import { actorTypeOf, roleOf, rolesFor, withActorType, withRole, withStance } from './features.ts'

type Props = { rule: TakenRule; features: readonly FoundFeature[]; onChange(rule: TakenRule): void }

/** The features of spans: attributes, notes, and what goes into the bodies of positions and claims. */
export const SpanFeatures = ({ rule, features, onChange }: Props) => {
  const { t } = useWords()
  return (
    <ul className="features">
      {features.map((feature) => {
        const { name, values } = feature
        const role = roleOf(rule, name)
        const type = actorTypeOf(rule, name)
        return (
          <FeatureRow
            key={name}
            feature={feature}
            roles={rolesFor(rule.as)}
            role={role}
            onRole={(chosen) => onChange(withRole(rule, feature, chosen))}
            attribute={rule.attributes?.[name]}
            onAttribute={(key) => onChange({ ...rule, attributes: { ...rule.attributes, [name]: key } })}
          >
            {type ? (
              <select
                className="input"
                aria-label={t('import.feature.actorType', { name })}
                value={type}
                onChange={({ target }) => onChange(withActorType(rule, name, actorType.parse(target.value)))}
              >
                {actorType.options.map((one) => (
                  <option key={one} value={one}>
                    {t(`actorType.${one}`)}
                  </option>
                ))}
              </select>
            ) : null}
            {role === 'stance' ? (
              <ul className="stances small">
                {values.map(String).map((value) => (
                  <li key={value}>
                    <label>
                      <bdi className="one-line" dir="auto">
                        {shortened(value)}
                      </bdi>
                      <select
                        className="input"
                        value={rule.stance?.values[value] ?? ''}
                        onChange={({ target }) =>
                          onChange(withStance(rule, value, stance.safeParse(target.value).data))
                        }
                      >
                        <option value="">{t('import.stance.none')}</option>
                        {stance.options.map((one) => (
                          <option key={one} value={one}>
                            {t(`stance.name.${one}`)}
                          </option>
                        ))}
                      </select>
                    </label>
                  </li>
                ))}
              </ul>
            ) : null}
          </FeatureRow>
        )
      })}
    </ul>
  )
}
