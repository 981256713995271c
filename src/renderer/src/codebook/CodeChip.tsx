import { shortened } from '../parts/Name.tsx'
import './codebook.css'

/** The colour of a code, beside its name; a ring where it has none. */
export const CodeDot = ({ color }: { color: string | undefined }) => (
  <span
    className={color ? 'code-dot' : 'code-dot none'}
    style={color ? { background: color } : undefined}
    aria-hidden="true"
  />
)

/** A code of an annotation, by colour and name. */
export const CodeChip = ({ label, color }: { label: string; color: string | undefined }) => (
  <span className="code-chip" title={shortened(label)}>
    {color ? <CodeDot color={color} /> : null}
    <bdi className="one-line" dir="auto">
      {shortened(label)}
    </bdi>
  </span>
)
