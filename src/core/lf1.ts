/** Text rule `lf1` after decoding: one leading byte order mark is dropped, CRLF and CR become LF, nothing else changes. */
export const lf1 = (decoded: string): string =>
  (decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded).replace(/\r\n?/g, '\n')
