import type { ComponentProps } from 'react'

type Props = ComponentProps<'button'> & { label: string; shortcut?: string | undefined }

/** A button that shows a picture; its name is in the tooltip and for assistive technology. */
export const IconButton = ({ label, shortcut, className = '', children, ...rest }: Props) => (
  <button
    type="button"
    className={`icon-button ${className}`}
    aria-label={label}
    title={shortcut ? `${label} (${shortcut})` : label}
    {...rest}
  >
    {children}
  </button>
)
