import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'

type Props = { title: string; body: string; yes: string; answer(yes: boolean): void }

export const ConfirmDialog = ({ title, body, yes, answer }: Props) => {
  const { t } = useWords()
  return (
    <Modal
      title={title}
      width="narrow"
      onClose={() => answer(false)}
      footer={
        <>
          <button type="button" className="button" onClick={() => answer(false)}>
            {t('dialog.cancel')}
          </button>
          <button type="button" className="button primary" data-first onClick={() => answer(true)}>
            {yes}
          </button>
        </>
      }
    >
      <p className="dialog-text">{body}</p>
    </Modal>
  )
}
