import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { Source } from '../../../core/attribution.ts'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { countRows, quoteOf, type Rows } from '../data/annotation-rows.ts'
import { initialsOf, type Layer } from '../data/layers.ts'
import { codebookQuery, registriesQuery } from '../data/queries.ts'
import { followed, rowLookUp } from '../data/row-look-up.ts'
import { byId, standing } from '../data/standing.ts'
import { useLayerStyles } from '../people/use-layers.ts'

/** Names for what annotations refer to by id; each is isolated, so that it cannot turn the sentence around it. */
export type Names = {
  actor(id: string): string
  issue(id: string): string
  /** An annotation of the article. */
  annotation(id: string): Annotation | undefined
  source(source: Source): string
  code(id: string): CodeName
  /** `form: direct speech`, by the codebook; as it stands where the codebook does not know it. */
  attribute(type: AnnotationType, key: string, value: string | number | boolean): string
  annotator(id: string): string
  /** Who made it, where several people's work is listed. */
  madeBy(row: Annotation): Pick<Layer, 'name' | 'initials' | 'style'> | undefined
}

export type CodeName = { id: string; label: string; color: string | undefined }

/** The same names until something they name changes. */
export const useNames = (rows: Rows): Names => {
  const shell = useShell()
  const { t, language, number } = useWords()
  const { data: codebook } = useQuery(codebookQuery(shell))
  const { data: registries } = useQuery(registriesQuery(shell))
  const styles = useLayerStyles()
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const lookUp = useRef(rowLookUp(rows))
  lookUp.current = followed(lookUp.current, rows)
  const { find: annotation } = lookUp.current
  const several = countRows(rows).annotators.size > 1
  return useMemo(() => {
    const actors = byId(registries?.actors)
    const issues = byId(registries?.issues)
    const annotators = byId(registries?.annotators)
    const codes = byId(codebook?.codes)
    const actor = (id: string) => isolated(standing(actors, id)?.name ?? t('actor.unknown'))
    const annotator = (id: string) => isolated(annotators.get(id)?.name ?? t('annotator.unknown'))
    return {
      actor,
      issue: (id) => isolated(standing(issues, id)?.name ?? t('issue.unknown')),
      annotation,
      source(source) {
        if ('implicit' in source) return t('source.implicit')
        if ('actor' in source) return actor(source.actor)
        const named = annotation(source.annotation)
        if (!named) return t('actor.unknown')
        return named.type === 'actor' && named.body.actorId ? actor(named.body.actorId) : isolated(quoteOf(named))
      },
      code(id) {
        const code = standing(codes, id)
        return { id, label: code ? labelIn(code.label, language) : t('codes.unknown'), color: code?.color }
      },
      attribute(type, key, value) {
        const attribute = codebook?.attributes.find((one) => one.type === type && one.key === key)
        const choice = attribute?.values.find((one) => one.key === value)
        const shown =
          typeof value === 'boolean'
            ? t(value ? 'attribute.yes' : 'attribute.no')
            : typeof value === 'number'
              ? number(value)
              : isolated(choice ? labelIn(choice.label, language) : value, 120)
        return `${isolated(attribute ? labelIn(attribute.label, language) : key)}: ${shown}`
      },
      annotator,
      madeBy: ({ annotatorId }) =>
        several && annotatorId !== me
          ? {
              name: annotator(annotatorId),
              initials: initialsOf(annotators.get(annotatorId)?.name ?? '?'),
              style: styles.get(annotatorId),
            }
          : undefined,
    }
  }, [registries, codebook, annotation, several, me, styles, t, language, number])
}
