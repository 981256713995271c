/** Mails as programs save them: the text they carry, their head as metadata. */
import { lf1 } from '../core/lf1.ts'
import { headMetadata } from './head-metadata.ts'
import { readPage } from './html.ts'
import { partText, readMessage } from './mime.ts'
import type { BinaryReader } from './reader.ts'
import { text } from './text.ts'
import { Unreadable } from './unreadable.ts'

export const eml: BinaryReader = {
  id: 'eml/1',
  mediaType: 'message/rfc822',
  aliases: [],
  extensions: ['eml'],
  recognises: (head) =>
    /^(return-path|received|delivered-to|message-id|mime-version):/im.test(head) && /^[\w-]+:/.test(head),
  readBytes: async (bytes) => {
    const { head, parts } = readMessage(bytes)
    if (head.size === 0) throw new Unreadable('damaged')
    const bodies = parts
      .filter(({ type, isAttachment }) => !isAttachment && (type === 'text/plain' || type === 'text/html'))
      .map((part) => ({ type: part.type, content: lf1(partText(part)) }))
      .filter(({ content }) => /[\p{L}\d]/u.test(content))
    const body = bodies.find(({ type }) => type === 'text/plain') ?? bodies[0]
    if (!body) throw new Unreadable('empty')
    const reading = body.type === 'text/plain' ? text.read(body.content.trim()) : readPage(body.content)
    return { ...reading, metadata: { ...reading.metadata, ...headMetadata(head) } }
  },
}
