/**
 * What a newer minor version added is kept: members this version does not know move into the `ext` of the nearest record,
 * or of the outermost object, before the file is validated. The schemas themselves say what is known.
 */
import { z } from 'zod'
import { bundle } from './bundle-schema.ts'
import { canonicalText } from './canonical.ts'
import { pointerStep } from './json-pointer.ts'

/** The bundle with its unknown members in `ext`; the given value stays as it is, what is unchanged is shared with it. */
export const liftUnknownMembers = (value: unknown): unknown => lift(value, bundle, { add: () => undefined }, '')

/** Takes the members lifted out of a record: under their name, or from deeper under their pointer inside it. */
type Lifted = { add(name: string, value: unknown): void }
type Members = Record<string, unknown>

const lift = (value: unknown, schema: z.core.$ZodType, into: Lifted, where: string): unknown => {
  if (schema instanceof z.ZodOptional) return lift(value, schema.unwrap(), into, where)
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const items = value.map((item, i) => lift(item, schema.element, into, where + pointerStep(i)))
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  const shape = isObject(value) && shapeFor(value, schema)
  if (!shape || !isObject(value)) return value
  if (!('ext' in shape)) return liftMembers(value, shape, into, where)
  const ext = value['ext'] ?? {}
  if (!isObject(ext)) return value
  const lifted: [string, unknown][] = []
  const rest = liftMembers(value, shape, { add: (name, member) => lifted.push([name, member]) }, '')
  return lifted.length === 0 ? rest : { ...rest, ext: joined(ext, lifted) }
}

const liftMembers = (value: Members, shape: Shape, into: Lifted, where: string): Members => {
  let changed = false
  const kept: Members = {}
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(shape, name)) {
      into.add(where === '' ? name : where + pointerStep(name), member)
      changed = true
      continue
    }
    const schema = shape[name]
    kept[name] = schema ? lift(member, schema, into, where + pointerStep(name)) : member
    changed ||= kept[name] !== member
  }
  return changed ? kept : value
}

/** The members known in an object, each with the schema that holds for it, where that is settled. */
type Shape = Record<string, z.core.$ZodType | undefined>

const shapeFor = (value: Members, schema: z.core.$ZodType): Shape | undefined => {
  if (schema instanceof z.ZodObject) return schema.shape
  if (!(schema instanceof z.ZodUnion)) return undefined
  const options = schema.options.filter((option) => option instanceof z.ZodObject)
  if (options.length < schema.options.length) return undefined
  // Known is what any of them knows; only that one says how to go on to which the value belongs.
  const known: Shape = {}
  for (const option of options) for (const name of Object.keys(option.shape)) known[name] = undefined
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return known
  const { discriminator } = schema.def
  const own = options.find((option) => z.safeParse(option.shape[discriminator], value[discriminator]).success)
  return { ...known, ...own?.shape }
}

/** A name already taken by something else gets a slash in front. */
const joined = (ext: Members, lifted: readonly [string, unknown][]): Members => {
  const result = { ...ext }
  for (const [name, value] of lifted) {
    let free = name
    while (Object.hasOwn(result, free) && !isSame(result[free], value)) free = `/${free}`
    result[free] = value
  }
  return result
}

const isSame = (a: unknown, b: unknown): boolean => canonicalText({ value: a }) === canonicalText({ value: b })

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
