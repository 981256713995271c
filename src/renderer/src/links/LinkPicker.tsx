import { useQuery } from '@tanstack/react-query'
import { TextSelect } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { LinkRule } from '../../../core/codebook.ts'
import { chooseEndInText } from '../actions/linking.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { Choose } from '../forms/Choose.tsx'
import { Combo } from '../forms/Combo.tsx'
import { PickerDialog } from '../forms/PickerDialog.tsx'
import { letterOf, linkName, rulesFrom } from './link-types.ts'
import { useEndChoices } from './use-end-choices.tsx'
import { useLinkTypes } from './use-link-book.ts'
import './links.css'

type Props = { annotationId: string; onClose(): void }

/** What an annotation is linked to: a letter says how, Enter takes the nearest other end or the one that was looked for. */
export const LinkPicker = ({ annotationId, onClose }: Props) => {
  const shell = useShell()
  const own = useLinkTypes()
  const articleId = useUi(({ articleId }) => articleId)
  const last = useUi(({ linkType }) => linkType)
  const { data: registries } = useQuery(registriesQuery(shell))
  const row = articleId ? shell.annotations.rows(articleId).find(({ id }) => id === annotationId) : undefined
  if (!row || !registries) return null
  const rules = rulesFrom(row.type, own)
  const rule = rules.find(({ key }) => key === last) ?? rules[0]
  return rule ? <Picker row={row} rules={rules} rule={rule} onClose={onClose} /> : null
}

type PickerProps = { row: Annotation; rules: readonly LinkRule[]; rule: LinkRule; onClose(): void }

const Picker = ({ row, rules, rule, onClose }: PickerProps) => {
  const shell = useShell()
  const words = useWords()
  const own = useLinkTypes()
  const field = useRef<HTMLInputElement>(null)
  const { query, setQuery, choices } = useEndChoices(row, rule, onClose)
  const { t } = words
  const ways = rules.map(({ key }) => ({
    value: key,
    label: linkName(words, own, key, 'out'),
    key: letterOf(rules, key),
  }))
  const onTypeKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isDown = event.code === 'ArrowDown' || event.code === 'ArrowUp'
    if (event.key === 'Enter') choices[0]?.take()
    else if (isDown) field.current?.focus()
    else {
      // A letter has said all there is to say here; the type is set by the row itself.
      if (ways.some(({ key }) => event.code === `Key${key}` || event.code === `Digit${key}`)) field.current?.focus()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <PickerDialog label={t('link.add')} annotationId={row.id} wide onClose={onClose}>
      <div className="link-types" onKeyDownCapture={onTypeKey}>
        <Choose
          label={t('link.type')}
          ways={ways}
          value={rule.key}
          onChange={(linkType) => shell.ui.set({ linkType: linkType ?? rule.key })}
        />
      </div>
      <Combo
        ref={field}
        open
        label={t('link.end')}
        placeholder={t('link.find')}
        query={query}
        onQuery={setQuery}
        choices={choices}
      />
      {choices.length === 0 && query === '' ? <p className="link-no-ends quiet small">{t('link.noEnds')}</p> : null}
      <div className="picker-foot link-foot">
        <button type="button" className="pick-button" onClick={() => chooseEndInText(shell, row, rule.key)}>
          <TextSelect size={14} aria-hidden="true" />
          {t('link.inText')}
        </button>
        <span className="quiet small">{t('link.keys', { keys: ways.map(({ key }) => key).join(' ') })}</span>
      </div>
    </PickerDialog>
  )
}
