import { useRef, useState } from 'react'
import { Jobs } from '../app/Jobs.tsx'
import { useWords } from '../app/words.tsx'
import { AnnotatorField } from './AnnotatorField.tsx'
import { FormatField } from './FormatField.tsx'
import { ImportFiles } from './ImportFiles.tsx'
import { MappingField } from './MappingField.tsx'
import { RuleDetail } from './RuleDetail.tsx'
import { RuleList } from './RuleList.tsx'
import { listedRules, nameOfRule, type RuleRow, withRule } from './rules.ts'
import { titleOf } from './titles.ts'
import type { Looked, useImport } from './use-import.ts'

type Props = {
  state: ReturnType<typeof useImport>
  looked: Looked
  annotator: string | undefined
  onAnnotator(name: string | undefined): void
}

/** What was found, and for each of it what becomes of it, with the words themselves. */
export const ImportMapping = ({ state, looked, annotator, onAnnotator }: Props) => {
  const { t } = useWords()
  const [activeKey, setActiveKey] = useState<string>()
  const detail = useRef<HTMLElement>(null)
  const { preview, mapping, format } = looked
  const rows = listedRules(preview, mapping)
  const active = rows.find(({ key }) => key === activeKey) ?? rows[0]
  const others = state.found?.formats.filter((one) => one.format !== format) ?? []
  const change = (row: RuleRow) => state.change(withRule(mapping, row))
  return (
    <>
      <div className="import-head">
        <FormatField value={format} disabled={state.busy} onChange={(next) => void state.chooseFormat(next)} />
        <MappingField state={state} looked={looked} />
        <AnnotatorField format={titleOf(t, format)} name={annotator} onChange={onAnnotator} />
      </div>
      {state.busy ? (
        <Jobs place="dialog" />
      ) : (
        <p className="small quiet">
          {t('import.what', { files: preview.readable, documents: preview.documents })}
          {preview.refused.length > 0 ? ` · ${t('import.refused', { count: preview.refused.length })}` : null}
          {others.map(
            (one) => ` · ${t('import.alsoThere', { format: titleOf(t, one.format), count: Math.round(one.count) })}`,
          )}
        </p>
      )}
      {active ? (
        <>
          <div className="import-mapping">
            <RuleList
              rows={rows}
              activeKey={active.key}
              onActive={setActiveKey}
              onEnter={() => detail.current?.querySelector<HTMLElement>('input:checked')?.focus()}
              onChange={change}
            />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
            <section className="import-detail" ref={detail} tabIndex={0} aria-label={nameOfRule(active.rule).name}>
              <RuleDetail key={active.key} row={active} mapping={mapping} onChange={change} />
            </section>
          </div>
          <p className="small quiet">{t('import.keys', { actor: '1', position: '2', claim: '3', ignore: '0' })}</p>
        </>
      ) : (
        <>
          <p>{t(preview.documents > 0 ? 'import.nothing' : 'import.allRefused')}</p>
          {preview.refused.length > 0 ? <ImportFiles files={preview.refused} first /> : null}
        </>
      )}
    </>
  )
}
