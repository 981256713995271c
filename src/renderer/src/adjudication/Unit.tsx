import { useQuery } from '@tanstack/react-query'
import type { AdjudicationUnit } from '../../../workbench/contract.ts'
import { beginOwn, decideOwn, endOwn, takeAll, takeNone } from '../actions/adjudication.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { CardForm } from '../panes/CardForm.tsx'
import { type Names, useNames } from '../panes/names.ts'
import { useLayers } from '../people/use-layers.ts'
import { Version } from './Version.tsx'

const none: [] = []

/** One place with what each annotator says of it, and the answers; or the form of an answer of one's own. */
export const Unit = ({ unit, articleId }: { unit: AdjudicationUnit; articleId: string }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: rows = none } = useQuery(shell.annotations.everything(articleId))
  const names = useNames(rows)
  const layers = useLayers()
  const own = useUi(({ adjudication }) => adjudication?.own)
  const copied = unit.inputs.find(({ id }) => id === own)
  if (copied) {
    return (
      <div className="unit">
        <p className="card-quote" dir="auto">
          {copied.target.fragments.map(({ quote }) => quote).join(' … ')}
        </p>
        <p className="quiet small">{t('adjudication.ownHow')}</p>
        <CardForm
          key={copied.id}
          row={copied}
          names={names}
          links={none}
          copy={{ save: (said) => void decideOwn(shell, unit, copied, said), close: () => endOwn(shell) }}
        />
      </div>
    )
  }
  const kept = keptOf(unit, names)
  const answers = [
    ...(unit.inputs.length > 1
      ? [{ label: t('adjudication.both', { count: unit.inputs.length }), key: 'B', run: () => takeAll(shell) }]
      : []),
    { label: t('adjudication.neither', { count: unit.inputs.length }), key: 'N', run: () => takeNone(shell) },
    { label: t('adjudication.own'), key: 'O', run: () => beginOwn(shell, 0) },
  ]
  return (
    <div className="unit">
      <About unit={unit} names={names} />
      <ol className="versions">
        {unit.inputs.map((row, place) => (
          <Version
            key={row.id}
            unit={unit}
            row={row}
            place={place}
            layer={layers.find(({ id }) => id === row.annotatorId)}
            names={names}
            kept={kept.has(row.id)}
          />
        ))}
      </ol>
      <div className="unit-answers">
        {answers.map(({ label, key, run }) => (
          <button key={key} type="button" className="button" onClick={run}>
            {label} <kbd>{shown(key, shell.platform)}</kbd>
          </button>
        ))}
      </div>
    </div>
  )
}

/** The versions that the gold annotations are made of; what was decided differently is made of none. */
const keptOf = ({ decisions }: AdjudicationUnit, names: Names): ReadonlySet<string> =>
  new Set(
    decisions.flatMap(({ rule, output }) =>
      rule === 'own' || output === undefined ? [] : (names.annotation(output)?.basedOn ?? []),
    ),
  )

/** What there is to know besides the versions: who tagged nothing, what is stacked, what was decided before. */
const About = ({ unit, names }: { unit: AdjudicationUnit; names: Names }) => {
  const { t } = useWords()
  const { state, missing, stacked, decisions } = unit
  const [decision] = decisions
  return (
    <>
      {missing.length > 0 ? (
        <p className="unit-line">
          {t('adjudication.missing', { names: missing.map(names.annotator).join(', '), count: missing.length })}
        </p>
      ) : null}
      {stacked ? <p className="unit-line">{t('adjudication.stacked')}</p> : null}
      {decision ? (
        <p className="unit-line">
          {t(state === 'decided' ? 'adjudication.was' : 'adjudication.again', {
            rule: decision.rule.replaceAll('-', '_'),
            name: names.annotator(decision.decidedBy),
          })}
        </p>
      ) : null}
    </>
  )
}
