import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LinkType } from '../../../core/codebook.ts'
import { useShell } from '../app/context.tsx'
import { codebookQuery, type LinkData, linksQuery } from '../data/queries.ts'
import { linkBook } from './link-book.ts'

const nothing: LinkData = { links: [], far: [] }
const none: readonly LinkType[] = []

export const useLinkTypes = (): readonly LinkType[] => useQuery(codebookQuery(useShell())).data?.linkTypes ?? none

/** The links of an article by annotation, and anew only when one of them changes. */
export const useLinkBook = (articleId: string) => {
  const { data: { links, far } = nothing } = useQuery(linksQuery(useShell(), articleId))
  const own = useLinkTypes()
  return useMemo(() => linkBook(links, far, own), [links, far, own])
}

/** Annotations of the article that one of them is linked to. */
export const useLinkedIds = (articleId: string, annotationId: string | undefined): readonly string[] => {
  const book = useLinkBook(articleId)
  return useMemo(
    () => book.of(annotationId ?? '').flatMap(({ to, far }) => ('actor' in to || far ? [] : to.annotation)),
    [book, annotationId],
  )
}
