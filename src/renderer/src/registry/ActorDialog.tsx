import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import { type Actor, actorType } from '../../../core/registries.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { AliasFields } from './AliasFields.tsx'
import { type ActorForm, changeOf, formOf, isSound, membersOf, problemsOf } from './actor-draft.ts'
import { addActor, changeActor } from './actors.ts'
import { MemberField } from './MemberField.tsx'
import { MentionList } from './MentionList.tsx'

type Props = { actorId: string | undefined; onClose(): void }

const none: Actor[] = []

/** An entry of the registry, or a new one: all that is said of the actor, and where it is named. */
export const ActorDialog = ({ actorId, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { actors = none } = {} } = useQuery(registriesQuery(shell))
  const [before] = useState(() => formOf(actors.find(({ id }) => id === actorId)))
  const [form, setForm] = useState(before)
  const [checked, setChecked] = useState(false)
  const problems = problemsOf(form)
  const editable = isWritable(shell)
  const set = (change: Partial<ActorForm>) => setForm({ ...form, ...change })
  const save = async () => {
    setChecked(true)
    if (!isSound(problems)) return
    const done = await (actorId
      ? changeActor(shell, actorId, changeOf(before, form))
      : addActor(shell, { id: v7(), ...membersOf(form) }))
    if (done) onClose()
  }
  return (
    <FormDialog
      title={t(actorId ? 'actor.details' : 'actor.new')}
      onSave={() => void save()}
      onClose={onClose}
      after={actorId ? <MentionList kind="actor" id={actorId} onGo={onClose} /> : null}
    >
      <label className="field half">
        <span>{t('actor.name')}</span>
        <input
          className="input"
          dir="auto"
          data-first
          spellCheck={false}
          value={form.name}
          aria-invalid={checked && problems.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        {checked && problems.name ? (
          <span className="field-problem" role="alert">
            {t('actor.name.problem')}
          </span>
        ) : null}
      </label>
      <label className="field half">
        <span>{t('actor.type')}</span>
        <select
          className="input"
          value={form.actorType}
          onChange={(event) => {
            const chosen = actorType.options.find((type) => type === event.target.value)
            if (chosen) set({ actorType: chosen })
          }}
        >
          {actorType.options.map((type) => (
            <option key={type} value={type}>
              {t(`actorType.${type}`)}
            </option>
          ))}
        </select>
      </label>
      <AliasFields
        aliases={form.aliases}
        wrongLangs={checked ? problems.langs : noLangs}
        disabled={!editable}
        onChange={(aliases) => set({ aliases })}
      />
      {editable ? (
        <div className="field half">
          <MemberField
            actors={actors}
            actorId={actorId}
            memberOf={form.memberOf}
            onChange={(memberOf) => set({ memberOf })}
          />
        </div>
      ) : null}
      <label className="field half">
        <span>{t('actor.wikidata')}</span>
        <input
          className="input"
          spellCheck={false}
          placeholder="Q7747"
          value={form.wikidata}
          aria-invalid={checked && problems.wikidata}
          onChange={(event) => set({ wikidata: event.target.value })}
        />
        {checked && problems.wikidata ? (
          <span className="field-problem" role="alert">
            {t('actor.wikidata.problem')}
          </span>
        ) : null}
      </label>
      <label className="field">
        <span>{t('actor.note')}</span>
        <textarea
          className="input"
          dir="auto"
          value={form.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </label>
    </FormDialog>
  )
}

const noLangs: ReadonlySet<number> = new Set()
