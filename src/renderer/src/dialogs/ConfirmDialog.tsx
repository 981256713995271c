import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'

type Props = { title: string; body: string; yes: string; answer(yes: boolean): void }

export const ConfirmDialog = ({ title, body, yes, answer }: Props) => {
  return (
    <Modal
      title={title}
      width="narrow"
      onClose={() => answer(false)}
      footer={<DialogFoot action={yes} first onAction={() => answer(true)} onCancel={() => answer(false)} />}
    >
      <p className="dialog-text">{body}</p>
    </Modal>
  )
}
