/** Articles and annotators as a person names them on the command line; a name that fits nobody, or several, is wrong use. */
import type { Translate } from '../i18n/index.ts'
import type { ArticleSummary, Identity, Workbench } from '../workbench/contract.ts'
import type { Context } from './context.ts'
import { whoWorks } from './session.ts'
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
export const chosenAnnotators = (names: readonly string[], annotators: readonly Identity[], t: Translate): string[] =>
  names.map((name) =>
    only(
      name,
      annotators.filter((annotator) => annotator.id === name || annotator.name === name),
      t('cli.agree.noAnnotator', { name }),
      t,
    ),
  )

const ME = 'me'

/** By id or name; `me` is whoever works on this machine, who may not be in the project yet. */
export const chosenPeople = async (
  names: readonly string[],
  workbench: Workbench,
  context: Context,
): Promise<Identity[]> => {
  const me = names.includes(ME) ? [{ ...(await whoWorks(context, undefined)), name: ME }] : []
  const known = workbench.annotators()
  const ids = chosenAnnotators(names, [...me, ...known.filter(({ name }) => name !== ME)], context.t)
  return [...new Set(ids)].map((id) => ({ id, name: known.find((one) => one.id === id)?.name ?? ME }))
}

const only = (name: string, found: readonly { id: string }[], missing: string, t: Translate): string => {
  const [first, second] = found
  if (!first) throw wrongUse(missing)
  if (second) throw wrongUse(t('cli.agree.ambiguous', { name }))
  return first.id
}
