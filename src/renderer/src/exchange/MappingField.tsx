import { useQuery } from '@tanstack/react-query'
import { Save, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { isKeyboardLost } from '../actions/areas.ts'
import { removeMapping, saveMapping } from '../actions/importing.ts'
import { announce, nothingChanged, notifyFailure } from '../actions/notices.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { importMappingsQuery } from '../data/queries.ts'
import { IconButton } from '../parts/IconButton.tsx'
import type { Looked, useImport } from './use-import.ts'

type Props = { state: ReturnType<typeof useImport>; looked: Looked }

const PROPOSED = ''
const CHANGED = ' '

/** Which mapping: as proposed, one that was saved for this format, or as it was changed here, to be saved. */
export const MappingField = ({ state, looked }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const [name, setName] = useState<string>()
  const choice = useRef<HTMLSelectElement>(null)
  const naming = name !== undefined
  useEffect(() => {
    if (!naming && isKeyboardLost()) choice.current?.focus()
  }, [naming])
  const { data: all = [] } = useQuery(importMappingsQuery(shell))
  const { saved, format, mapping } = looked
  const offered = all.filter((one) => one.format === format)
  const save = async () => {
    const title = name?.trim()
    if (!title) return
    try {
      await saveMapping(shell, { name: title, format, mapping })
      setName(undefined)
      state.named(title)
      announce(shell, ({ t }) => t('import.mapping.saved'))
    } catch (error) {
      notifyFailure(shell, ({ t }) => t('import.mapping.notSaved'), error, nothingChanged)
    }
  }
  const remove = async () => {
    if (!saved) return
    try {
      await removeMapping(shell, saved)
      state.named('')
      announce(shell, ({ t }) => t('import.mapping.removed'))
    } catch (error) {
      notifyFailure(shell, ({ t }) => t('import.mapping.notRemoved'), error, nothingChanged)
    }
  }
  if (name !== undefined)
    return (
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label htmlFor="mapping-name">{t('import.mapping.name')}</label>
        <div className="import-by">
          <input
            id="mapping-name"
            className="input"
            dir="auto"
            maxLength={200}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that asked for it
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.code !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              setName(undefined)
            }}
          />
          <button type="submit" className="button" disabled={!name.trim()}>
            {t('import.mapping.save')}
          </button>
        </div>
        {all.some((one) => one.name === name.trim()) ? (
          <p className="small quiet">{t('import.mapping.replaces')}</p>
        ) : null}
      </form>
    )
  return (
    <div className="field">
      <label htmlFor="import-mapping">{t('import.mapping')}</label>
      <div className="import-by">
        <select
          id="import-mapping"
          ref={choice}
          className="input"
          disabled={state.busy}
          value={saved === undefined ? PROPOSED : saved || CHANGED}
          onChange={({ target }) => void state.chooseMapping(offered.find((one) => one.name === target.value))}
        >
          <option value={PROPOSED}>{t('import.mapping.proposed')}</option>
          {saved === '' ? <option value={CHANGED}>{t('import.mapping.own')}</option> : null}
          {offered.map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}
            </option>
          ))}
        </select>
        {saved ? (
          <IconButton label={t('import.mapping.remove')} onClick={() => void remove()}>
            <Trash2 size={16} />
          </IconButton>
        ) : (
          <IconButton label={t('import.mapping.saveAs')} onClick={() => setName('')}>
            <Save size={16} />
          </IconButton>
        )}
      </div>
    </div>
  )
}
