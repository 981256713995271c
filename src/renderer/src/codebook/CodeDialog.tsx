import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { codebookQuery } from '../data/queries.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { Affected } from './Affected.tsx'
import { ColorField } from './ColorField.tsx'
import { type CodeForm, changeOf, draftOf, formOf, problemsOf } from './code-draft.ts'
import { codeOf, emptyCodebook, labelOf } from './codebook.ts'
import { ExampleFields } from './ExampleFields.tsx'
import { KeyField, LabelFields, TypeField } from './fields.tsx'
import { HotkeyField } from './HotkeyField.tsx'
import { builtInUse, codeWithKey } from './hotkeys.ts'
import { add, change } from './writes.ts'

type Props = { codeId: string | undefined; type: AnnotationType; parent: string | undefined; onClose(): void }

/** A code, or a new one beside the one the list stands at: all that is said of it. */
export const CodeDialog = ({ codeId, type, parent, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const [before] = useState(() => formOf(codeOf(shell, codeId), type))
  const [form, setForm] = useState(before)
  const [checked, setChecked] = useState(false)
  const set = (changed: Partial<CodeForm>) => setForm({ ...form, ...changed })
  const problems = problemsOf(form, codes, codeId)
  const hotkeyProblem = useHotkeyProblem(form, codeId)
  const keyProblem = problems.has('key-taken')
    ? t('codebook.key.taken')
    : checked && problems.has('key-empty')
      ? t('codebook.key.problem')
      : undefined
  const save = async () => {
    setChecked(true)
    if (problems.size > 0 || (hotkeyProblem && form.hotkey !== before.hotkey)) return
    const done = codeId
      ? await change(shell, 'code.notChanged', () => shell.desk.updateCode(codeId, changeOf(before, form)))
      : await add(shell, () => shell.desk.addCode(draftOf(form, v7(), form.type === type ? parent : undefined)))
    if (done) onClose()
  }
  return (
    <FormDialog title={t(codeId ? 'code.details' : 'code.new')} onSave={() => void save()} onClose={onClose}>
      <LabelFields label={form.label} wrong={checked && problems.has('label')} onChange={(label) => set({ label })} />
      <TypeField type={form.type} fixed={codeId !== undefined} onChange={(other) => set({ type: other })} />
      <KeyField
        value={form.key}
        label={form.label}
        fixed={false}
        problem={keyProblem}
        onChange={(key) => set({ key })}
      />
      <label className="field">
        <span>{t('code.definition')}</span>
        <textarea
          className="input"
          dir="auto"
          value={form.definition}
          onChange={(event) => set({ definition: event.target.value })}
        />
      </label>
      <ExampleFields examples={form.examples} onChange={(examples) => set({ examples })} />
      <div className="field half">
        <ColorField color={form.color} onChange={(color) => set({ color })} />
      </div>
      <HotkeyField hotkey={form.hotkey} problem={hotkeyProblem} onChange={(hotkey) => set({ hotkey })} />
      <div className="field">
        <label className="check">
          <input type="checkbox" checked={form.retired} onChange={(event) => set({ retired: event.target.checked })} />
          {t('code.retired.field')}
        </label>
        {codeId ? <Affected kind="code" id={codeId} /> : null}
      </div>
    </FormDialog>
  )
}

/** Why a code cannot have the key. One that came with a file is told too, and let be. */
const useHotkeyProblem = (form: CodeForm, codeId: string | undefined): string | undefined => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  if (!form.hotkey) return undefined
  const use = builtInUse(form.hotkey)
  if (use) return t('code.hotkey.builtIn', { key: form.hotkey.toUpperCase(), does: t(use).replace(/…$/, '') })
  const other = codeWithKey(
    codes.filter(({ id }) => id !== codeId),
    form.type,
    form.hotkey,
  )
  return other && t('code.hotkey.taken', { key: form.hotkey.toUpperCase(), name: labelOf(shell, other) })
}
