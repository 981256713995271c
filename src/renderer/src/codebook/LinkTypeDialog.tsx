import { useState } from 'react'
import { builtInLinkTypes, type LinkType, linkType as linkTypeSchema } from '../../../core/codebook.ts'
import { keyFrom } from '../../../core/labels.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { FormDialog } from '../parts/FormDialog.tsx'
import { Affected } from './Affected.tsx'
import { codebookOf } from './codebook.ts'
import { KeyField, LabelFields, labelDraft, labelWritten, Problem } from './fields.tsx'
import { add, change } from './writes.ts'

type Props = { linkTypeId: string | undefined; onClose(): void }
type End = LinkType['to'][number]

const ends = {
  from: ['actor', 'position', 'claim'],
  to: ['actor', 'position', 'claim', 'actorEntry'],
} as const satisfies Record<string, readonly End[]>

/** A kind of link between annotations, or a new one. */
export const LinkTypeDialog = ({ linkTypeId, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const [before] = useState(() => codebookOf(shell).linkTypes.find(({ id }) => id === linkTypeId))
  const [label, setLabel] = useState(() => labelDraft(before?.label))
  const [key, setKey] = useState(before?.key ?? '')
  const [from, setFrom] = useState<readonly LinkType['from'][number][]>(before?.from ?? [])
  const [to, setTo] = useState<readonly End[]>(before?.to ?? [])
  const [symmetric, setSymmetric] = useState(before?.symmetric ?? false)
  const [checked, setChecked] = useState(false)
  const written = labelWritten(label)
  const given = key.trim() || (written ? keyFrom(written) : '')
  const others = codebookOf(shell).linkTypes.filter(({ id }) => id !== linkTypeId)
  const builtIn = builtInLinkTypes.some((other) => other === given)
  const keyProblem =
    builtIn || others.some((other) => other.key === given)
      ? t(builtIn ? 'linkType.key.builtIn' : 'codebook.key.taken')
      : checked && written && !linkTypeSchema.shape.key.safeParse(given).success
        ? t('codebook.key.problem')
        : undefined
  const save = async () => {
    setChecked(true)
    if (!written || !given || keyProblem || from.length === 0 || to.length === 0) return
    const members = { label: written, from: [...from], to: [...to], symmetric }
    const done = linkTypeId
      ? await change(shell, 'codebook.notChanged', () => shell.desk.updateLinkType(linkTypeId, members))
      : await add(shell, () => shell.desk.addLinkType({ key: given, ...members }))
    if (done) onClose()
  }
  return (
    <FormDialog
      title={t(linkTypeId ? 'linkType.details' : 'linkType.new')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <LabelFields label={label} wrong={checked && !written} onChange={setLabel} />
      <KeyField value={key} label={label} fixed={linkTypeId !== undefined} problem={keyProblem} onChange={setKey} />
      <div className="field half attribute-required">
        <label className="check">
          <input type="checkbox" checked={symmetric} onChange={(event) => setSymmetric(event.target.checked)} />
          {t('linkType.symmetric')}
        </label>
      </div>
      <Ends name="from" all={ends.from} chosen={from} checked={checked} onChange={setFrom} />
      <Ends name="to" all={ends.to} chosen={to} checked={checked} onChange={setTo} />
      {linkTypeId ? (
        <div className="field">
          <Affected kind="linkType" id={linkTypeId} />
          <p className="quiet small">{t('linkType.change.note')}</p>
        </div>
      ) : null}
    </FormDialog>
  )
}

type EndsProps<T extends End> = {
  name: 'from' | 'to'
  all: readonly T[]
  chosen: readonly T[]
  checked: boolean
  onChange(chosen: readonly T[]): void
}

/** What a link may lead from, or to. */
const Ends = <T extends End>({ name, all, chosen, checked, onChange }: EndsProps<T>) => {
  const { t } = useWords()
  return (
    <fieldset className="field half link-ends">
      <legend>{t(`linkType.${name}`)}</legend>
      {all.map((end) => (
        <label key={end} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(end)}
            onChange={(event) =>
              onChange(all.filter((other) => (other === end ? event.target.checked : chosen.includes(other))))
            }
          />
          {t(`type.${end}`)}
        </label>
      ))}
      {checked && chosen.length === 0 ? <Problem>{t('linkType.end.problem')}</Problem> : null}
    </fieldset>
  )
}
