/** What the form of a code holds, and the change it amounts to. */
import type { Code } from '../../../core/codebook.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { CodeChange, CodeDraft } from '../../../workbench/contract.ts'
import type { ExampleDraft } from './ExampleFields.tsx'
import { type LabelDraft, labelDraft, labelWritten } from './fields.tsx'

export type CodeForm = {
  type: AnnotationType
  label: LabelDraft
  key: string
  definition: string
  examples: ExampleDraft[]
  color: string | undefined
  hotkey: string
  retired: boolean
}

export const formOf = (code: Code | undefined, type: AnnotationType): CodeForm => ({
  type: code?.type ?? type,
  label: labelDraft(code?.label),
  key: code?.key ?? '',
  definition: code?.definition ?? '',
  examples: (code?.examples ?? []).map((text, n) => ({ n, text })),
  color: code?.color,
  hotkey: code?.hotkey ?? '',
  retired: code?.retired ?? false,
})

export type CodeProblem = 'label' | 'key-empty' | 'key-taken'

/** What is wrong besides the hotkey. A new code needs no key: it is made from the label. */
export const problemsOf = (form: CodeForm, codes: readonly Code[], codeId: string | undefined): Set<CodeProblem> => {
  const problems = new Set<CodeProblem>()
  const key = form.key.trim()
  if (!labelWritten(form.label)) problems.add('label')
  if (codeId && !key) problems.add('key-empty')
  if (codes.some((code) => code.id !== codeId && code.type === form.type && code.key === key)) problems.add('key-taken')
  return problems
}

const membersOf = (form: CodeForm) => ({
  label: labelWritten(form.label) ?? {},
  key: form.key.trim(),
  definition: form.definition.trim(),
  examples: form.examples.map(({ text }) => text.trim()).filter(Boolean),
  color: form.color ?? '',
  hotkey: form.hotkey,
  retired: form.retired,
})

export const draftOf = (form: CodeForm, id: string, parent: string | undefined): CodeDraft => {
  const { label, key, definition, examples, color, hotkey, retired } = membersOf(form)
  return {
    id,
    type: form.type,
    label,
    examples,
    ...(key && { key }),
    ...(definition && { definition }),
    ...(color && { color }),
    ...(hotkey && { hotkey }),
    ...(retired && { retired }),
    ...(parent !== undefined && { parent }),
  }
}

/** Only what differs from before, so that nothing that was changed elsewhere meanwhile is overwritten. */
export const changeOf = (before: CodeForm, after: CodeForm): CodeChange => {
  const [was, is] = [membersOf(before), membersOf(after)]
  const changed = (name: keyof typeof is) => JSON.stringify(was[name]) !== JSON.stringify(is[name])
  return {
    ...(changed('label') && { label: is.label }),
    ...(changed('key') && { key: is.key }),
    ...(changed('definition') && { definition: is.definition || null }),
    ...(changed('examples') && { examples: is.examples }),
    ...(changed('color') && { color: is.color || null }),
    ...(changed('hotkey') && { hotkey: is.hotkey || null }),
    ...(changed('retired') && { retired: is.retired || null }),
  }
}
