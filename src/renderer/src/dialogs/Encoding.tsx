import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Article } from '../../../core/article.ts'
import { reinterpret } from '../actions/articles.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { articlesQuery, encodingQuery } from '../data/queries.ts'

/** Encodings that text in Russian and English comes in. */
const encodings = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-5',
  'x-mac-cyrillic',
]

/** The encoding the file was read in, and another one if the letters came out wrong; the beginning of the text shows which is right. */
export const Encoding = ({ article }: { article: Article }) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const selectId = useId()
  const current = article.source?.encoding?.toLowerCase()
  const [wanted, setWanted] = useState(current ?? '')
  const [reading, setReading] = useState(false)
  const other = wanted !== current
  const preview = useQuery({ ...encodingQuery(shell, article.id, wanted), enabled: other })
  if (!current) return null
  const summary = shell.queries.getQueryData(articlesQuery(shell).queryKey)?.find(({ id }) => id === article.id)
  const annotated = summary !== undefined && Object.values(summary.annotations).some((count) => count > 0)
  const read = async () => {
    setReading(true)
    await reinterpret(shell, article.id, wanted)
    setReading(false)
  }
  return (
    <section className="encoding" aria-labelledby={`${selectId}-title`}>
      <h3 id={`${selectId}-title`}>{t('encoding.title')}</h3>
      <p className="encoding-preview" dir="auto" aria-live="polite">
        {other
          ? preview.error
            ? explain(words, preview.error)
            : (preview.data ?? '').replace(/\s+/g, ' ')
          : article.text.slice(0, 400).replace(/\s+/g, ' ')}
      </p>
      <div className="encoding-choice">
        <label htmlFor={selectId} className="unseen">
          {t('encoding.title')}
        </label>
        <select
          id={selectId}
          className="input"
          value={wanted}
          disabled={annotated || !isWritable(shell)}
          onChange={(event) => setWanted(event.target.value)}
        >
          {[...new Set([current, ...encodings])].map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding === current ? t('encoding.current', { encoding }) : encoding}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          disabled={annotated || reading || !other || preview.isError}
          onClick={() => void read()}
        >
          {t('encoding.reread')}
        </button>
      </div>
      <p className="quiet small">{t(annotated ? 'encoding.annotated' : 'encoding.hint')}</p>
    </section>
  )
}
