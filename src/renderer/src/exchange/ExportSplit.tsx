import { useQuery } from '@tanstack/react-query'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { splitsQuery } from '../data/queries.ts'
import { shortened } from '../parts/Name.tsx'
import { type ExportChoice, firstSplit, sharesIn } from './export-choice.ts'

type Props = { choice: ExportChoice; onChange(choice: ExportChoice): void }

/** Which articles train and which test. */
export const ExportSplit = ({ choice, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data } = useQuery(splitsQuery(shell))
  const written = data?.splits ?? []
  const { split } = choice
  const set = (change: Partial<NonNullable<ExportChoice['split']>>) =>
    onChange({ ...choice, split: { ...firstSplit, ...split, ...change } })
  const named = split?.name !== undefined
  const wrong = split !== undefined && !named && !sharesIn(split.shares)
  return (
    <fieldset className="share-choice">
      <legend className="unseen">{t('export.split')}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={split !== undefined}
          onChange={({ target }) =>
            onChange({ ...choice, split: target.checked ? { ...firstSplit, name: written[0]?.name } : undefined })
          }
        />
        {t('export.split')}
      </label>
      {split && (named || written.length > 0) ? (
        <label className="field">
          <span>{t('export.split.which')}</span>
          <select
            className="input"
            value={split.name ?? ''}
            onChange={({ target }) => set({ name: target.value || undefined })}
          >
            {[...new Set([...written.map(({ name }) => name), ...(split.name ? [split.name] : [])])].map((name) => (
              <option key={name} value={name}>
                {shortened(name, 60)}
              </option>
            ))}
            <option value="">{t('export.split.own')}</option>
          </select>
        </label>
      ) : null}
      {split && !named ? (
        <>
          <div className="export-options">
            <label className="field">
              <span>{t('export.split.shares')}</span>
              <input
                className="input"
                value={split.shares}
                aria-invalid={wrong}
                aria-describedby={wrong ? 'export-shares-wrong' : undefined}
                onChange={({ target }) => set({ shares: target.value })}
              />
            </label>
            <label className="field">
              <span>{t('export.split.seed')}</span>
              <input
                className="input"
                inputMode="numeric"
                value={split.seed}
                aria-invalid={!/^\d{1,9}$/.test(split.seed)}
                onChange={({ target }) => set({ seed: target.value })}
              />
            </label>
            <label className="field">
              <span>{t('export.split.stratify')}</span>
              <select
                className="input"
                value={split.stratify}
                onChange={({ target: { value } }) =>
                  set({ stratify: value === 'outlet' || value === 'month' ? value : '' })
                }
              >
                <option value="">{t('export.split.stratify.no')}</option>
                <option value="outlet">{t('export.split.stratify.outlet')}</option>
                <option value="month">{t('export.split.stratify.month')}</option>
              </select>
            </label>
          </div>
          {wrong ? (
            <p id="export-shares-wrong" className="export-asked small">
              {t('export.split.shares.wrong')}
            </p>
          ) : null}
          <p className="quiet small">{t('export.split.note')}</p>
        </>
      ) : null}
    </fieldset>
  )
}
