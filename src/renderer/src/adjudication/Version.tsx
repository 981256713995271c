import { Check, Pencil } from 'lucide-react'
import type { Annotation } from '../../../core/annotation.ts'
import type { AdjudicationUnit } from '../../../workbench/contract.ts'
import { beginOwn, takeVersion } from '../actions/adjudication.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { quoteOf } from '../data/annotation-rows.ts'
import type { Layer } from '../data/layers.ts'
import type { Names } from '../panes/names.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { LayerMark } from '../people/LayerMark.tsx'
import { memberLines } from './member-lines.ts'

type Props = {
  unit: AdjudicationUnit
  row: Annotation
  place: number
  layer: Layer | undefined
  names: Names
  kept: boolean
}

/** What one annotator says of the place, with what differs from the others marked. */
export const Version = ({ unit, row, place, layer, names, kept }: Props) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const key = shown(String(place + 1), shell.platform)
  const name = layer?.name ?? names.annotator(row.annotatorId)
  return (
    <li className="version" data-layer={layer?.style}>
      <div className="version-head">
        {layer ? <LayerMark layer={layer} /> : null}
        <span className="version-name one-line">{layer?.mine ? t('layer.me', { name }) : name}</span>
        {kept ? (
          <span className="version-kept" title={t('adjudication.kept')}>
            <Check size={15} aria-hidden="true" />
            <span className="unseen">{t('adjudication.kept')}</span>
          </span>
        ) : null}
        <TypeLetter type={row.type} />
      </div>
      <p className={unit.differing.includes('place') ? 'version-quote differs' : 'version-quote'} dir="auto">
        {shortened(quoteOf(row), 240)}
        {unit.differing.includes('place') ? <Differs /> : null}
      </p>
      <div>
        <dl className="version-lines">
          {memberLines(row, unit.differing, names, words).map(({ member, text }) => (
            <div key={member} className={unit.differing.includes(member) ? 'version-line differs' : 'version-line'}>
              <dt>{t(`member.${member}`)}</dt>
              <dd dir="auto">
                {text ?? <span className="quiet">{t('adjudication.nothingSaid')}</span>}
                {unit.differing.includes(member) ? <Differs /> : null}
              </dd>
            </div>
          ))}
        </dl>
        {row.note ? (
          <p className="card-note" dir="auto">
            {row.note}
          </p>
        ) : null}
      </div>
      <div className="version-answers">
        <button
          type="button"
          className="button"
          aria-label={t('adjudication.takeOf', { key, name })}
          onClick={() => takeVersion(shell, place)}
        >
          {t('adjudication.take')} {place < 9 ? <kbd>{key}</kbd> : null}
        </button>
        <IconButton
          label={t('adjudication.ownOf', { name })}
          shortcut={place === 0 ? shown('O', shell.platform) : undefined}
          onClick={() => beginOwn(shell, place)}
        >
          <Pencil size={15} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  )
}

const Differs = () => {
  const { t } = useWords()
  return (
    <span className="differs-sign" title={t('adjudication.differs')}>
      <span aria-hidden="true">≠</span>
      <span className="unseen">{t('adjudication.differs')}</span>
    </span>
  )
}
