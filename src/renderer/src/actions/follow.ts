/** Going along links, and back. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Link } from '../../../core/records.ts'
import { isolated } from '../app/explain.ts'
import type { Place, Shell } from '../app/shell.ts'
import { codebookOf } from '../codebook/codebook.ts'
import { codebookQuery, linksQuery } from '../data/queries.ts'
import { type LinkEnd, linkBook } from '../links/link-book.ts'
import { linkName } from '../links/link-types.ts'
import { showType } from './filter.ts'
import { focusAnnotation } from './focus.ts'
import { endName } from './links.ts'
import { announce, nothingChanged, notifyFailure } from './notices.ts'
import { openArticle } from './open-article.ts'

// Further back nobody remembers having been.
const REMEMBERED = 50

/** Shows the other end of a link and remembers the way back. */
export const followEnd = (shell: Shell, from: Place, { to, far }: Pick<LinkEnd, 'to' | 'far'>) => {
  remember(shell, from)
  shell.ui.set({ trail: undefined })
  show(shell, from.articleId, to, far)
}

/**
 * Shows what the annotation in focus is linked to. Pressed again there, it goes on to the next link of the annotation where
 * this began, and after the last one back to that annotation.
 */
export const followNext = async (shell: Shell) => {
  const here = placeNow(shell)
  if (!here) return
  const { trail } = shell.ui.get()
  const going = trail && isSame(trail.at, here) ? trail : undefined
  const from = going?.from ?? here
  try {
    const ends = await standingEnds(shell, from)
    if (!ends) return
    const number = going ? ends.findIndex(({ link }) => link.id === going.shown) + 1 : 0
    const end = ends[number]
    if (!end) return returnTo(shell, from)
    if (!going) remember(shell, from)
    const at = show(shell, from.articleId, end.to, end.far) ?? from
    shell.ui.set({ trail: { from, shown: end.link.id, at } })
    const quote = endName(shell, from.articleId, end.to)
    announce(shell, (words) =>
      words.t(ends.length === 1 ? 'link.followed.one' : 'link.followed', {
        number: number + 1,
        count: ends.length,
        name: isolated(linkName(words, codebookOf(shell).linkTypes, end.link.type, end.way)),
        quote,
      }),
    )
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('link.notFollowed'), error, nothingChanged)
  }
}

/** As `followNext`, of the annotation in focus, however one came there. */
export const followOn = async (shell: Shell) => {
  shell.ui.set({ trail: undefined })
  await followNext(shell)
}

/** To where a link was followed from. */
export const goBack = (shell: Shell) => {
  const { back } = shell.ui.get()
  const place = back.findLast((place) => !isSame(place, placeNow(shell)) && stands(shell, place))
  if (!place) {
    shell.ui.set({ back: [], trail: undefined })
    return announce(shell, ({ t }) => t('link.back.none'))
  }
  shell.ui.set({ back: back.slice(0, back.lastIndexOf(place)), trail: undefined })
  goTo(shell, place)
}

const placeNow = ({ ui }: Shell): Place | undefined => {
  const { articleId, focusId } = ui.get()
  return articleId && focusId ? { articleId, annotationId: focusId } : undefined
}

const isSame = (a: Place, b: Place | undefined): boolean =>
  a.articleId === b?.articleId && a.annotationId === b.annotationId

/** In an article that is not on the screen it may be: that is seen there. */
const stands = ({ ui, annotations }: Shell, { articleId, annotationId }: Place): boolean =>
  articleId !== ui.get().articleId || annotations.all(articleId).some(({ id }) => id === annotationId)

const remember = ({ ui }: Shell, place: Place) => ui.set({ back: [...ui.get().back, place].slice(-REMEMBERED) })

const returnTo = (shell: Shell, from: Place) => {
  shell.ui.set({ trail: undefined, back: shell.ui.get().back.filter((place) => !isSame(place, from)) })
  goTo(shell, from)
  announce(shell, ({ t }) => t('link.returned'))
}

/** The links of an annotation that lead somewhere; says so where there are none. */
const standingEnds = async (shell: Shell, { articleId, annotationId }: Place) => {
  const { queries, annotations } = shell
  const [{ links, far }, { linkTypes }] = await Promise.all([
    queries.fetchQuery(linksQuery(shell, articleId)),
    queries.fetchQuery(codebookQuery(shell)),
  ])
  await annotations.fetch(articleId)
  const rows = annotations.all(articleId)
  const ends = linkBook(links, far, linkTypes).of(annotationId)
  const standing = ends.filter(({ to, far }) => far || 'actor' in to || rows.some(({ id }) => id === to.annotation))
  if (standing.length > 0) return standing
  announce(shell, ({ t }) => t(ends.length > 0 ? 'link.onlyGone' : 'link.none'))
  return undefined
}

/** Shows an annotation, or the entry of an actor; the place where one is then, if it is another. */
const show = (shell: Shell, articleId: string, to: Link['to'], far: Annotation | undefined): Place | undefined => {
  if ('actor' in to) {
    shell.ui.set({ dialog: { kind: 'actorDetails', actorId: to.actor } })
    return undefined
  }
  const place = { articleId: far?.articleId ?? articleId, annotationId: to.annotation }
  goTo(shell, place)
  return place
}

const goTo = (shell: Shell, { articleId, annotationId }: Place) => {
  const { ui, annotations } = shell
  if (articleId !== ui.get().articleId) return openArticle(shell, articleId, annotationId)
  const row = annotations.all(articleId).find(({ id }) => id === annotationId)
  // What is hidden could not be seen, and what is not loaded yet is waited for.
  if (row) showType(shell, row.type)
  else ui.set({ arriving: annotationId })
  focusAnnotation(shell, annotationId)
}
