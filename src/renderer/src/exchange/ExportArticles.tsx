import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { ArticleChoice } from '../people/ArticleChoice.tsx'
import { type ExportChoice, isDone } from './export-choice.ts'

type Props = { choice: ExportChoice; articles: readonly ArticleSummary[]; onChange(choice: ExportChoice): void }

/** Of which articles. */
export const ExportArticles = ({ choice, articles, onChange }: Props) => {
  const { t } = useWords()
  const { which, articleIds } = choice
  const done = articles.filter(isDone).length
  const way = (value: ExportChoice['which'], label: string) => (
    <label className="check">
      <input
        type="radio"
        name="export-articles"
        checked={which === value}
        onChange={() => onChange({ ...choice, which: value })}
      />
      {label}
    </label>
  )
  return (
    <>
      <fieldset className="share-choice">
        <legend>{t('export.articles')}</legend>
        {way('worked', t('export.articles.worked'))}
        {way('done', t('export.articles.done', { count: done }))}
        {way('some', t('export.articles.some'))}
        {which === 'done' && done === 0 ? <p className="export-asked small">{t('export.articles.noneDone')}</p> : null}
        {which === 'some' && articleIds.length === 0 ? (
          <p className="export-asked small">{t('export.articles.noneChosen')}</p>
        ) : null}
      </fieldset>
      {which === 'some' ? (
        <ArticleChoice
          chosen={new Set(articleIds)}
          onChange={(chosen) => onChange({ ...choice, articleIds: [...chosen] })}
        />
      ) : null}
    </>
  )
}
