import type { Annotation } from '../../../core/annotation.ts'
import { type ActorBody, actorBody } from '../../../core/annotation-types/actor.ts'
import type { ClaimBody } from '../../../core/annotation-types/claim.ts'
import type { PositionBody } from '../../../core/annotation-types/position.ts'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { ClaimFields } from './ClaimFields.tsx'
import { PositionFields } from './PositionFields.tsx'

type Body = Annotation['body']
type Props = { row: Annotation; names: Names; body: Body; onChange(body: Body): void }

/** What an annotation of its type says. */
export const BodyFields = ({ row, names, body, onChange }: Props) => {
  if (row.type === 'position')
    return <PositionFields row={row} names={names} body={body as PositionBody} onChange={onChange} />
  if (row.type === 'claim') return <ClaimFields row={row} names={names} body={body as ClaimBody} onChange={onChange} />
  return <MentionKind body={body as ActorBody} onChange={onChange} />
}

const kinds = actorBody.shape.mention.unwrap().options

const MentionKind = ({ body, onChange }: { body: ActorBody; onChange(body: ActorBody): void }) => {
  const { t } = useWords()
  const { mention: _, ...rest } = body
  return (
    <label className="field">
      <span>{t('mention.kind')}</span>
      <select
        className="input"
        value={body.mention ?? ''}
        onChange={({ target }) => {
          const mention = kinds.find((kind) => kind === target.value)
          onChange({ ...rest, ...(mention && { mention }) })
        }}
      >
        <option value="">{t('mention.kind.none')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`mention.${kind}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
