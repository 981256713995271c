import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { exportBundle } from '../actions/exchange.ts'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { previewExportQuery } from '../data/queries.ts'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ArticleChoice } from './ArticleChoice.tsx'
import { ShareSummary } from './ShareSummary.tsx'
import { type Share, selectionOf } from './share.ts'

type Props = { share: Share; onClose(): void }

/** What goes out in a bundle: everything, some articles, only one's own work; said before it is written. */
export const ShareDialog = ({ share: first, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const me = useStore(shell.settings, ({ identity }) => identity)
  const [share, setShare] = useState(first)
  const selection = selectionOf(share, me?.id)
  const { data, error } = useQuery({ ...previewExportQuery(shell, selection ?? {}), enabled: selection !== undefined })
  const choice = (label: string, isChosen: boolean, change: Partial<Share>, data?: ReactNode) => (
    <label className="check">
      <input
        type="radio"
        name="share"
        checked={isChosen}
        data-first={isChosen || undefined}
        onChange={() => setShare({ ...share, ...change })}
      />
      {label}
      {data}
    </label>
  )
  return (
    <Modal
      title={t('share.title')}
      onClose={onClose}
      footer={
        <DialogFoot
          action={t('share.button')}
          disabled={!selection || !data}
          onAction={() => {
            if (!selection) return
            onClose()
            void exportBundle(shell, selection)
          }}
          onCancel={onClose}
        />
      }
    >
      <div className="form">
        <fieldset className="share-choice">
          <legend>{t('share.which')}</legend>
          {choice(t('share.allArticles'), !share.some, { some: false })}
          {choice(t('share.someArticles'), share.some, { some: true })}
        </fieldset>
        {share.some ? (
          <ArticleChoice
            chosen={new Set(share.articleIds)}
            onChange={(chosen) => setShare({ ...share, articleIds: [...chosen] })}
          />
        ) : null}
        <label className="check">
          <input
            type="checkbox"
            checked={share.onlyMine}
            disabled={!me}
            onChange={(event) => setShare({ ...share, onlyMine: event.target.checked })}
          />
          {t('share.onlyMine')}
        </label>
        {selection ? (
          <ShareSummary preview={data} error={error} part={share.some || share.onlyMine} />
        ) : (
          <p className="quiet small">{t('share.nothing')}</p>
        )}
      </div>
    </Modal>
  )
}
