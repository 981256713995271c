/** What figures are about, in words. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ScopeNames, scopePhrase } from '../../../core/agreement/project/told.ts'
import { labelIn } from '../../../core/labels.ts'
import type { Translate } from '../../../i18n/index.ts'
import type { AgreementRow, AgreementScope } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import type { Shell } from '../app/shell.ts'
import { useWords } from '../app/words.tsx'
import { articlesQuery, registriesQuery } from '../data/queries.ts'
import { byId } from '../data/standing.ts'
import { articleName } from '../panes/article-name.ts'

type Registries = Awaited<ReturnType<Shell['desk']['registries']>>
type Articles = Awaited<ReturnType<Shell['desk']['articles']>>

/** An id that nothing is known of stands for itself. */
export const scopeNames = (
  registries: Registries | undefined,
  articles: Articles | undefined,
  language: 'en' | 'ru',
): ScopeNames => {
  const [annotators, codes, issues] = [byId(registries?.annotators), byId(registries?.codes), byId(registries?.issues)]
  const listed = byId(articles)
  return {
    annotator: (id) => annotators.get(id)?.name ?? id,
    article(id) {
      const article = listed.get(id)
      return article ? articleName(article) : id
    },
    code(id) {
      const code = codes.get(id)
      return code ? labelIn(code.label, language) : id
    },
    issue: (id) => issues.get(id)?.name ?? id,
  }
}

export const useScopeNames = (): ScopeNames => {
  const shell = useShell()
  const { language } = useWords()
  const { data: registries } = useQuery(registriesQuery(shell))
  const { data: articles } = useQuery(articlesQuery(shell))
  return useMemo(() => scopeNames(registries, articles, language), [registries, articles, language])
}

export const scopeName = (scope: AgreementScope, names: ScopeNames, t: Translate): string => {
  const { key, values } = scopePhrase(scope, names)
  return t(key, values)
}

/** `Krippendorff’s α, stance`. */
export const measureName = ({ metric, attribute }: Pick<AgreementRow, 'metric' | 'attribute'>, t: Translate): string =>
  [t(`agreement.metric.${metric}`), attribute && t(`agreement.attribute.${attribute}`)].filter(Boolean).join(', ')

/** The number to two places, or that there is none. */
export const valueText = ({ value }: Pick<AgreementRow, 'value'>, t: Translate): string =>
  value === null ? t('agreement.undefined') : t('agreement.number', { value })
