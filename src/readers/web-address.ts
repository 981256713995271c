/** Addresses found in files. They are only ever shown and stored; nothing follows them. */

const harmless = new Set(['http:', 'https:', 'mailto:'])

/** An absolute address with a harmless scheme, relative ones resolved against `base` if there is one. */
export const linkTarget = (href: string, base: string | undefined): string | undefined => {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined
  return url && harmless.has(url.protocol) && !/\s/.test(url.href) ? url.href : undefined
}

/** The same for addresses of pages, which are http or https. */
export const pageAddress = (href: string | undefined, base?: string): string | undefined => {
  const target = href === undefined ? undefined : linkTarget(href, base)
  return target?.startsWith('http') ? target : undefined
}

/** What an outlet known only by its address is called: `moscowtimes.ru`. */
export const hostName = (address: string): string => new URL(address).hostname.replace(/^www\./, '')
