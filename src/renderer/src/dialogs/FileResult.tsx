import type { ReactNode } from 'react'
import { shortened } from '../parts/Name.tsx'

type Props = { file: string; tone: 'good' | 'quiet' | 'bad'; outcome: string; children?: ReactNode }

/** One file of a report: its bare name (the folder in the tooltip), how it came out, and what there is to say about it. */
export const FileResult = ({ file, tone, outcome, children }: Props) => (
  <li className="file-result">
    <p className="file-line">
      <bdi className="one-line" dir="auto" title={shortened(file)}>
        {shortened(file.split(/[/\\]/).at(-1) || file)}
      </bdi>
      <span className={`file-outcome ${tone}`}>{outcome}</span>
    </p>
    {children}
  </li>
)
