import { type ReactNode, useId, useState } from 'react'
import { makeSplit, putTogether, renameSplit } from '../actions/splits.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { firstSplit, sharesIn } from '../exchange/export-choice.ts'
import { Modal } from '../parts/Modal.tsx'
import { ArticleChoice } from '../people/ArticleChoice.tsx'
import '../dialogs/dialogs.css'

/** Making a split, naming it anew, or putting articles together. */
export type SplitDialog = 'new' | 'together' | { rename: string }

type Props = { show: SplitDialog; onClose(): void }

export const SplitDialogs = ({ show, onClose }: Props) =>
  show === 'new' ? (
    <NewSplit onClose={onClose} />
  ) : show === 'together' ? (
    <Together onClose={onClose} />
  ) : (
    <Rename name={show.rename} onClose={onClose} />
  )

const NewSplit = ({ onClose }: Pick<Props, 'onClose'>) => {
  const shell = useShell()
  const { t } = useWords()
  const [name, setName] = useState('')
  const [plan, setPlan] = useState<{ shares: string; seed: string; stratify: '' | 'outlet' | 'month' }>(firstSplit)
  const hintId = useId()
  const shares = sharesIn(plan.shares)
  const seedIsSound = /^\d{1,9}$/.test(plan.seed)
  const { stratify } = plan
  const save = async () => {
    const draft = shares && { name: name.trim(), shares, seed: Number(plan.seed), ...(stratify && { stratify }) }
    if (draft && (await makeSplit(shell, draft))) onClose()
  }
  return (
    <Small
      title={t('splits.new.title')}
      yes={t('splits.make')}
      can={name.trim() !== '' && shares !== undefined && seedIsSound}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NameField name={name} onChange={setName} />
      <label className="field">
        <span>{t('splits.shares')}</span>
        <input
          className="input"
          value={plan.shares}
          aria-invalid={!shares}
          aria-describedby={hintId}
          onChange={({ target }) => setPlan({ ...plan, shares: target.value })}
        />
      </label>
      <p id={hintId} className="quiet small">
        {t('splits.shares.hint')}
      </p>
      <label className="field">
        <span>{t('splits.seed')}</span>
        <input
          className="input"
          inputMode="numeric"
          value={plan.seed}
          aria-invalid={!seedIsSound}
          onChange={({ target }) => setPlan({ ...plan, seed: target.value })}
        />
      </label>
      <label className="field">
        <span>{t('splits.stratify')}</span>
        <select
          className="input"
          value={stratify}
          onChange={({ target: { value } }) =>
            setPlan({ ...plan, stratify: value === 'outlet' || value === 'month' ? value : '' })
          }
        >
          <option value="">{t('splits.stratify.none')}</option>
          <option value="outlet">{t('splits.stratify.outlet')}</option>
          <option value="month">{t('splits.stratify.month')}</option>
        </select>
      </label>
    </Small>
  )
}

const Rename = ({ name, onClose }: { name: string } & Pick<Props, 'onClose'>) => {
  const shell = useShell()
  const { t } = useWords()
  const [next, setNext] = useState(name)
  const save = async () => {
    if (await renameSplit(shell, name, next.trim())) onClose()
  }
  return (
    <Small
      title={t('splits.rename.title')}
      yes={t('dialog.save')}
      can={next.trim() !== ''}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NameField name={next} onChange={setNext} />
    </Small>
  )
}

const Together = ({ onClose }: Pick<Props, 'onClose'>) => {
  const shell = useShell()
  const { t } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const save = async () => {
    if (await putTogether(shell, [...chosen])) onClose()
  }
  return (
    <Small
      title={t('splits.together.title')}
      yes={t('splits.together.yes')}
      can={chosen.size > 1}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{t('splits.together.body')}</p>
      <ArticleChoice chosen={chosen} onChange={setChosen} />
    </Small>
  )
}

const NameField = ({ name, onChange }: { name: string; onChange(name: string): void }) => {
  const { t } = useWords()
  return (
    <label className="field">
      <span>{t('splits.name')}</span>
      <input
        className="input"
        data-first
        dir="auto"
        maxLength={100}
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}

type SmallProps = {
  title: string
  yes: string
  can: boolean
  onSave(): void
  onClose(): void
  children: ReactNode
}

/** It stays open until what was asked for is done. */
const Small = ({ title, yes, can, onSave, onClose, children }: SmallProps) => {
  const { t } = useWords()
  const formId = useId()
  return (
    <Modal
      title={title}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={!can}>
            {yes}
          </button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (can) onSave()
        }}
      >
        {children}
      </form>
    </Modal>
  )
}
