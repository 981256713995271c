import type { FoundFeature } from '../../../core/formats/found.ts'
import type { RelationRule } from '../../../core/formats/mapping.ts'
import { FeatureRow } from './FeatureRow.tsx'

type LinkRule = Extract<RelationRule, { as: 'link' }>
type Props = { rule: LinkRule; features: readonly FoundFeature[]; onChange(rule: LinkRule): void }

/** The features of relations: links have attributes, and nothing else for them. */
export const LinkFeatures = ({ rule, features, onChange }: Props) => (
  <ul className="features">
    {features.map((feature) => {
      const { name } = feature
      const { [name]: attribute, ...others } = rule.attributes ?? {}
      const keep = (key: string) => onChange({ ...rule, attributes: { ...others, [name]: key } })
      return (
        <FeatureRow
          key={name}
          feature={feature}
          roles={['attribute', 'ignore']}
          role={attribute === undefined ? 'ignore' : 'attribute'}
          onRole={(role) => (role === 'attribute' ? keep(name) : onChange({ ...rule, attributes: others }))}
          attribute={attribute}
          onAttribute={keep}
        />
      )
    })}
  </ul>
)
