import { useEffect } from 'react'
import { takeFiles } from '../actions/files.ts'
import { useShell, useUi } from './context.tsx'
import { useWords } from './words.tsx'
import './DropTarget.css'

/** Files dropped anywhere on the window are taken in; while they hover, the window says so. */
export const DropTarget = () => {
  const shell = useShell()
  const { t } = useWords()
  const dragging = useUi(({ dragging }) => dragging)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      shell.ui.set({ dragging: true })
    }
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) shell.ui.set({ dragging: false })
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      shell.ui.set({ dragging: false })
      const files = [...(event.dataTransfer?.files ?? [])]
      void shell.api.dropped(files).then((grants) => takeFiles(shell, grants))
    }
    // The text must not get at them first.
    window.addEventListener('dragover', over, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [shell])
  return dragging ? (
    <div className="drop-target" aria-hidden="true">
      <p>{t('drop.here')}</p>
    </div>
  ) : null
}
