/** Web pages that a browser saved whole into one file: the page is read as any other, nothing else in it is. */
import { lf1 } from '../core/lf1.ts'
import { readArticlePage, readPage } from './html.ts'
import { partText, readMessage } from './mime.ts'
import type { BinaryReader, Reading } from './reader.ts'
import { Unreadable } from './unreadable.ts'
import { pageAddress } from './web-address.ts'

/** All of the page. */
const wholePage: BinaryReader = {
  id: 'mhtml-page/1',
  mediaType: 'multipart/related',
  aliases: ['application/x-mimearchive'],
  extensions: ['mhtml', 'mht'],
  recognises: (head) => /^content-type:\s*multipart\/related/im.test(head) && /^[\w-]+:/.test(head),
  readBytes: async (bytes) => readSaved(bytes, async (page) => readPage(page)),
}

export const mhtml: BinaryReader = {
  ...wholePage,
  id: 'mhtml/1',
  whole: wholePage,
  readBytes: async (bytes) => readSaved(bytes, readArticlePage),
}

const readSaved = async (bytes: Uint8Array, read: (page: string) => Promise<Reading>): Promise<Reading> => {
  const { head, parts } = readMessage(bytes)
  const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  if (!page) throw new Unreadable('damaged')
  const { metadata, ...reading } = await read(lf1(partText(page)))
  const url = pageAddress(head.get('snapshot-content-location') ?? page.head.get('content-location'))
  return { ...reading, metadata: { ...(url !== undefined && { url }), ...metadata } }
}
