type Props = { code: string; label: string; disabled?: boolean; take(): void | Promise<void> }

/** A button that has a key of its own. */
export const KeyButton = ({ code, label, disabled = false, take }: Props) => (
  <button type="button" className="button" disabled={disabled} onClick={() => void take()}>
    <kbd>{code}</kbd>
    {label}
  </button>
)
