/** Text into bytes: the encodings TextEncoder does not write. */
const table = (encoding: string): Map<string, number> => {
  const upperHalf = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index))
  return new Map(Array.from(upperHalf, (character, index) => [character, 128 + index]))
}

/** What the encoding lacks becomes a question mark, as old programs did it. */
export const encodeIn = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const view = new DataView(new ArrayBuffer(text.length * 2))
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
    return new Uint8Array(view.buffer)
  }
  const codes = table(encoding)
  return Uint8Array.from(Array.from(text), (character) => {
    const code = character.charCodeAt(0)
    return code < 128 ? code : (codes.get(character) ?? 63)
  })
}

/** The text as it survives in the encoding. */
export const surviving = (text: string, encoding: string): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(encodeIn(text, encoding))
