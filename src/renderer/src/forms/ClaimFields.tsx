import type { Annotation } from '../../../core/annotation.ts'
import { type ClaimBody, claimBody } from '../../../core/annotation-types/claim.ts'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { ChainField } from './ChainField.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { IssuesField } from './IssuesField.tsx'

type Props = { row: Annotation; names: Names; body: ClaimBody; onChange(body: ClaimBody): void }

const modalities = claimBody.shape.modality.unwrap().options

/** What is claimed, how, on which issues, as evidence for which positions, and according to whom. */
export const ClaimFields = ({ row, names, body, onChange }: Props) => {
  const { t } = useWords()
  const { paraphrase: _paraphrase, ...withoutParaphrase } = body
  const { modality: _modality, ...withoutModality } = body
  return (
    <>
      <label className="field">
        <span>{t('claim.paraphrase')}</span>
        <textarea
          className="input claim-paraphrase"
          dir="auto"
          rows={2}
          data-first
          value={body.paraphrase ?? ''}
          onChange={({ target: { value } }) => onChange(value ? { ...body, paraphrase: value } : withoutParaphrase)}
        />
      </label>
      <label className="field">
        <span>{t('claim.modality')}</span>
        <select
          className="input"
          value={body.modality ?? ''}
          onChange={({ target }) => {
            const modality = modalities.find((one) => one === target.value)
            onChange(modality ? { ...body, modality } : withoutModality)
          }}
        >
          <option value="">{t('claim.modality.none')}</option>
          {modalities.map((one) => (
            <option key={one} value={one}>
              {t(`modality.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <IssuesField
        label={t('claim.issues')}
        names={names}
        issueIds={body.issueIds}
        onChange={(issueIds) => onChange({ ...body, issueIds })}
      />
      <ChainField
        row={row}
        names={names}
        attribution={body.attribution}
        onChange={(attribution) => onChange({ ...body, attribution })}
      />
      <EvidenceField
        row={row}
        names={names}
        evidenceFor={body.evidenceFor}
        onChange={(evidenceFor) => onChange({ ...body, evidenceFor })}
      />
    </>
  )
}
