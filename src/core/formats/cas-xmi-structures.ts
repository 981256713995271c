/** The elements of XMI as feature structures, with members as in CAS JSON. Which attributes lead to other structures the types say. */
import { type NameOf, parseXml, type XmlElement } from '../xml-tree.ts'
import type { Structure } from './cas-held.ts'
import type { RangeOf } from './cas-types.ts'

/** Named by their types, `de.example.Type`; nothing where it is no XMI. */
export const elementsIn = (content: string): XmlElement[] | undefined => {
  const { root } = parseXml(content, typeNameOf) ?? {}
  return root?.name === `${xmi}XMI` ? root.children : undefined
}

const xmi = 'xmi:'

const typeNameOf: NameOf = ({ uri, local }) => {
  if (uri === 'http://www.omg.org/XMI') return `${xmi}${local}`
  const [, path] = /^http:\/\/\/(.*)\.ecore$/.exec(uri) ?? []
  return path === undefined || path === 'uima/noNamespace' ? local : `${path.replaceAll('/', '.')}.${local}`
}

const idOf = (element: XmlElement): number => Number(element.attributes.get(`${xmi}id`))

export const structuresOf = (elements: readonly XmlElement[], rangeOf: RangeOf): Structure[] => {
  const memberOf = membersBy(elements, rangeOf)
  // Views have no number, and that of nothing is 0.
  return elements.flatMap((element, index) => {
    if (!(idOf(element) > 0)) return []
    const attributes = [...element.attributes].filter(([name]) => !name.startsWith(xmi))
    const lists = [...Map.groupBy(element.children, ({ name }) => name)].map(
      ([name, items]): Member => [name === 'elements' ? '%ELEMENTS' : name, items.map(({ text }) => text)],
    )
    const members = [...attributes.map(([name, value]) => memberOf(element.name, name, value)), ...lists]
    const own = { '%ID': idOf(element), '%TYPE': element.name, at: { entry: index + 1 } }
    return [{ ...Object.fromEntries(members.filter(([name]) => name !== '__proto__')), ...own }]
  })
}

type Member = [name: string, value: unknown]

type MemberOf = (type: string, name: string, value: string) => Member

const membersBy = (elements: readonly XmlElement[], rangeOf: RangeOf): MemberOf => {
  const guessed = guessedBy(elements)
  return (type, name, value) => {
    if (name === 'sofa') return ['@sofa', Number(value)]
    if (name === 'begin' || name === 'end') return [name, Number(value)]
    if (type === 'uima.cas.Sofa') return [name, value]
    if (/^uima\.cas\.\w+Array$/.test(type) && name === 'elements')
      return [
        '%ELEMENTS',
        wordsIn(value).map((one) => (type === 'uima.cas.BooleanArray' ? one === 'true' : numberOf(one))),
      ]
    if (/^uima\.cas\.NonEmpty\w+List$/.test(type))
      return name === 'tail' || type.includes('FS') ? reference(name, value) : [name, value]
    const declared = rangeOf(type, name)
    return declared ? inRange(declared.range, declared.shared, name, value) : guessed(type, name, value)
  }
}

const inRange = (range: string, shared: boolean, name: string, value: string): Member => {
  const [, kind] = /^uima\.cas\.(\w+)$/.exec(range) ?? []
  if (kind === 'String') return [name, value]
  if (kind === 'Boolean') return [name, value === 'true']
  if (kind && numbers.test(kind)) return [name, numberOf(value)]
  const [, item] = /^(\w+?)(?:Array|List)$/.exec(kind ?? '') ?? []
  if (item === undefined || item === 'FS' || shared) return reference(name, value)
  if (item === 'Byte') return [name, []]
  return [name, wordsIn(value).map((one) => inRange(`uima.cas.${item}`, false, name, one)[1])]
}

const numbers = /^(Byte|Short|Integer|Long|Float|Double)$/

/** What JavaScript counts exactly; else it stays as it is written. */
const numberOf = (word: string): number | string => {
  const number = Number(word)
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : word
}

const reference = (name: string, value: string): Member => {
  const ids = wordsIn(value).map(Number)
  return [`@${name}`, ids.length === 1 ? ids[0] : ids]
}

const wordsIn = (value: string): string[] => value.match(/\S+/g) ?? []

/**
 * Without types: what leads to others is called so, or every value of it in the file is numbers of links (structures with a target and
 * no place); truth is what is only true or false; all else is words, numbers too.
 */
const guessedBy = (elements: readonly XmlElement[]): MemberOf => {
  const ids = new Set(elements.map(idOf))
  const links = new Set(
    elements.filter(({ attributes }) => attributes.has('target') && !attributes.has('sofa')).map(idOf),
  )
  const values = Map.groupBy(
    elements.flatMap(({ name: type, attributes }) =>
      [...attributes].map(([name, value]) => [`${type} ${name}`, value]),
    ),
    ([key = '']) => key,
  )
  const guesses = new Map(
    [...values].map(([key, pairs]) => {
      const all = pairs.flatMap(([, value = '']) => (value === '' ? [] : [wordsIn(value)]))
      const are = (known: ReadonlySet<number>) => all.every((words) => words.every((word) => known.has(Number(word))))
      if (all.length > 0 && (are(links) || (leading.test(key) && are(ids)))) return [key, 'reference'] as const
      return [key, all.every(([word]) => word === 'true' || word === 'false') ? 'truth' : 'words'] as const
    }),
  )
  return (type, name, value) => {
    const guess = guesses.get(`${type} ${name}`)
    if (guess === 'reference') return reference(name, value)
    // What is empty may be a list.
    if (value === '') return [name, []]
    return [name, guess === 'truth' ? value === 'true' : value]
  }
}

const leading = / (Governor|Dependent|target|first|next|pos|lemma|stem|morph|parent|children)$/
