import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'

export const AboutDialog = ({ onClose }: { onClose(): void }) => {
  const { version } = useShell()
  const { t } = useWords()
  return (
    <Modal title="Actant" width="narrow" onClose={onClose}>
      <p>{t('about.version', { version })}</p>
      <p className="quiet">{t('about.what')}</p>
    </Modal>
  )
}
