/** Small documents of the formats that are archives of XML, made on the spot. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** An archive of these files, packed as programs pack them: the one that names the format lies there unpacked. */
export const archiveOf = (files: Record<string, string | Uint8Array>): Uint8Array => {
  const parts: Zippable = {}
  for (const [name, content] of Object.entries(files))
    parts[name] = [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }]
  return zipSync(parts, { mtime: '2031-04-07T00:00:00Z' })
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const coreXml = ({ title = '', author = '', made = '' }: { title?: string; author?: string; made?: string }) =>
  `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><dcterms:created>${made}</dcterms:created></cp:coreProperties>`

/** A paragraph in a named style. */
export const wordParagraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const styleXml = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`

/** The files of a Word document with this body. `links` are addresses by relation's id. */
export const docxFiles = (
  body: string,
  { title, author, made, links = {}, footnotes = '' }: DocxOptions = {},
): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rs" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rf" Type="${relations}/footnotes" Target="footnotes.xml"/><Relationship Id="rn" Type="${relations}/numbering" Target="numbering.xml"/>${Object.entries(
    links,
  )
    .map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${relations}/hyperlink" Target="${target}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`,
  'word/styles.xml': `${xml}<w:styles xmlns:w="${word}">${styleXml('1', 'heading 1')}${styleXml('2', 'heading 2')}${styleXml('t', 'Title')}${styleXml('q', 'Quote')}${styleXml('c', 'toc 1')}</w:styles>`,
  'word/numbering.xml': `${xml}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  'word/footnotes.xml': `${xml}<w:footnotes xmlns:w="${word}">${footnotes}</w:footnotes>`,
  'word/document.xml': `${xml}<w:document xmlns:w="${word}" xmlns:r="${relations}"><w:body>${body}</w:body></w:document>`,
  'docProps/core.xml': coreXml({ title: title ?? '', author: author ?? '', made: made ?? '' }),
})

type DocxOptions = {
  title?: string
  author?: string
  made?: string
  links?: Record<string, string>
  footnotes?: string
}

const odfNames = ['office', 'text', 'style', 'table', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ')

/** The files of an OpenDocument text: its automatic styles and what stands in its body. */
export const odtFiles = (body: string, { styles = '', meta = '' } = {}): Record<string, string> => ({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'META-INF/manifest.xml':
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></manifest:manifest>',
  'meta.xml': `${xml}<office:document-meta ${odfNames}><office:meta>${meta}</office:meta></office:document-meta>`,
  'content.xml': `${xml}<office:document-content ${odfNames}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
})

/** The files of an EPUB: its documents by name in the order of the spine, and what its package says. */
export const epubFiles = (
  documents: Record<string, string>,
  { metadata = '', attributes = {} }: { metadata?: string; attributes?: Record<string, string> } = {},
): Record<string, string> => {
  const names = Object.keys(documents)
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${xml}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/content.opf': `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${names
      .map((name, at) => `<item id="i${at}" href="${name}" ${attributes[name] ?? ''}/>`)
      .join('')}</manifest><spine>${names.map((_, at) => `<itemref idref="i${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(names.map((name) => [`OEBPS/${decodeURIComponent(name)}`, documents[name] ?? ''])),
  }
}
