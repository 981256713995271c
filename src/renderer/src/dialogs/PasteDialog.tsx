import { useId, useState } from 'react'
import { paste } from '../actions/articles.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'

/** The text of an article, pasted and looked at before it is added. */
export const PasteDialog = ({ text: given, onClose }: { text: string; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const formId = useId()
  const [text, setText] = useState(given)
  const [markdown, setMarkdown] = useState(false)
  const empty = text.trim() === ''
  return (
    <Modal
      title={t('article.paste')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={empty}>
            {t('article.add')}
          </button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void paste(shell, text, markdown ? 'text/markdown' : 'text/plain')
        }}
      >
        <label className="field">
          <span>{t('article.paste.text')}</span>
          <textarea
            className="input paste-text"
            data-first
            dir="auto"
            rows={14}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <label className="check">
          <input type="checkbox" checked={markdown} onChange={(event) => setMarkdown(event.target.checked)} />
          {t('article.paste.markdown')}
        </label>
      </form>
    </Modal>
  )
}
