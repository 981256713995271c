import type { Annotation } from '../../../core/annotation.ts'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { LinkItem } from './LinkItem.tsx'
import type { LinkEnd } from './link-book.ts'
import './links.css'

type Props = { row: Annotation; names: Names; ends: readonly LinkEnd[] }

/** The links of an annotation, to be changed and removed. They are records of their own: each change is saved at once. */
export const LinksField = ({ row, names, ends }: Props) => {
  const { t } = useWords()
  if (ends.length === 0) return null
  return (
    <section className="chips-field" aria-label={t('link.list')}>
      <span className="chips-label" aria-hidden="true">
        {t('link.list')}
      </span>
      <ul className="link-items">
        {ends.map((end) => (
          <LinkItem key={`${end.link.id} ${end.way}`} row={row} names={names} end={end} />
        ))}
      </ul>
      <p className="quiet small">{t('link.savedAtOnce')}</p>
    </section>
  )
}
