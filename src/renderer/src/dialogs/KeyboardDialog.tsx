import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { keyboardTable } from '../commands/keyboard-table.ts'
import { Modal } from '../parts/Modal.tsx'
import './dialogs.css'

export const KeyboardDialog = ({ onClose }: { onClose(): void }) => {
  const { platform } = useShell()
  const { t } = useWords()
  return (
    <Modal title={t('keyboard.title')} width="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that the arrows can scroll it */}
      <section className="keyboard" aria-label={t('keyboard.title')} tabIndex={0} data-first>
        {keyboardTable(t, platform).map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <table>
              <tbody>
                {rows.map(({ keys, does }) => (
                  <tr key={`${does}-${keys.join()}`}>
                    <th scope="row">{does}</th>
                    <td>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </section>
    </Modal>
  )
}
