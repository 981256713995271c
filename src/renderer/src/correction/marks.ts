/** What is marked in the field: annotations and found words. They go along with what is typed. */
import { type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Annotation } from '../../../core/annotation.ts'
import type { Span } from '../../../core/span.ts'

type Layer = { field: StateField<DecorationSet>; effect(set: DecorationSet): StateEffect<DecorationSet> }

const layer = (): Layer => {
  const put = StateEffect.define<DecorationSet>()
  return {
    field: StateField.define<DecorationSet>({
      create: () => Decoration.none,
      update: (set, { changes, effects }) => effects.findLast((effect) => effect.is(put))?.value ?? set.map(changes),
      provide: (field) => EditorView.decorations.from(field),
    }),
    effect: (set) => put.of(set),
  }
}

export const annotationLayer = layer()
export const foundLayer = layer()

// What is typed in the place of the words belongs to them.
const types = {
  actor: Decoration.mark({ class: 'actor', inclusive: true }),
  position: Decoration.mark({ class: 'position', inclusive: true }),
  claim: Decoration.mark({ class: 'claim', inclusive: true }),
}

/** @param placed where a span of the article's text stands in the field now; it may be empty there */
export const annotationMarks = (annotations: readonly Annotation[], placed: (span: Span) => Span): DecorationSet => {
  const ranges: Range<Decoration>[] = []
  for (const { anchor, target, type } of annotations) {
    if (anchor === 'orphan') continue
    for (const fragment of target.fragments) {
      const { start, end } = placed(fragment)
      if (start < end) ranges.push(types[type].range(start, end))
    }
  }
  return Decoration.set(ranges, true)
}

const found = Decoration.mark({ class: 'found' })
const foundNow = Decoration.mark({ class: 'found found-now' })

/** @param current the index of the hit that is gone to */
export const foundMarks = (hits: readonly Span[], current: number): DecorationSet =>
  Decoration.set(hits.map(({ start, end }, index) => (index === current ? foundNow : found).range(start, end)))
