/** The page the window shows: where it comes from and what it may load. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { app, protocol } from 'electron'
import { rendererFolder } from './paths.ts'

const SCHEME = 'app'
const HOST = 'actant'

/** The development server's address, with which the page reloads itself while it is written; never in a package. */
const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

export const pageUrl = developmentUrl ?? `${SCHEME}://${HOST}/index.html`
const pageOrigin = originOf(pageUrl)

/** Everything not named is forbidden; no connection to anywhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Whether a document is ours: by its whole origin, since `app://other` is another. */
export const isOurs = (url: string) => originOf(url) === pageOrigin

/** Whether a request may leave the page at all. */
export const mayLoad = (url: string) => {
  if (isOurs(url) || url.startsWith('data:')) return true
  if (!developmentUrl) return false
  return url.startsWith('devtools:') || originOf(url.replace(/^ws/, 'http')) === pageOrigin
}

/** To be called before the program is ready. */
export const declareScheme = () =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])

/** Serves the renderer's files, and nothing above its folder. */
export const servePage = () => protocol.handle(SCHEME, answer)

const answer = async ({ url, method }: Request): Promise<Response> => {
  const { host, pathname } = new URL(url)
  const type = contentTypes[extname(pathname)]
  const path = pathOf(pathname)
  if (method !== 'GET' || host !== HOST || !type || !path) return new Response(null, { status: 404 })
  const body = await readFile(path).catch(() => undefined)
  if (!body) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The file for an address; none where the address leads out of the folder. */
const pathOf = (pathname: string) => {
  try {
    const path = normalize(join(rendererFolder, decodeURIComponent(pathname)))
    return path.startsWith(rendererFolder + sep) && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}

/** `URL.origin` is "null" for schemes that browsers do not know. */
function originOf(url: string) {
  try {
    const { protocol: scheme, host } = new URL(url)
    return `${scheme}//${host}`
  } catch {
    return undefined
  }
}
