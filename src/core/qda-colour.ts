/** A colour as REFI-QDA writes it, `#rrggbb` or `#rgb`, in small letters and six digits; nothing where it is none. */
export const qdaColour = (value: string | undefined): string | undefined => {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value?.trim() ?? '')?.[1]?.toLowerCase()
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
