import { memo } from 'react'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import type { Layer } from '../data/layers.ts'
import { Name } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { PeopleDots } from '../people/PeopleDots.tsx'
import { ProgressMark } from '../registry/ProgressMark.tsx'
import { articleName } from './article-name.ts'

export const ArticleRow = memo(({ article, layers }: { article: ArticleSummary; layers: readonly Layer[] }) => {
  const { t, day, number } = useWords()
  const { title, outlet, publishedAt, annotations, progress, people } = article
  const name = articleName(article)
  const draft = useUi(({ correcting }) => correcting.includes(article.id))
  return (
    <>
      <span className={title ? 'article-title' : 'article-title untitled'} dir="auto" title={name}>
        {name}
      </span>
      {draft ? <span className="article-draft small">{t('correct.draft')}</span> : null}
      {people.length > 0 || outlet || publishedAt || annotationTypeList.some((type) => annotations[type] > 0) ? (
        <span className="article-line">
          {progress ? <ProgressMark state={progress} /> : null}
          <span className="article-from one-line">
            {outlet ? <Name text={outlet} /> : null}
            {outlet && publishedAt ? ' · ' : null}
            {publishedAt ? day(publishedAt) : null}
          </span>
          <PeopleDots people={people} layers={layers} />
          <span className="article-counts">
            {annotationTypeList.map((type) =>
              annotations[type] > 0 ? (
                <span key={type} className="article-count" title={t(`status.${type}`, { count: annotations[type] })}>
                  <TypeLetter type={type} />
                  {number(annotations[type])}
                </span>
              ) : null,
            )}
          </span>
        </span>
      ) : null}
    </>
  )
})
