/**
 * Validates an element tree against REFI-QDA's own XML Schema, as far as that schema goes: sequences and choices with their counts,
 * required and known attributes, patterns, enumerations and the built-in types it uses.
 */
import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from '../../src/core/xml-tree.ts'

const builtIn: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  integer: /^[+-]?\d+$/,
  boolean: /^(true|false|0|1)$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
}

/** What is wrong with a document, each with where; empty where nothing is. */
export const schemaErrors = (schemaText: string, documentText: string): string[] => {
  const schema = parseXml(schemaText)?.root
  const root = parseXml(documentText)?.root
  if (!schema || !root) return ['not well-formed']
  const types = new Map(schema.children.map((type) => [attributeOf(type, 'name') ?? '', type]))
  const errors: string[] = []

  const valueFits = (value: string, type: string): boolean => {
    if (type.startsWith('xsd:')) {
      const pattern = builtIn[type.slice(4)]
      if (!pattern) throw new Error(`no check for ${type}`)
      return pattern.test(value)
    }
    const restriction = childOf(types.get(type), 'restriction')
    const allowed = childrenOf(restriction, 'enumeration').map((one) => attributeOf(one, 'value'))
    const patterns = childrenOf(restriction, 'pattern').map((one) => new RegExp(`^(?:${attributeOf(one, 'value')})$`))
    return patterns.every((one) => one.test(value)) && (allowed.length === 0 || allowed.includes(value))
  }

  const checkAttributes = (element: XmlElement, type: XmlElement, where: string) => {
    const known = new Map(childrenOf(type, 'attribute').map((one) => [attributeOf(one, 'name') ?? '', one]))
    for (const [name, one] of known)
      if (attributeOf(one, 'use') === 'required' && !element.attributes.has(name)) errors.push(`${where}: no ${name}`)
    for (const [name, value] of element.attributes) {
      if (name === 'xmlns') continue
      const one = known.get(name)
      if (!one || !valueFits(value, attributeOf(one, 'type') ?? '')) errors.push(`${where}: ${name}="${value}"`)
    }
  }

  const most = (one: XmlElement) => {
    const said = attributeOf(one, 'maxOccurs') ?? '1'
    return said === 'unbounded' ? Number.POSITIVE_INFINITY : Number(said)
  }
  const least = (one: XmlElement) => Number(attributeOf(one, 'minOccurs') ?? '1')

  const checkChildren = (element: XmlElement, type: XmlElement, where: string) => {
    const choice = childOf(type, 'choice')
    const parts = choice ? choice.children : (childOf(type, 'sequence')?.children ?? [])
    let at = 0
    const here = () => element.children[at]
    if (choice) {
      while (parts.some((part) => attributeOf(part, 'name') === here()?.name)) at += 1
      if (at < least(choice)) errors.push(`${where}: empty`)
    } else
      for (const part of parts) {
        let count = 0
        while (here() && here()?.name === attributeOf(part, 'name') && count < most(part)) {
          at += 1
          count += 1
        }
        if (count < least(part)) errors.push(`${where}: no ${attributeOf(part, 'name')}`)
      }
    if (at < element.children.length) errors.push(`${where}: ${here()?.name} in the wrong place`)
    for (const child of element.children) {
      const part = parts.find((one) => attributeOf(one, 'name') === child.name)
      if (part) check(child, attributeOf(part, 'type') ?? '', `${where}/${child.name}`)
    }
  }

  const check = (element: XmlElement, typeName: string, where: string) => {
    const type = types.get(typeName)
    if (typeName.startsWith('xsd:') || !type) {
      if (element.children.length > 0 || !valueFits(element.text, typeName)) errors.push(where)
      return
    }
    if (element.text.trim() !== '') errors.push(`${where}: text`)
    checkAttributes(element, type, where)
    checkChildren(element, type, where)
  }

  const start = schema.children.find((one) => one.name === 'element' && attributeOf(one, 'name') === root.name)
  if (!start) return [`no element ${root.name}`]
  check(root, attributeOf(start, 'type') ?? '', root.name)
  return errors
}
