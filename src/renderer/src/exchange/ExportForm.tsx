import { useQuery } from '@tanstack/react-query'
import type { OutFormat } from '../../../core/formats/out/format.ts'
import { outFormats } from '../../../core/formats/out/index.ts'
import type { OutChoice } from '../../../core/formats/out/options.ts'
import { goldId } from '../../../core/ids.ts'
import { outTitle } from '../../../i18n/format-words.ts'
import type { ArticleSummary, NamedMapping } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { ExportArticles } from './ExportArticles.tsx'
import { ExportOptions } from './ExportOptions.tsx'
import { ExportSplit } from './ExportSplit.tsx'
import { type ExportChoice, typesOf } from './export-choice.ts'

type Props = {
  choice: ExportChoice
  format: OutFormat
  articles: readonly ArticleSummary[]
  mappings: readonly NamedMapping[]
  /** Without which the export cannot be made. */
  asked: 'layer' | OutChoice | undefined
  error: unknown
  onChange(choice: ExportChoice): void
}

/** Everything there is to choose about an export; only what the format knows. */
export const ExportForm = ({ choice, format, articles, mappings, asked, error, onChange }: Props) => {
  const { t } = useWords()
  const types = typesOf(choice, format)
  return (
    <div className="form export-form">
      <label className="field">
        <span>{t('export.format')}</span>
        <select
          className="input"
          data-first
          value={format.id}
          onChange={({ target }) => {
            const next = outFormats.find(({ id }) => id === target.value)
            if (next) onChange({ ...choice, format: next.id, types: undefined })
          }}
        >
          {outFormats.map((one) => (
            <option key={one.id} value={one.id}>
              {outTitle(t, one)}
            </option>
          ))}
        </select>
      </label>
      <p className="small export-for">
        {t(`export.for.${format.id}`)} <span className="quiet">{t('export.lossy')}</span>
      </p>
      <LayerField choice={choice} format={format} asked={asked === 'layer'} onChange={onChange} />
      <ExportArticles choice={choice} articles={articles} onChange={onChange} />
      <fieldset className="export-types">
        <legend>{t('export.types')}</legend>
        {format.types.map((type) => (
          <label key={type} className="check">
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={({ target }) =>
                onChange({
                  ...choice,
                  types: format.types.filter((one) => (one === type ? target.checked : types.includes(one))),
                })
              }
            />
            {t(`type.${type}`)}
          </label>
        ))}
        {types.length === 0 ? <p className="export-asked small">{t('export.types.none')}</p> : null}
      </fieldset>
      <ExportOptions choice={choice} format={format} asked={asked} error={error} onChange={onChange} />
      {format.options.mapping && mappings.length > 0 ? (
        <label className="field">
          <span>{t('export.mapping')}</span>
          <select
            className="input"
            value={mappings.some(({ name }) => name === choice.mapping) ? choice.mapping : ''}
            onChange={({ target }) => onChange({ ...choice, mapping: target.value })}
          >
            <option value="">{t('export.mapping.none')}</option>
            {mappings.map(({ name }) => (
              <option key={name} value={name}>
                {t('export.mapping.by', { name })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {format.splits ? <ExportSplit choice={choice} onChange={onChange} /> : null}
    </div>
  )
}

type LayerProps = Pick<Props, 'choice' | 'format' | 'onChange'> & { asked: boolean }

const LayerField = ({ choice, format, asked, onChange }: LayerProps) => {
  const shell = useShell()
  const { t } = useWords()
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const { data } = useQuery(registriesQuery(shell))
  const annotators = data?.annotators ?? []
  return (
    <label className="field">
      <span>{t('export.layer')}</span>
      <select
        className="input"
        value={choice.layer}
        aria-describedby={asked ? 'export-layer-asked' : undefined}
        onChange={({ target }) => onChange({ ...choice, layer: target.value })}
      >
        <option value="">{t(format.people ? 'export.layer.each' : 'export.layer.one')}</option>
        {format.people ? null : <option value="all">{t('export.layer.all')}</option>}
        {annotators.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === goldId ? t('export.layer.gold') : id === me ? t('export.layer.me', { name }) : name}
          </option>
        ))}
      </select>
      {asked ? (
        <span id="export-layer-asked" className="export-asked" role="alert">
          {t('export.layer.asked')}
        </span>
      ) : null}
    </label>
  )
}
