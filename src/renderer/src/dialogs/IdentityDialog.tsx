import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { Modal } from '../parts/Modal.tsx'
import '../people/people.css'

type Props = { first: boolean; answer(name: string | undefined, id?: string): void }

/** The people whom somebody else added to the open project, so as to give them work; nobody where it is known who works. */
const useInvited = () => {
  const shell = useShell()
  const isOpen = useUi(({ phase }) => phase === 'open')
  const known = shell.settings.get().identity
  const { data } = useQuery({ ...registriesQuery(shell), enabled: isOpen && !known })
  return known
    ? []
    : (data?.annotators ?? []).filter(({ id, kind, createdBy }) => kind === 'person' && createdBy !== id)
}

/** Who are you? The name alone, and why it is asked. */
export const IdentityDialog = ({ first, answer }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const known = shell.settings.get().identity?.name
  const [name, setName] = useState(known ?? '')
  const invited = useInvited()
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
        {invited.length > 0 ? (
          <div className="identity-invited">
            <p>{t('identity.invited', { count: invited.length })}</p>
            {invited.map((person) => (
              <button key={person.id} type="button" className="button" onClick={() => answer(person.name, person.id)}>
                {t('identity.iAm', { name: person.name })}
              </button>
            ))}
          </div>
        ) : null}
      </form>
    </Modal>
  )
}
