import type { FormatReport } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'

const MOST = 8
const KILOBYTE = 1024

/** How much goes out, on which sides of a split, in which files; `name` is what one file alone was called when it was saved. */
export const WrittenFiles = ({ report, name }: { report: FormatReport; name?: string }) => {
  const { t, number } = useWords()
  const { articles, annotations, split, splits, files } = report
  const sizeOf = (bytes: number) => t('export.size', { kilobytes: Math.max(1, Math.round(bytes / KILOBYTE)) })
  const rest = files.slice(MOST)
  const sides = Object.entries(splits ?? {}).map(([name, count]) => `${name} ${number(count)}`)
  return (
    <>
      <p>{annotations > 0 ? t('export.goes', { articles, annotations }) : t('export.goes.nothing')}</p>
      {split ? <p>{t('splits.used', split)}</p> : null}
      {sides.length > 0 ? <p>{t('export.sides', { sides: sides.join(', ') })}</p> : null}
      <ul className="export-files small quiet">
        {files.slice(0, MOST).map(({ file, bytes }) => (
          <li key={file}>{t('export.file', { file: (files.length === 1 && name) || file, size: sizeOf(bytes) })}</li>
        ))}
        {rest.length > 0 ? (
          <li>
            {t('export.files', { count: rest.length, size: sizeOf(rest.reduce((sum, { bytes }) => sum + bytes, 0)) })}
          </li>
        ) : null}
      </ul>
    </>
  )
}
