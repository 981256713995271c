/** What a link may lead to, as it is offered and looked for. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { LinkRule } from '../../../core/codebook.ts'
import { addLink } from '../actions/links.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { quoteOf } from '../data/annotation-rows.ts'
import { registriesQuery } from '../data/queries.ts'
import type { Choice } from '../forms/Combo.tsx'
import { findActors } from '../forms/search.ts'
import { bodyLines } from '../panes/body-lines.ts'
import { folded } from '../panes/folded.ts'
import { useNames } from '../panes/names.ts'
import { shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { linkedAlready, possibleEnds } from './possible-ends.ts'
import { useLinkBook } from './use-link-book.ts'

const MOST = 30
const MOST_ACTORS = 8

/** Annotations, the nearest first, then actors of the registry; what is linked so already stands last and says so. */
export const useEndChoices = (row: Annotation, rule: LinkRule, onTaken: () => void) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const { data: registries } = useQuery(registriesQuery(shell))
  const rows = shell.annotations.rows(row.articleId)
  const names = useNames(rows)
  const book = useLinkBook(row.articleId)
  const ends = useMemo(() => possibleEnds(rows, row, rule), [rows, row, rule])
  const linked = linkedAlready(book.of(row.id), rule.key)
  // What is read of thousands of annotations is read once, and only where something is looked for.
  const read = useRef(new Map<string, string>())
  const textOf = (end: Annotation): string => {
    const known = read.current.get(end.id)
    if (known !== undefined) return known
    const lines = bodyLines(end, names, t).map(({ text }) => text)
    const text = folded([quoteOf(end), ...lines].join(' '))
    read.current.set(end.id, text)
    return text
  }
  const take = (to: { annotation: string } | { actor: string }) => () => {
    onTaken()
    void addLink(shell, row, rule.key, to)
  }
  const hintOf = (id: string, hint: string | undefined) => (linked.has(id) ? t('link.already.short') : hint)

  const wanted = folded(query)
  const found = wanted === '' ? ends : ends.filter((end) => textOf(end).includes(wanted))
  const fresh = found.filter(({ id }) => !linked.has(id)).slice(0, MOST)
  const taken = found.filter(({ id }) => linked.has(id)).slice(0, MOST)
  const annotationChoice = (end: Annotation): Choice => ({
    key: end.id,
    sign: <TypeLetter type={end.type} />,
    label: shortened(quoteOf(end), 120),
    hint: hintOf(end.id, bodyLines(end, names, t).find(({ kind }) => kind === 'paraphrase' || kind === 'main')?.text),
    take: take({ annotation: end.id }),
  })
  const actors = rule.to.includes('actorEntry') ? findActors(registries?.actors ?? [], query, MOST_ACTORS) : []
  const actorChoice = ({ id, name }: { id: string; name: string }): Choice => ({
    key: id,
    label: name,
    hint: hintOf(id, t('link.actor')),
    take: take({ actor: id }),
  })
  return {
    query,
    setQuery,
    choices: [...fresh.map(annotationChoice), ...actors.map(actorChoice), ...taken.map(annotationChoice)],
  }
}
