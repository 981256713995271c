import type { ImportMapping } from '../../../core/formats/mapping.ts'
import { useWords } from '../app/words.tsx'
import { Choose } from '../forms/Choose.tsx'
import { CodeOfRule } from './CodeOfRule.tsx'
import { LinkFeatures } from './LinkFeatures.tsx'
import { LinkTypeOfRule } from './LinkTypeOfRule.tsx'
import { type Becomes, becoming, featuresOfRow, nameOfRule, type RuleRow } from './rules.ts'
import { Sample } from './Sample.tsx'
import { SpanFeatures } from './SpanFeatures.tsx'

type Props = { row: RuleRow; mapping: ImportMapping; onChange(row: RuleRow): void }

const spanWays = { actor: '1', position: '2', claim: '3', ignore: '0' } as const
const relationWays = { link: '1', ignore: '0' } as const

/** What becomes of one layer or label, and how it looks in the texts. */
export const RuleDetail = ({ row, mapping, onChange }: Props) => {
  const { t } = useWords()
  const { rule, found } = row
  const { name, hint } = nameOfRule(rule)
  const keys: Partial<Record<Becomes, string>> = row.of === 'spans' ? spanWays : relationWays
  const ways = (Object.keys(keys) as Becomes[]).map((value) => ({
    value,
    label: t(`import.as.${value}`),
    key: keys[value] ?? '',
  }))
  const features = featuresOfRow(row)
  return (
    <div className="rule-detail">
      <header>
        <h3 dir="auto">{name}</h3>
        {hint ? (
          <p className="quiet small rule-layer">{rule.layer === hint ? hint : `${rule.layer} ${where(row)}`}</p>
        ) : null}
      </header>
      <div className="field">
        <span>{t('import.becomes')}</span>
        <Choose
          label={t('import.becomes')}
          ways={ways}
          value={rule.as}
          onChange={(as) => onChange(becoming(row, as ?? 'ignore'))}
        />
      </div>
      {row.of === 'spans' && row.rule.as !== 'ignore' ? (
        <CodeOfRule
          key={row.key}
          type={row.rule.as}
          code={row.rule.code}
          onChange={(code) => {
            if (row.rule.as === 'ignore') return
            const { code: _, ...rest } = row.rule
            onChange({ ...row, rule: code ? { ...rest, code } : rest })
          }}
        />
      ) : null}
      {row.of === 'relations' && row.rule.as === 'link' ? (
        <LinkTypeOfRule
          key={row.key}
          type={row.rule.type}
          onChange={(type) => row.rule.as === 'link' && onChange({ ...row, rule: { ...row.rule, type } })}
        />
      ) : null}
      {rule.as !== 'ignore' && features.length > 0 ? (
        <div className="field">
          <span>{t('import.features')}</span>
          {row.of === 'spans' && row.rule.as !== 'ignore' ? (
            <SpanFeatures
              rule={row.rule}
              features={features}
              onChange={(changed) => onChange({ ...row, rule: changed })}
            />
          ) : null}
          {row.of === 'relations' && row.rule.as === 'link' ? (
            <LinkFeatures
              rule={row.rule}
              features={features}
              onChange={(changed) => onChange({ ...row, rule: changed })}
            />
          ) : null}
        </div>
      ) : null}
      <div className="field">
        <span>
          {t('import.examples')} · {t('import.examples.of', { shown: found.examples.length, count: found.count })}
        </span>
        <ul className="samples">
          {found.examples.map((example, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two examples may be equal
            <Sample key={index} example={example} mapping={mapping} />
          ))}
        </ul>
      </div>
    </div>
  )
}

const where = ({ rule: { where = {} } }: RuleRow): string =>
  Object.entries(where)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
