import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { metricIds } from '../../../core/agreement/project/metrics.ts'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articlesQuery, registriesQuery } from '../data/queries.ts'
import { Chips } from '../forms/Chips.tsx'
import { Combo } from '../forms/Combo.tsx'
import { articleName } from '../panes/article-name.ts'
import { folded } from '../panes/folded.ts'
import { type Choices, changeAgreement, usualChoices } from './state.ts'

/** Of what and of whom the figures are. */
export const ChoicesPanel = () => {
  const shell = useShell()
  const { t } = useWords()
  const choices = useUi(({ agreement }) => agreement.choices)
  const articleId = useUi(({ articleId }) => articleId)
  const { data: registries } = useQuery(registriesQuery(shell))
  const change = (part: Partial<Choices>) => changeAgreement(shell, { choices: { ...choices, ...part } })
  const people = registries?.annotators ?? []
  return (
    <div className="agreement-choices">
      <Group label={t('agreement.choices.articles')}>
        {(['all', 'this', 'chosen'] as const).map((articles) => (
          <label key={articles} className="check">
            <input
              type="radio"
              name="agreement-articles"
              checked={choices.articles === articles}
              disabled={articles === 'this' && articleId === undefined}
              onChange={() => change({ articles })}
            />
            {t(`agreement.articles.${articles}`)}
          </label>
        ))}
        {choices.articles === 'chosen' ? (
          <ChosenArticles ids={choices.articleIds} onChange={(articleIds) => change({ articleIds })} />
        ) : null}
      </Group>
      {people.length > 2 ? (
        <Boxes
          label={t('agreement.choices.annotators')}
          all={people.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={choices.annotatorIds}
          fewest={2}
          onChange={(annotatorIds) => change({ annotatorIds })}
        />
      ) : null}
      <Boxes
        label={t('agreement.choices.types')}
        all={annotationTypeList.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        chosen={choices.types}
        fewest={1}
        onChange={(types) => change({ types })}
      />
      <Boxes
        label={t('agreement.choices.metrics')}
        all={metricIds.map((metric) => ({
          value: metric,
          label: t(`agreement.metric.${metric}`),
          title: t(`agreement.meaning.${metric}`),
        }))}
        chosen={choices.metrics}
        fewest={1}
        onChange={(metrics) => change({ metrics: metrics.length > 0 ? metrics : metricIds })}
      />
      <button type="button" className="link-button" onClick={() => change(usualChoices)}>
        {t('agreement.choices.reset')}
      </button>
    </div>
  )
}

const Group = ({ label, children }: { label: string; children: ReactNode }) => (
  <fieldset className="agreement-group">
    <legend>{label}</legend>
    {children}
  </fieldset>
)

type BoxesProps<T extends string> = {
  label: string
  all: readonly { value: T; label: string; title?: string }[]
  /** None is all. */
  chosen: readonly T[]
  fewest: number
  onChange(chosen: T[]): void
}

const Boxes = <T extends string>({ label, all, chosen, fewest, onChange }: BoxesProps<T>) => {
  const values = all.map(({ value }) => value)
  const now = chosen.length > 0 ? values.filter((value) => chosen.includes(value)) : values
  return (
    <Group label={label}>
      {all.map(({ value, label, title }) => {
        const checked = now.includes(value)
        const next = values.filter((other) => (other === value ? !checked : now.includes(other)))
        return (
          <label key={value} className="check" title={title}>
            <input
              type="checkbox"
              checked={checked}
              disabled={checked && now.length <= fewest}
              onChange={() => onChange(next.length === values.length ? [] : next)}
            />
            {label}
          </label>
        )
      })}
    </Group>
  )
}

const MOST = 40

const ChosenArticles = ({ ids, onChange }: { ids: readonly string[]; onChange(ids: string[]): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = [] } = useQuery(articlesQuery(shell))
  const [query, setQuery] = useState('')
  const named = articles.map((article) => ({ id: article.id, label: articleName(article) }))
  const found = named.filter(({ id, label }) => !ids.includes(id) && folded(label).includes(folded(query.trim())))
  return (
    <Chips
      label={t('agreement.articles.chosen')}
      unlabelled
      items={ids.map((id) => ({ key: id, label: named.find((one) => one.id === id)?.label ?? id }))}
      onRemove={(index) => onChange(ids.toSpliced(index, 1))}
    >
      <Combo
        label={t('agreement.articles.chosen')}
        placeholder={t('agreement.articles.find')}
        query={query}
        onQuery={setQuery}
        choices={found.slice(0, MOST).map(({ id, label }) => ({
          key: id,
          label,
          take: () => {
            setQuery('')
            onChange([...ids, id])
          },
        }))}
        onBack={() => onChange(ids.slice(0, -1))}
      />
    </Chips>
  )
}
