/** Messages as mail programs and browsers save them (RFC 2045–2047): their heads and the parts they are made of. */
import { canonicalName, decode } from './encoding.ts'
import { Unreadable } from './unreadable.ts'

/** Names in lower case; of several of one name the first. */
export type Head = ReadonlyMap<string, string>

export type Part = { head: Head; type: string; charset: string | undefined; isAttachment: boolean; bytes: Uint8Array }

/** Mails are nested a few levels deep, and a saved page has some hundred pictures. */
const limits = { depth: 10, parts: 5000 }

/** The head of the whole and all parts that hold something themselves, in order. Throws `Unreadable` (too-complex). */
export const readMessage = (bytes: Uint8Array): { head: Head; parts: Part[] } => {
  const parts: Part[] = []
  const visit = (entity: Uint8Array, depth: number): Head => {
    if (depth > limits.depth || parts.length > limits.parts) throw new Unreadable('too-complex')
    const { head, body } = split(entity)
    const { value: type, params } = parameters(head.get('content-type') ?? 'text/plain')
    const boundary = type.startsWith('multipart/') ? params.get('boundary') : undefined
    if (boundary !== undefined) for (const inner of between(body, boundary)) visit(inner, depth + 1)
    else if (type === 'message/rfc822') visit(body, depth + 1)
    else {
      const isAttachment = /^\s*attachment/i.test(head.get('content-disposition') ?? '')
      const content = undone(body, head.get('content-transfer-encoding')?.trim().toLowerCase())
      parts.push({ head, type, charset: params.get('charset'), isAttachment, bytes: content })
    }
    return head
  }
  return { head: visit(bytes, 0), parts }
}

/** The text of a part; where it is not in the encoding that it names, in the one that is recognised. */
export const partText = ({ bytes, charset }: Part): string => {
  if (bytes.length === 0) return ''
  const named = charset === undefined ? undefined : canonicalName(charset)
  try {
    return decode(bytes, named).text
  } catch (error) {
    if (named === undefined) throw error
    return decode(bytes).text
  }
}

/** One letter a byte, so that places in it are places in the bytes. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const split = (entity: Uint8Array): { head: Head; body: Uint8Array } => {
  const text = latin(entity)
  const gap = /^\r?\n|\r?\n\r?\n/.exec(text)
  const [end, start] = gap ? [gap.index, gap.index + gap[0].length] : [text.length, text.length]
  const head = new Map<string, string>()
  const lines = text.slice(0, end).replace(/\r?\n[ \t]+/g, ' ')
  for (const [, name = '', value = ''] of lines.matchAll(/^([!-9;-~]+):[ \t]*(.*?)\r?$/gm))
    if (!head.has(name.toLowerCase())) head.set(name.toLowerCase(), headText(value))
  return { head, body: entity.subarray(start) }
}

/** Words in a head may be encoded (`=?koi8-r?B?…?=`), or just be in some encoding. */
const headText = (value: string): string => {
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0))
  const plain = bytes.some((byte) => byte > 127) ? decode(bytes).text : value
  return plain
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1')
    .replace(
      /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi,
      (word, charset: string, how: string, content: string) => {
        const raw = how.toLowerCase() === 'b' ? base64(content) : quotedPrintable(content.replaceAll('_', '=20'))
        const name = canonicalName(charset)
        return name === undefined ? word : new TextDecoder(name).decode(raw)
      },
    )
}

const parameters = (value: string): { value: string; params: ReadonlyMap<string, string> } => {
  const params = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of value.matchAll(
    /;\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g,
  ))
    params.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare)
  return { value: (value.split(';')[0] ?? '').trim().toLowerCase(), params }
}

const between = (body: Uint8Array, boundary: string): Uint8Array[] => {
  const text = `\n${latin(body)}`
  const mark = `\n--${boundary}`
  const places: number[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) places.push(at)
  return places.flatMap((at, index) => {
    const start = text.indexOf('\n', at + mark.length)
    const closes = text.startsWith('--', at + mark.length)
    const end = places[index + 1] ?? text.length
    // `text` has one letter more than the bytes.
    return closes || start < 0 || start > end ? [] : [body.subarray(start, Math.max(start, end - 1))]
  })
}

const undone = (body: Uint8Array, encoding: string | undefined): Uint8Array => {
  if (encoding === 'base64') return base64(latin(body))
  return encoding === 'quoted-printable' ? quotedPrintable(latin(body)) : body
}

const base64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

const quotedPrintable = (text: string): Uint8Array => {
  const plain = text.replace(/[ \t]+$/gm, '').replace(/=\r?\n/g, '')
  const decoded = plain.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0))
}
