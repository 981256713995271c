/** Small PDFs written by hand: fixed fonts, text at given places. Russian letters through a font that says what its codes mean. */

/** Words at a place: points from the lower left corner of the page, as PDF counts. */
export type Words = { text: string; x: number; y: number; size?: number; font?: 'latin' | 'cyrillic' | 'mute' }

export type PdfOptions = {
  info?: Record<string, string>
  /** Members of the catalogue and whole further objects, numbered from 20. */
  catalog?: string
  objects?: string[]
  /** Drawn on each page besides the words. */
  picture?: boolean
  trailer?: string
  rotate?: number
}

const russian = 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁ«»—№'

/** Codes of the Russian font: ASCII stays, the letters follow from 128. */
const encode = (text: string): string =>
  Array.from(text, (character) => {
    const at = russian.indexOf(character)
    return (at < 0 ? character.charCodeAt(0) : 128 + at).toString(16).padStart(2, '0')
  }).join('')

/** What the codes of a font mean, as the document states it; `meaning` may be nothing anybody can read. */
const toUnicode = (meaning = (letter: string) => letter.charCodeAt(0)): string => {
  const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
  const codes = [
    ...Array.from({ length: 95 }, (_, at) => [32 + at, String.fromCharCode(32 + at)] as const),
    ...Array.from(russian, (letter, at) => [128 + at, letter] as const),
  ]
  const entries = codes.map(([code, letter]) => `<${hex(code, 2)}> <${hex(meaning(letter), 4)}>`)
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange ${entries.length} beginbfchar ${entries.join('\n')} endbfchar endcmap end end`
}

const widths = `/FirstChar 0 /LastChar 255 /Widths [${Array.from({ length: 256 }, () => 500).join(' ')}]`
const described =
  '/FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent -200 /CapHeight 700 /StemV 80 >>'

/** The width of a letter in all fonts, in type sizes. */
export const letterWidth = 0.5

export const pdfOf = (pages: readonly (readonly Words[])[], options: PdfOptions = {}): Uint8Array => {
  const first = 30
  const objects = new Map<number, string>()
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`)
  objects.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  objects.set(3, `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding ${widths} >>`)
  objects.set(4, `<< /Type /Font /Subtype /Type1 /BaseFont /X ${widths} ${described} /ToUnicode 5 0 R >>`)
  objects.set(5, stream(toUnicode()))
  objects.set(6, `<< /Type /Font /Subtype /Type1 /BaseFont /Y ${widths} ${described} /ToUnicode 7 0 R >>`)
  objects.set(7, stream(toUnicode((letter) => 0xe000 + (letter.charCodeAt(0) % 256))))
  if (options.picture)
    objects.set(
      8,
      stream('x', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
    )
  objects.set(
    9,
    `<< ${Object.entries(options.info ?? {})
      .map(([name, value]) => `/${name} ${pdfString(value)}`)
      .join(' ')} >>`,
  )
  options.objects?.forEach((object, at) => void objects.set(20 + at, object))
  pages.forEach((words, at) => {
    const drawn = words.map(
      ({ text, x, y, size = 10, font = 'latin' }) =>
        `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${font === 'latin' ? latin(text) : `<${encode(text)}>`} Tj ET`,
    )
    if (options.picture) drawn.push('q 500 0 0 700 0 0 cm /picture Do Q')
    objects.set(
      first + 2 * at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${options.rotate ? `/Rotate ${options.rotate}` : ''} /Resources << /Font << /latin 3 0 R /cyrillic 4 0 R /mute 6 0 R >> ${options.picture ? '/XObject << /picture 8 0 R >>' : ''} >> /Contents ${first + 2 * at + 1} 0 R >>`,
    )
    objects.set(first + 2 * at + 1, stream(drawn.join('\n')))
  })
  return file(objects, options.trailer ?? '')
}

const latin = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`

const pdfString = (value: string): string =>
  `<feff${Array.from({ length: value.length }, (_, at) => value.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`

const stream = (content: string, members = ''): string =>
  `<< ${members} /Length ${content.length} >>\nstream\n${content}\nendstream`

const file = (objects: ReadonlyMap<number, string>, trailer: string): Uint8Array => {
  let text = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const count = Math.max(...offsets.keys()) + 1
  const table = Array.from({ length: count }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${count}\n${table.join('')}trailer\n<< /Size ${count} /Root 1 0 R /Info 9 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

type Setting = { x: number; y: number; size?: number; leading?: number; font?: Words['font']; indent?: number }

/** Lines under each other, parted where `|` stands in the text; the first one may be indented. */
export const lines = (
  text: string,
  { x, y, size = 10, leading = 1.2, font = 'cyrillic', indent = 0 }: Setting,
): Words[] =>
  text
    .split('|')
    .map((line, at) => ({ text: line, x: x + (at === 0 ? indent : 0), y: y - at * leading * size, size, font }))
