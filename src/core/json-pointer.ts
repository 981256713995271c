/** JSON pointers (RFC 6901), by which findings say where. */

/** One step of a pointer with its slash: `~` and `/` escaped. */
export const pointerStep = (name: string | number): string =>
  typeof name === 'number' ? `/${name}` : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** The pointer through members and items, from the root. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((name) => pointerStep(typeof name === 'number' ? name : String(name))).join('')

/** The steps of a pointer, unescaped; every one as text. */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
