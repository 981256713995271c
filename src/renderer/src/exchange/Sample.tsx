import type { Example, Snippet } from '../../../core/formats/found.ts'
import type { ImportMapping } from '../../../core/formats/mapping.ts'
import { useWords } from '../app/words.tsx'

type Props = { example: Example; mapping: ImportMapping }

/** Words as they stand in a text, marked as what they will become. */
export const Sample = ({ example, mapping }: Props) => {
  const { t } = useWords()
  const [first, second] = example.snippets
  return (
    <li className="sample">
      {first ? <Marked snippet={first} as={mapping.spans[first.rule]?.as} /> : null}
      {second ? (
        <>
          <p className="sample-joint quiet small">{t('import.example.link')}</p>
          <Marked snippet={second} as={mapping.spans[second.rule]?.as} />
        </>
      ) : null}
      <p className="quiet small one-line" dir="auto">
        {example.document}
      </p>
    </li>
  )
}

type As = ImportMapping['spans'][number]['as'] | undefined

const Marked = ({ snippet, as = 'ignore' }: { snippet: Snippet; as: As }) => {
  const { t } = useWords()
  return (
    <p className="sample-text" dir="auto">
      {piecesOf(snippet).map(({ text, marked, start }) =>
        marked ? (
          <mark key={start} className={`sample-mark ${as}`} title={t(`import.as.${as}`)}>
            {text || t('import.noWords')}
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  )
}

const piecesOf = ({ text, marks }: Snippet) => {
  let end = 0
  const pieces = marks.flatMap((mark) => {
    const before = { text: text.slice(end, mark.start), marked: false, start: `${end}-` }
    end = mark.end
    return [before, { text: text.slice(mark.start, mark.end), marked: true, start: `${mark.start}` }]
  })
  return [...pieces, { text: text.slice(end), marked: false, start: `${end}-` }]
}
