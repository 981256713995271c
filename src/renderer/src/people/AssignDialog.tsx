import { useState } from 'react'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'
import { Name } from '../parts/Name.tsx'
import { ArticleChoice } from './ArticleChoice.tsx'
import { addPerson, assign } from './people.ts'
import { usePeople } from './use-people.ts'

type Props = { articleIds: readonly string[]; onClose(): void }

/** Which articles, and to whom: assigned, or taken back where they were not begun. */
export const AssignDialog = ({ articleIds, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const me = useStore(shell.settings, ({ identity }) => identity)
  const people = usePeople()
  const [articles, setArticles] = useState<ReadonlySet<string>>(new Set(articleIds))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState('')
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const add = async () => {
    const id = await addPerson(shell, name.trim())
    if (!id) return
    setName('')
    setChosen(new Set([...chosen, id]))
  }
  const can = articles.size > 0 && chosen.size > 0
  const run = async (how: 'assign' | 'unassign') => {
    if (await assign(shell, how, [...articles], [...chosen])) onClose()
  }
  return (
    <Modal
      title={t('assign.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" disabled={!can} onClick={() => void run('unassign')}>
            {t('assign.takeBack')}
          </button>
          <button type="button" className="button primary" disabled={!can} onClick={() => void run('assign')}>
            {t('assign.button')}
          </button>
        </>
      }
    >
      <div className="form">
        <fieldset className="person-choice">
          <legend>{t('assign.to')}</legend>
          {people.map((person, index) => (
            <label key={person.id} className="check">
              <input
                type="checkbox"
                data-first={index === 0 || undefined}
                checked={chosen.has(person.id)}
                onChange={() => toggle(person.id)}
              />
              <Name text={person.id === me?.id ? t('layer.me', { name: person.name }) : person.name} />
            </label>
          ))}
        </fieldset>
        <form
          className="person-new"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) void add()
          }}
        >
          <input
            className="input"
            dir="auto"
            maxLength={200}
            value={name}
            placeholder={t('assign.somebody')}
            aria-label={t('assign.somebody')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button" disabled={!name.trim()}>
            {t('assign.add')}
          </button>
        </form>
        <ArticleChoice chosen={articles} onChange={setArticles} />
        <p className="quiet small">{t('assign.note')}</p>
      </div>
    </Modal>
  )
}
