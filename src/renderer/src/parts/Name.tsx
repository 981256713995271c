/** A name or title that comes from a file: isolated, shown literally, shortened with the whole in the tooltip. */
export const Name = ({ text, className = '' }: { text: string; className?: string }) => (
  <bdi className={`one-line ${className}`} dir="auto" title={shortened(text)}>
    {shortened(text)}
  </bdi>
)

const LIMIT = 300

/** Cut between characters; a tooltip of 10,000 helps nobody. */
export const shortened = (text: string, limit = LIMIT): string => {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
