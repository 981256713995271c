/** The types of a UIMA CAS, as `TypeSystem.xml` declares them: which kind of value each feature has. */
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml-tree.ts'

/** `range` is `uima.cas.String`, `uima.cas.FSArray`, `webanno.custom.Actor`; what is `shared` stands in a structure of its own. */
export type Range = { range: string; shared: boolean }

/** Nothing where the type or the feature is not declared. */
export type RangeOf = (type: string, feature: string) => Range | undefined

export const noRanges: RangeOf = () => undefined

/** Nothing where it is no description of types. */
export const rangesIn = (xml: string): RangeOf | undefined => {
  const { root } = parseXml(xml) ?? {}
  if (root?.name !== 'typeSystemDescription') return undefined
  const types = new Map(
    childrenOf(childOf(root, 'types'), 'typeDescription').map((type) => [
      said(type, 'name'),
      { above: said(type, 'supertypeName'), features: featuresOf(type) },
    ]),
  )
  const lines = new Map<string, ReadonlySet<string>>()
  /** A type and all above it. */
  const lineOf = (type: string): ReadonlySet<string> => {
    const known = lines.get(type)
    if (known) return known
    const line = new Set<string>()
    for (let at: string | undefined = type; at && !line.has(at); at = types.get(at)?.above) line.add(at)
    lines.set(type, line)
    return line
  }
  return (type, feature) => {
    for (const one of lineOf(type)) {
      const found = types.get(one)?.features.get(feature)
      // Sets of tags are types of their own, below that of strings.
      if (found) return lineOf(found.range).has(text) ? { ...found, range: text } : found
    }
    return undefined
  }
}

const text = 'uima.cas.String'

const featuresOf = (type: XmlElement): Map<string, Range> =>
  new Map(
    childrenOf(childOf(type, 'features'), 'featureDescription').map((feature) => [
      said(feature, 'name'),
      { range: said(feature, 'rangeTypeName'), shared: said(feature, 'multipleReferencesAllowed') === 'true' },
    ]),
  )

const said = (element: XmlElement, name: string): string => childOf(element, name)?.text.trim() ?? ''
