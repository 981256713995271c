import { foreignReaders } from '../../../core/formats/index.ts'
import { useWords } from '../app/words.tsx'
import { FormatField } from './FormatField.tsx'
import { titleOf } from './titles.ts'

type Props = {
  /** Files were chosen, but nobody knows what they are. */
  unknown: boolean
  busy: boolean
  onPick(kind: 'annotated' | 'folder'): void
  onFormat(format: string): void
  onArticles(): void
}

/** Which files; and where they are not recognised, of which format they are. */
export const ImportChoice = ({ unknown, busy, onPick, onFormat, onArticles }: Props) => {
  const { t } = useWords()
  return (
    <div className="form">
      {unknown ? (
        <>
          <p role="status">{t('import.unknown')}</p>
          <div className="import-unknown">
            <FormatField value={undefined} disabled={busy} onChange={onFormat} />
            <button type="button" className="button" disabled={busy} onClick={onArticles}>
              {t('import.asArticles')}
            </button>
          </div>
        </>
      ) : (
        <p>{t('import.choose')}</p>
      )}
      <div className="import-buttons">
        <button type="button" className="button" data-first disabled={busy} onClick={() => onPick('annotated')}>
          {t('import.chooseFiles')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => onPick('folder')}>
          {t('import.chooseFolder')}
        </button>
      </div>
      <div className="small quiet">
        <p>{t('import.formats')}</p>
        <ul className="import-formats">
          {foreignReaders.map(({ id, extensions }) => (
            <li key={id}>
              {titleOf(t, id)}{' '}
              <span className="import-extensions">{extensions.map((name) => `.${name}`).join(' ')}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet small">{t('import.safe')}</p>
    </div>
  )
}
