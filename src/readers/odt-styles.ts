/** What the styles of an OpenDocument text say about its words: formats, titles, quotations and how lists are marked. */
import { readXml } from './xml.ts'

/** `formats` are HTML's elements. */
export type OdtStyle = { formats: readonly string[]; title: boolean; quote: boolean }

type Own = { parent: string | undefined; set: Map<string, boolean> }

/** Later parts count before earlier ones. */
export const odtStyles = (parts: readonly Uint8Array[]) => {
  const styles = new Map<string, Own>()
  /** By list style and depth (from 1). */
  const ordered = new Map<string, boolean>()
  for (const part of parts) {
    let style: Own | undefined
    let list: string | undefined
    readXml(part, {
      enter: (name, attribute) => {
        if (name === 'style:style' || name === 'style:default-style') {
          style = { parent: attribute('style:parent-style-name'), set: new Map() }
          styles.set(attribute('style:name') ?? '', style)
        }
        if (name === 'style:text-properties' && style) readFormats(style.set, attribute)
        if (name === 'text:list-style') list = attribute('style:name')
        if (list !== undefined && /^text:list-level-style-(number|bullet|image)$/.test(name))
          ordered.set(`${list}/${attribute('text:level') ?? 1}`, name.endsWith('number'))
      },
      leave: (name) => {
        if (name === 'style:style') style = undefined
        if (name === 'text:list-style') list = undefined
      },
    })
  }
  return {
    styleOf: (name: string | undefined): OdtStyle => resolved(styles, name),
    isOrdered: (name: string | undefined, depth: number): boolean => ordered.get(`${name}/${depth}`) ?? false,
  }
}

type Attribute = (name: string) => string | undefined

const readFormats = (set: Own['set'], attribute: Attribute): void => {
  const note = (tag: string, value: string | undefined, pattern: RegExp) => {
    if (value !== undefined) set.set(tag, pattern.test(value))
  }
  note('b', attribute('xsl-fo-compatible:font-weight'), /^(bold|[6-9]00)$/)
  note('i', attribute('xsl-fo-compatible:font-style'), /^(italic|oblique)$/)
  note('u', attribute('style:text-underline-style'), /^(?!none)/)
  note('s', attribute('style:text-line-through-style'), /^(?!none)/)
  note('sup', attribute('style:text-position'), /^(super|[1-9]\d*%)/)
  note('sub', attribute('style:text-position'), /^(sub|-)/)
}

/** A style's own settings over those of its parents; what a whole paragraph has of its named style is no emphasis. */
const resolved = (styles: ReadonlyMap<string, Own>, name: string | undefined): OdtStyle => {
  const set = new Map<string, boolean>()
  const names: string[] = []
  for (let at = name; at !== undefined && !names.includes(at); at = styles.get(at)?.parent) {
    names.push(at)
    for (const [tag, on] of styles.get(at)?.set ?? []) if (!set.has(tag)) set.set(tag, on)
  }
  return {
    formats: [...set].filter(([, on]) => on).map(([tag]) => tag),
    title: names.some((each) => each === 'Title'),
    quote: names.some((each) => /^(Quotations|Quote|Block_20_Quotation)$/.test(each)),
  }
}
