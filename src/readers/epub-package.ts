/** How an EPUB says what it is made of. */
import type { Archive } from './archive.ts'
import { Unreadable } from './unreadable.ts'
import { linkTarget } from './web-address.ts'
import { readXml } from './xml.ts'

/** Where the package's description stands. Throws `Unreadable` (damaged). */
export const packagePlace = (archive: Archive): string => {
  let place: string | undefined
  const container = archive.read('META-INF/container.xml')
  if (!container) throw new Unreadable('damaged')
  readXml(container, {
    enter: (name, attribute) => {
      if (name === 'rootfile') place ??= attribute('full-path')
    },
  })
  if (place === undefined) throw new Unreadable('damaged')
  return place
}

/** The names of the documents in the order of reading, without contents and covers. */
export const documentNames = (description: Uint8Array, place: string): string[] => {
  const manifest = new Map<string, { href: string; isNavigation: boolean }>()
  const guide = new Set<string>()
  const spine: { id: string; linear: boolean }[] = []
  readXml(description, {
    enter: (name, attribute) => {
      const href = attribute('href') ?? ''
      if (name === 'item')
        manifest.set(attribute('id') ?? '', { href, isNavigation: /\bnav\b/.test(attribute('properties') ?? '') })
      if (name === 'itemref') spine.push({ id: attribute('idref') ?? '', linear: attribute('linear') !== 'no' })
      if (name === 'reference' && /^(toc|cover)$/.test(attribute('type') ?? '')) guide.add(pathFrom(place, href))
    },
  })
  return spine.flatMap(({ id, linear }) => {
    const item = manifest.get(id)
    const name = item && pathFrom(place, item.href)
    return linear && name !== undefined && !item?.isNavigation && !guide.has(name) ? [name] : []
  })
}

/** Relative to the package's folder, within the archive: a name like any other. */
const pathFrom = (place: string, href: string): string => {
  const url = linkTarget(href, `https://epub.invalid/${place.split('/').map(encodeURIComponent).join('/')}`)
  try {
    return url === undefined ? '' : decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return ''
  }
}

/** Files that are encrypted for a shop's readers. Fonts are often only disguised, which does not matter here. */
export const lockedNames = (archive: Archive): ReadonlySet<string> => {
  const names = new Set<string>()
  const bytes = archive.read('META-INF/encryption.xml')
  if (bytes)
    readXml(bytes, {
      enter: (name, attribute) => {
        const uri = name === 'CipherReference' ? attribute('URI') : undefined
        if (uri !== undefined) names.add(pathFrom('', uri))
      },
    })
  return names
}
