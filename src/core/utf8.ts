/** UTF-8 through the Encoding Standard's classes, which every runtime we run in has and the core's own types do not list. */

declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

/** The UTF-8 of a well-formed text; a lone surrogate would become U+FFFD. */
export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text)

/** The text of bytes, a BOM kept as U+FEFF; undefined where they are not UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of bytes with U+FFFD in place of what is not UTF-8. */
export const decodeUtf8Leniently = (bytes: Uint8Array): string => lenient.decode(bytes)
