import type { Side } from '../../../core/merge.ts'
import { quoteOf } from '../data/annotation-rows.ts'
import { bodyLines } from '../panes/body-lines.ts'
import { shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import type { Telling } from './members.ts'

/** The annotation that versions are of, as its card has it, and its article. */
export const Subject = ({ side, telling }: { side: Side; telling: Telling }) => {
  if (side.kind !== 'annotation') return null
  const { record } = side
  return (
    <div className="decision-subject">
      <p className="card-quote" dir="auto">
        <TypeLetter type={record.type} /> {shortened(quoteOf(record), 240)}
      </p>
      {bodyLines(record, telling.names, telling.words.t).map(({ kind, text }) => (
        <p key={kind} className={`card-line ${kind}`}>
          {text}
        </p>
      ))}
      <p className="quiet small">{telling.articleName(record.articleId)}</p>
    </div>
  )
}
