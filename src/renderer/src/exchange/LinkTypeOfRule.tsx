import { useQuery } from '@tanstack/react-query'
import { builtInLinkTypes } from '../../../core/codebook.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { emptyCodebook } from '../codebook/codebook.ts'
import { codebookQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { linkName } from '../links/link-types.ts'
import { fitting } from '../registry/tree.ts'

type Props = { type: string; onChange(type: string): void }

/** The type of the links, by its key: one that is known, or a new one. */
export const LinkTypeOfRule = ({ type, onChange }: Props) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const { data: { linkTypes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const keys = [...builtInLinkTypes, ...linkTypes.map(({ key }) => key)]
  const isKnown = keys.includes(type)
  const fits = fitting(type)
  const known = keys.flatMap((key) => {
    const name = linkName(words, linkTypes, key, 'out')
    return isKnown || fits(`${key} ${name}`)
      ? [{ key: `k-${key}`, label: key, hint: name, take: () => onChange(key) }]
      : []
  })
  const own = { key: 'new', label: t('import.linkType.new', { name: type }), take: () => onChange(type) }
  return (
    <div className="field">
      <span>{t('import.linkType')}</span>
      <Combo
        label={t('import.linkType')}
        query={type}
        onQuery={onChange}
        choices={[...(type && !isKnown ? [own] : []), ...known]}
      />
    </div>
  )
}
