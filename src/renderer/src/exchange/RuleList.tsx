import { CircleSlash, Link2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../app/words.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'
import { type Becomes, becoming, nameOfRule, type RuleRow } from './rules.ts'

const ROW = 52

type Props = {
  rows: readonly RuleRow[]
  activeKey: string | undefined
  onActive(key: string): void
  onEnter(): void
  onChange(row: RuleRow): void
}

/** Keys that decide about the row of the list, as they tag in the text. */
const decisions: Record<string, Becomes> = {
  Digit1: 'actor',
  Digit2: 'position',
  Digit3: 'claim',
  Digit0: 'ignore',
  Delete: 'ignore',
}

/** Everything that was found, with what becomes of it. */
export const RuleList = ({ rows, activeKey, onActive, onEnter, onChange }: Props) => {
  const { t, number } = useWords()
  const onKey = (event: KeyboardEvent, row: RuleRow): boolean => {
    const as = decisions[event.code]
    if (!as) return false
    onChange(becoming(row, row.of === 'relations' && as !== 'ignore' ? 'link' : as))
    return true
  }
  return (
    <VirtualList
      label={t('import.rules')}
      items={rows}
      keyOf={({ key }) => key}
      activeKey={activeKey}
      onActive={onActive}
      onEnter={onEnter}
      click="active"
      onKey={onKey}
      first
      height={ROW}
    >
      {({ rule, found }) => {
        const { name, hint } = nameOfRule(rule)
        return (
          <span className="rule-row" data-ignored={rule.as === 'ignore' || undefined}>
            <span className="rule-sign">
              {rule.as === 'ignore' ? (
                <CircleSlash size={16} aria-hidden="true" />
              ) : rule.as === 'link' ? (
                <Link2 size={16} aria-hidden="true" />
              ) : (
                <TypeLetter type={rule.as} />
              )}
            </span>
            <span className="rule-name">
              <bdi className="one-line" dir="auto" title={rule.layer}>
                {name}
              </bdi>
              {/* Said in place of the sign, which is a picture. */}
              <span className="unseen">{t(`import.as.${rule.as}`)}</span>
              <span className="quiet small one-line">
                {found.isNew ? <span className="rule-new">{t('import.rule.new')}</span> : null}
                {[said(rule), hint].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="rule-count">{number(found.count)}</span>
          </span>
        )
      }}
    </VirtualList>
  )
}

const said = (rule: RuleRow['rule']): string =>
  rule.as === 'ignore' ? '' : rule.as === 'link' ? `→ ${rule.type}` : rule.code ? `→ ${rule.code}` : ''
