/** Articles and annotators as a person names them on the command line. */
import type { Translate } from '../i18n/index.ts'
import type { ArticleSummary, Workbench } from '../workbench/contract.ts'
import { wrongUse } from './stop.ts'

/** By id, the beginning of an id, or title. */
export const chosenArticles = (names: readonly string[], articles: readonly ArticleSummary[], t: Translate): string[] =>
  names.map((name) =>
    only(
      name,
      articles.filter(({ id, title }) => id.startsWith(name) || id.startsWith(`sha256:${name}`) || title === name),
      t('cli.agree.noArticle', { name }),
      t,
    ),
  )

/** By id or name. */
export const chosenAnnotators = (
  names: readonly string[],
  annotators: ReturnType<Workbench['annotators']>,
  t: Translate,
): string[] => {
  const ids = names.map((name) =>
    only(
      name,
      annotators.filter((annotator) => annotator.id === name || annotator.name === name),
      t('cli.agree.noAnnotator', { name }),
      t,
    ),
  )
  if (new Set(ids).size < 2) throw wrongUse(t('cli.agree.twoAnnotators'))
  return ids
}

const only = (name: string, found: readonly { id: string }[], missing: string, t: Translate): string => {
  const [first, second] = found
  if (!first) throw wrongUse(missing)
  if (second) throw wrongUse(t('cli.agree.ambiguous', { name }))
  return first.id
}
