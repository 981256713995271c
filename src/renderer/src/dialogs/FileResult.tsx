import type { ReactNode } from 'react'
import { Name } from '../parts/Name.tsx'

type Props = { file: string; tone: 'good' | 'quiet' | 'bad'; outcome: string; children?: ReactNode }

/** One file of a report: its name, how it came out, and what there is to say about it. */
export const FileResult = ({ file, tone, outcome, children }: Props) => (
  <li className="file-result">
    <p className="file-line">
      <Name text={file} />
      <span className={`file-outcome ${tone}`}>{outcome}</span>
    </p>
    {children}
  </li>
)
