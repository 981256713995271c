import { useQuery } from '@tanstack/react-query'
import { labelIn } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { CodeDot } from '../codebook/CodeChip.tsx'
import { emptyCodebook } from '../codebook/codebook.ts'
import { offeredCodes, wordsOf } from '../codebook/entries.ts'
import { codebookQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { fitting } from '../registry/tree.ts'

type Props = { type: AnnotationType; code: string | undefined; onChange(code: string | undefined): void }

const MOST = 40

/** The code that annotations get: one of the codebook by its label, or a new one. */
export const CodeOfRule = ({ type, code = '', onChange }: Props) => {
  const shell = useShell()
  const { t, language } = useWords()
  const { data: { codes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const fits = fitting(code)
  const offered = offeredCodes(codes, type, language)
  const isKnown = offered.some(({ code: { key, label } }) => [key, label.en, label.ru].includes(code))
  const known = offered
    .filter((entry) => isKnown || fits(wordsOf(entry.code)))
    .slice(0, MOST)
    .map(({ code: { id, label, color }, path }) => ({
      key: id,
      label: labelIn(label, language),
      hint: path,
      sign: <CodeDot color={color} />,
      take: () => onChange(labelIn(label, language)),
    }))
  const own = { key: 'new', label: t('import.code.new', { name: code }), take: () => onChange(code) }
  const none = { key: 'none', label: t('import.code.none'), take: () => onChange(undefined) }
  return (
    <div className="field">
      <span>{t('import.code')}</span>
      <Combo
        label={t('import.code')}
        placeholder={t('import.code.none')}
        query={code}
        onQuery={(query) => onChange(query || undefined)}
        choices={[...(code && !isKnown ? [own] : []), ...known, ...(code ? [none] : [])]}
      />
    </div>
  )
}
