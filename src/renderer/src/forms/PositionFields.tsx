import type { Annotation } from '../../../core/annotation.ts'
import type { PositionBody } from '../../../core/annotation-types/position.ts'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { ActorField } from './ActorField.tsx'
import { ChainField } from './ChainField.tsx'
import { Choose } from './Choose.tsx'
import { IssuesField } from './IssuesField.tsx'
import { PickedWords } from './PickedWords.tsx'
import { SourcesField } from './SourcesField.tsx'

type Props = { row: Annotation; names: Names; body: PositionBody; onChange(body: PositionBody): void }

const stances = [
  ['support', 'S'],
  ['oppose', 'O'],
  ['neutral', 'N'],
  ['ambiguous', 'M'],
] as const
const strengths = [
  ['firm', 'F'],
  ['hedged', 'H'],
] as const

/** Who takes which stance on which issue, how firmly, on what condition, toward whom, and according to whom. */
export const PositionFields = ({ row, names, body, onChange }: Props) => {
  const { t } = useWords()
  const { condition } = body
  /** What is undefined is taken away. */
  const set = (change: { [K in keyof PositionBody]?: PositionBody[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...body, ...change }).filter(([, value]) => value !== undefined),
      ) as PositionBody,
    )
  return (
    <>
      <SourcesField
        first
        label={t('position.holders')}
        row={row}
        names={names}
        looking="holder"
        sources={body.holders}
        onChange={(holders) => set({ holders })}
      />
      <Choose
        label={t('position.stance')}
        ways={stances.map(([value, key]) => ({ value, key, label: t(`stance.name.${value}`) }))}
        value={body.stance}
        onChange={(stance) => set({ stance })}
      />
      <Choose
        label={t('position.strength')}
        ways={strengths.map(([value, key]) => ({ value, key, label: t(`strength.name.${value}`) }))}
        value={body.strength}
        onChange={(strength) => set({ strength })}
      />
      <IssuesField
        single
        label={t('position.issue')}
        names={names}
        issueIds={body.issueId ? [body.issueId] : []}
        onChange={([issueId]) => set({ issueId })}
      />
      <ActorField
        label={t('position.towardWhom')}
        row={row}
        names={names}
        actorId={body.toward}
        onChange={(toward) => set({ toward })}
      />
      <label className="field">
        <span>{t('position.conditionText')}</span>
        <input
          className="input"
          dir="auto"
          value={condition?.text ?? ''}
          onChange={({ target: { value } }) =>
            set({ condition: value ? { text: value, fragments: condition?.fragments ?? [] } : undefined })
          }
        />
      </label>
      <PickedWords
        unlabelled
        label={t('position.conditionText')}
        articleId={row.articleId}
        fragments={condition?.fragments ?? []}
        onChange={(fragments) => {
          const text = condition?.text || fragments.map(({ quote }) => quote).join(' … ')
          set({ condition: text ? { text, fragments } : undefined })
        }}
      />
      <ChainField
        row={row}
        names={names}
        attribution={body.attribution}
        onChange={(attribution) => set({ attribution })}
      />
    </>
  )
}
