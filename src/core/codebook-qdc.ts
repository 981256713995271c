/** The codes as a REFI-QDA codebook (`urn:QDA-XML:codebook:1.0`): annotation types at the top, under them the trees of codes. */
import { annotationTypeList } from './annotation-types/index.ts'
import type { Code } from './codebook.ts'
import { keyIdOf } from './ids.ts'
import { labelIn } from './labels.ts'
import type { AnnotationType } from './schema.ts'
import { treeOrder } from './tree-order.ts'
import { xmlText } from './xml.ts'

/** Names in Russian where there are such; merged codes are left out, retired ones cannot be coded with. */
export const codebookToQdc = (codes: readonly Code[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Actant">
${codesElement(codes)}</CodeBook>
`

/** The id of the code that stands for a type, above its codes. */
export const typeCodeId = (type: AnnotationType): string => keyIdOf(`annotationType:${type}`)

/** The element `Codes`, as it stands in codebooks and in projects. */
export const codesElement = (codes: readonly Code[]): string => {
  const standing = codes.filter(({ mergedInto }) => mergedInto === undefined)
  const types = annotationTypeList.map((type) => {
    const own = standing.filter((code) => code.type === type)
    const ids = new Set(own.map(({ id }) => id))
    const children = (parent: string | undefined, indent: string, seen: readonly string[]): string =>
      own
        .filter((code) => (code.parent !== undefined && ids.has(code.parent) ? code.parent : undefined) === parent)
        .filter(({ id }) => !seen.includes(id))
        .sort(treeOrder)
        .map((code) => element(code, indent, children(code.id, `${indent}  `, [...seen, code.id])))
        .join('')
    const top = { id: typeCodeId(type), name: type, isCodable: true }
    return codeElement(top, '    ', children(undefined, '      ', []))
  })
  return `  <Codes>
${types.join('')}  </Codes>
`
}

const element = ({ id, label, definition, examples, color, retired }: Code, indent: string, inner: string): string => {
  const words = [definition, ...examples].filter((part) => part !== undefined).join('\n')
  const description = words && `${indent}  <Description>${xmlText(words)}</Description>\n`
  const name = labelIn(label, 'ru')
  return codeElement({ id, name, isCodable: !retired, color }, indent, description + inner)
}

type Element = { id: string; name: string; isCodable: boolean; color?: string | undefined }

const codeElement = ({ id, name, isCodable, color }: Element, indent: string, inner: string): string => {
  const colour = color === undefined ? '' : ` color="${color}"`
  const start = `${indent}<Code guid="${id}" name="${xmlText(name)}" isCodable="${isCodable}"${colour}`
  return inner === '' ? `${start}/>\n` : `${start}>\n${inner}${indent}</Code>\n`
}
