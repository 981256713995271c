import type { AgreementRow } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { valueText } from './names.ts'
import { tintOf } from './table.ts'

type Props = {
  row: AgreementRow | undefined
  /** `line-column`, counted from 0. */
  place: string
  active: boolean
  noteId: string
  onFocus(): void
  onEnter(row: AgreementRow): void
}

/** A figure over how many things it rests on; underlined where there are disagreements to go to. */
export const FigureCell = ({ row, place, active, noteId, onFocus, onEnter }: Props) => {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table around the cells takes the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is gone through cell by cell
      role="gridcell"
      tabIndex={active ? 0 : -1}
      data-entry={active || undefined}
      data-cell={place}
      data-tint={row && tintOf(row)}
      data-leads={row?.disagreements ? true : undefined}
      aria-describedby={active ? noteId : undefined}
      title={row?.reason && t(`agreement.reason.${row.reason}`)}
      onFocus={onFocus}
      onClick={() => row && onEnter(row)}
    >
      {row ? (
        <>
          <span className={row.value === null ? 'figure-undefined' : 'figure-value'}>{valueText(row, t)}</span>
          <span className="figure-items">{t('agreement.items', { count: row.items })}</span>
        </>
      ) : (
        <span className="quiet" aria-hidden="true">
          ·
        </span>
      )}
    </td>
  )
}
