import type { AnnotationType } from '../../../core/schema.ts'
import { useWords } from '../app/words.tsx'
import './TypeLetter.css'

/** The letter of a type over its line: solid, double or dotted, as under the text. */
export const TypeLetter = ({ type }: { type: AnnotationType }) => {
  const { t } = useWords()
  return (
    <span className={`type-letter ${type} lined`} title={t(`type.${type}`)}>
      <span aria-hidden="true">{t(`type.${type}.letter`)}</span>
      <span className="unseen">{t(`type.${type}`)}</span>
    </span>
  )
}
