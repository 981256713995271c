import { useState } from 'react'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'

/** Puts a whole report on the clipboard, for whoever is asked for help. */
export const CopyDetails = ({ report }: { report: unknown }) => {
  const shell = useShell()
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  return (
    <button
      type="button"
      className="link-button apart"
      onClick={() => void shell.api.copyText(JSON.stringify(report, undefined, 2)).then(() => setCopied(true))}
    >
      {t(copied ? 'notice.copied' : 'notice.copy')}
    </button>
  )
}
