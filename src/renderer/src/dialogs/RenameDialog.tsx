import { useId, useState } from 'react'
import { renameProject } from '../actions/project.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { projectQuery } from '../data/queries.ts'
import { Modal } from '../parts/Modal.tsx'

export const RenameDialog = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const formId = useId()
  const before = shell.queries.getQueryData(projectQuery(shell).queryKey)?.title ?? ''
  const [title, setTitle] = useState(before)
  const trimmed = title.trim()
  return (
    <Modal
      title={t('project.rename')}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={!trimmed}>
            {t('dialog.save')}
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
          if (trimmed && trimmed !== before) void renameProject(shell, trimmed)
        }}
      >
        <label className="field">
          <span>{t('project.title')}</span>
          <input
            className="input"
            data-first
            dir="auto"
            maxLength={500}
            value={title}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <p className="quiet small">{t('project.rename.note')}</p>
      </form>
    </Modal>
  )
}
