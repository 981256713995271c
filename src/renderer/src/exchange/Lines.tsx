import { useWords } from '../app/words.tsx'

/** Lines that are listed at once; a damaged file can have thousands. */
const LINES = 100

/** What there is to say, a line each. */
export const Lines = ({ lines }: { lines: readonly string[] }) => {
  const { t } = useWords()
  return (
    <ul className="findings">
      {lines.slice(0, LINES).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two lines may be equal
        <li key={index}>{line}</li>
      ))}
      {lines.length > LINES ? (
        <li className="quiet">{t('import.file.more', { count: lines.length - LINES })}</li>
      ) : null}
    </ul>
  )
}
