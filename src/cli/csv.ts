/** CSV (RFC 4180) that spreadsheets take for data and nothing else. */

/** Lines end in CR LF; text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
