/** The columns and cells of WebAnno TSV 3: values, numbers in brackets, references to lines, and their escapes. */

export type Layer = {
  kind: 'span' | 'chain' | 'relation'
  name: string
  columns: Column[]
  /** Index of its first column among the columns of all layers. */
  from: number
}

/** 'role' is followed by the column of what fills it, 'base' is the last one of a relation. */
export type Column = { kind: 'feature' | 'role' | 'target' | 'base'; name: string }

/** One annotation's part of a cell: `ORG[1]`, `*->1-1`; number 0 where there is none. `raw` is the part as it stands. */
export type Entry = {
  text: string
  number: number
  raw?: string
  link?: { chain: number; element: number }
}

/** The annotations that share a place, in their order. */
export type Cell = Entry[]

const kinds = { T_SP: 'span', T_CH: 'chain', T_RL: 'relation' } as const

/** Makes a reader of the layers a file names, in order. */
export const layerReader = () => {
  let from = 0
  return (line: string): Layer | undefined => {
    const [, given, rest] = /^#(T_SP|T_CH|T_RL)=(.*)$/.exec(line) ?? []
    const kind = given === 'T_SP' || given === 'T_CH' || given === 'T_RL' ? kinds[given] : undefined
    if (!kind || rest === undefined) return undefined
    const [name = '', ...named] = rest.split('|')
    // Without features there is still a column, which says that there is an annotation.
    const parts = named.length === 0 ? [''] : named
    const columns = parts.map((part, index): Column => {
      if (part.startsWith('ROLE_')) return { kind: 'role', name: slotIn(part.slice('ROLE_'.length)) }
      if (part.startsWith('BT_')) return { kind: 'base', name: part.slice('BT_'.length) }
      return { kind: parts[index - 1]?.startsWith('ROLE_') ? 'target' : 'feature', name: part }
    })
    const layer = { kind, name, columns, from }
    from += columns.length
    return layer
  }
}

/** `LAYER:FEATURE_TYPE`: the type of the links is mostly called after the layer; where names have underscores, that tells where it begins. */
const slotIn = (part: string): string => {
  const cut = part.indexOf(`_${part.slice(0, part.indexOf(':'))}`, part.indexOf(':'))
  return cut > 0 ? part.slice(0, cut) : part.replace(/_[^_:]*$/, '')
}

/** The roles of a slot's links, parted at the semicolons that are not escaped. */
export const rolesOf = (text: string): string[] => text.match(/(?:\\.|[^\\;])+/gs) ?? []

/** Parts a cell at the bars that are not escaped. */
export const cellsOf = (cell: string): Cell => (cell.match(/(?:\\.|[^\\|])+/gs) ?? []).map(entryOf)

const entryOf = (raw: string): Entry => {
  const [, linked, chain, element] = /^((?:\\.|[^\\])*?)->(\d+)-(\d+)$/s.exec(raw) ?? []
  if (linked !== undefined)
    return { text: linked, number: 0, raw, link: { chain: Number(chain), element: Number(element) } }
  const [, text, number] = /^((?:\\.|[^\\])*?)\[(\d+)\]$/s.exec(raw) ?? []
  return text === undefined ? { text: raw, number: 0, raw } : { text, number: Number(number), raw }
}

/** `1-3[1];1-2[2]`, `1-1[1_2]`: lines, with the number of the annotation there, and here. */
export const linksOf = (raw: string): { unit: string; from: number; to: number }[] =>
  raw.split(';').flatMap((part) => {
    const [, unit, from, to] = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)(?:_(\d+))?\])?$/.exec(part) ?? []
    return unit === undefined ? [] : [{ unit, from: Number(from ?? 0), to: Number(to ?? 0) }]
  })

const controls: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' }

/** A value. */
export const unescaped = (text: string): string =>
  text.replace(/\\(->|.)/gs, (_, character: string) => controls[character] ?? character)

/** Words of the text: 3.0 escapes nothing, 3.1 as Java does, later versions control characters and the backslash alone. */
export const textUnescapedBy = (version: string): ((text: string) => string) => {
  if (version === '3' || version === '3.0') return (text) => text
  if (version !== '3.1')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are escaped
    return (text) => text.replace(/\\([tnrfb\\\u0000-\u0007\u000e-\u001f])/g, (_, one: string) => controls[one] ?? one)
  return (text) =>
    text.replace(/\\(?:u+([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, one: string) =>
      code === undefined ? (controls[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
    )
}
