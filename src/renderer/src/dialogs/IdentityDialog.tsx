import { useId, useState } from 'react'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'

type Props = { first: boolean; answer(name: string | undefined): void }

/** Who are you? The name alone, and why it is asked. */
export const IdentityDialog = ({ first, answer }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const known = shell.settings.get().identity?.name
  const [name, setName] = useState(known ?? '')
  const formId = useId()
  const trimmed = name.trim()
  return (
    <Modal
      title={t(first ? 'identity.first' : 'identity.title')}
      width="narrow"
      onClose={() => answer(undefined)}
      footer={
        <>
          <button type="button" className="button" onClick={() => answer(undefined)}>
            {t(known ? 'dialog.cancel' : 'identity.later')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={!trimmed}>
            {t('identity.keep')}
          </button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed) answer(trimmed)
        }}
      >
        <label className="field">
          <span>{t('identity.name')}</span>
          <input
            className="input"
            data-first
            dir="auto"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="quiet">{t('identity.why')}</p>
      </form>
    </Modal>
  )
}
