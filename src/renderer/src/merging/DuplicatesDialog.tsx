import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Duplicate } from '../../../core/suggest/duplicates.ts'
import { travel } from '../actions/history.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { duplicatesQuery, registriesQuery } from '../data/queries.ts'
import { Modal } from '../parts/Modal.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import type { DecisionKey } from './decision-keys.ts'
import { entriesOf, keepApart, mergeInto, type Pair, proposeAgain } from './duplicates.ts'
import { Entries } from './Entries.tsx'
import { sideName } from './member-words.ts'
import { useTelling } from './use-telling.ts'

type Decided = { duplicate: Duplicate; merged: boolean }

/** Entries of the registries that may be one, pair by pair. */
export const DuplicatesDialog = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data, isError } = useQuery(duplicatesQuery(shell))
  const { data: registries } = useQuery(registriesQuery(shell))
  const [at, setAt] = useState(0)
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const [said, setSaid] = useState('')
  // What was merged a moment ago may still be listed.
  const standing = (data?.pairs ?? []).flatMap((duplicate) => {
    const pair = entriesOf(registries, duplicate)
    return pair?.every(({ record }) => record.mergedInto === undefined) ? [{ duplicate, pair }] : []
  })
  const index = Math.min(at, standing.length - 1)
  const shown = standing[index]
  const undo = async () => {
    const last = decided.at(-1)
    if (!last) return
    setSaid('')
    if (last.merged) await travel(shell, 'undo')
    else await proposeAgain(shell, last.duplicate)
    await shell.queries.invalidateQueries({ queryKey: duplicatesQuery(shell).queryKey })
    setDecided(decided.slice(0, -1))
  }
  if (!shown) {
    return (
      <NoPairs
        text={t(isError ? 'duplicates.notFound' : data ? 'duplicates.none' : 'duplicates.looking')}
        apart={data?.apart ?? 0}
        onUndo={decided.length > 0 ? undo : undefined}
        onClose={onClose}
      />
    )
  }
  return (
    <OnePair
      duplicate={shown.duplicate}
      pair={shown.pair}
      at={t('duplicates.at', { index: index + 1, left: standing.length, done: decided.length })}
      said={said}
      onDecided={(merged, words) => {
        setDecided([...decided, { duplicate: shown.duplicate, merged }])
        setSaid(words)
      }}
      onMove={(step) => {
        setSaid('')
        setAt(Math.max(0, Math.min(standing.length - 1, index + step)))
      }}
      onUndo={undo}
      onClose={onClose}
    />
  )
}

type Props = {
  duplicate: Duplicate
  pair: Pair
  at: string
  said: string
  onDecided(merged: boolean, said: string): void
  onMove(step: 1 | -1): void
  onUndo(): Promise<void>
  onClose(): void
}

const OnePair = ({ duplicate, pair, at, said, onDecided, onMove, onUndo, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const telling = useTelling(undefined)
  const writable = isWritable(shell)
  const names = pair.map((side) => isolated(sideName(side, telling)))
  const [first = '', second = ''] = names
  const onKey = async (key: DecisionKey) => {
    if (key === 'next' || key === 'previous') return onMove(key === 'next' ? 1 : -1)
    if (key === 'undo') return await onUndo()
    if (key === 'neither') {
      if (await keepApart(shell, duplicate)) onDecided(false, t('duplicates.keptApart'))
      return
    }
    const kept = typeof key === 'number' ? duplicate.ids[key - 1] : undefined
    if (typeof key !== 'number' || kept === undefined) return
    if (await mergeInto(shell, duplicate, kept)) onDecided(true, t('duplicates.merged', { name: names[key - 1] ?? '' }))
  }
  return (
    <DecisionDialog
      title={t('duplicates.title')}
      heading={t('duplicates.one', { kind: t(`kind.${duplicate.kind}`), first, second })}
      at={at}
      said={said}
      choices={[
        { key: '1', label: t('duplicates.keep', { name: first }), does: 1, disabled: !writable },
        { key: '2', label: t('duplicates.keep', { name: second }), does: 2, disabled: !writable },
        { key: 'N', label: t('duplicates.not'), does: 'neither', disabled: !writable },
      ]}
      onKey={onKey}
      onClose={onClose}
    >
      <p>{t(`duplicates.by.${duplicate.reason}`)}</p>
      <Entries pair={pair} telling={telling} />
      <p className="quiet small">{t('duplicates.note')}</p>
    </DecisionDialog>
  )
}

type NoPairsProps = { text: string; apart: number; onUndo: (() => Promise<void>) | undefined; onClose(): void }

const NoPairs = ({ text, apart, onUndo, onClose }: NoPairsProps) => {
  const shell = useShell()
  const { t } = useWords()
  return (
    <Modal
      title={t('duplicates.title')}
      onClose={onClose}
      footer={
        <>
          {onUndo ? (
            <button type="button" className="button" onClick={() => void onUndo()}>
              {t('conflicts.undo')}
            </button>
          ) : null}
          <button type="button" className="button primary" data-first onClick={onClose}>
            {t('dialog.close')}
          </button>
        </>
      }
    >
      <p role="status">{text}</p>
      <p className="quiet">{t('duplicates.none.why')}</p>
      {apart > 0 ? (
        <p>
          {t('duplicates.apart', { count: apart })}{' '}
          {isWritable(shell) ? (
            <button type="button" className="link-button" onClick={() => void proposeAgain(shell)}>
              {t('duplicates.again')}
            </button>
          ) : null}
        </p>
      ) : null}
    </Modal>
  )
}
