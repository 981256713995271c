import { useState } from 'react'
import type { Finding } from '../../../core/finding.ts'
import { findingText } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { shortened } from '../parts/Name.tsx'

const FEW = 50

/** Findings as sentences, each with its place in the file; long lists begin with the first. */
export const FindingList = ({ findings }: { findings: readonly Finding[] }) => {
  const words = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? findings : findings.slice(0, FEW)
  return (
    <>
      <ul className="findings">
        {shown.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two findings may be equal
          <li key={index}>
            {findingText(words, finding)}
            {finding.where ? <code className="where">{shortened(finding.where, 160)}</code> : null}
          </li>
        ))}
      </ul>
      {shown.length < findings.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {words.t('findings.more', { count: findings.length - shown.length })}
        </button>
      ) : null}
    </>
  )
}
