/** OpenDocument texts: made into HTML and read as such. Nothing the document refers to is opened. */
import { openArchive } from './archive.ts'
import { readDocument } from './document.ts'
import { odtPage } from './odt-page.ts'
import type { BinaryReader } from './reader.ts'
import { Unreadable } from './unreadable.ts'
import { xmlFields } from './xml.ts'

export const odt: BinaryReader = {
  id: 'odt/1',
  mediaType: 'application/vnd.oasis.opendocument.text',
  aliases: ['application/vnd.oasis.opendocument.text-template'],
  extensions: ['odt', 'ott'],
  recognises: (head) => head.includes('mimetypeapplication/vnd.oasis.opendocument.text'),
  readBytes: async (bytes) => {
    const archive = openArchive(bytes)
    const manifest = archive.read('META-INF/manifest.xml')
    if (manifest && new TextDecoder().decode(manifest).includes('encryption-data')) throw new Unreadable('encrypted')
    const content = archive.read('content.xml')
    if (!content) throw new Unreadable('damaged')
    const page = odtPage(content, archive.read('styles.xml'))
    const fields = xmlFields(archive.read('meta.xml'))
    return readDocument([page], {
      title: fields.get('title'),
      author: fields.get('meta:initial-creator') ?? fields.get('creator'),
      made: fields.get('meta:creation-date'),
      language: fields.get('language'),
    })
  },
}
