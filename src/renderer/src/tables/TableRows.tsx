import { columnRoles, type TableColumns } from '../../../core/table/columns.ts'
import type { TablePreview } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'

type Props = { preview: TablePreview; chosen: Partial<TableColumns> }

/** The first rows of a table, with what each column is taken for. */
export const TableRows = ({ preview, chosen }: Props) => {
  const { t, number } = useWords()
  const rolesOf = (name: string) => columnRoles.filter((role) => chosen[role] === name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-rows" aria-label={t('table.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.row')}</th>
            {preview.columns.map((name) => (
              <th key={name} scope="col" data-chosen={rolesOf(name).length > 0 || undefined}>
                <bdi>{name}</bdi>
                {rolesOf(name).map((role) => (
                  <span key={role} className="table-role">
                    {t(`table.role.${role}`)}
                  </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{number(row)}</th>
              {preview.columns.map((name, index) => (
                <td key={name} dir="auto" data-chosen={rolesOf(name).length > 0 || undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
