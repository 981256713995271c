/**
 * Part of `npm run lint`: which layer may import what. Allow-lists over resolved paths, so that a new folder, a new package or
 * a roundabout specifier has to be let in here first. `node scripts/check-layers.mjs [SRC]`
 */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fromRoot } from './lib/project.mjs'

const NODE = 'node:*'
const PURE = ['zod', '@noble/hashes', 'canonicalize', 'approx-string-match', 'diff']

/**
 * Every file of `src` belongs to the first layer whose place matches. `may`: other layers it may import ("types of" where only
 * `import type` is allowed). `packages`: what it may import from outside; `NODE` stands for Node's own modules.
 */
const layers = {
  core: { place: /^core\//, may: [], packages: ['hyparquet-writer', 'fflate', 'saxes', ...PURE] },
  i18n: { place: /^i18n\//, may: ['types of core'], packages: ['intl-messageformat'] },
  // The part of the workbench that the window shares.
  contract: { place: /^workbench\/(contract|rpc)\b/, may: ['core'], packages: ['zod'] },
  store: { place: /^store\//, may: ['core'], packages: [NODE, 'better-sqlite3', ...PURE] },
  readers: {
    place: /^readers\//,
    may: ['core'],
    packages: [
      NODE,
      'parse5',
      'micromark',
      'mammoth',
      '@mozilla/readability',
      'linkedom',
      'pdfjs-dist',
      'fflate',
      'saxes',
      ...PURE,
    ],
  },
  workbench: {
    place: /^workbench\//,
    may: ['contract', 'core', 'store', 'readers', 'i18n'],
    packages: [NODE, 'uuid', ...PURE],
  },
  // What the main process and the service tell each other.
  control: { place: /^service\/control\b/, may: [], packages: ['zod'] },
  service: {
    place: /^service\//,
    may: ['control', 'workbench', 'contract', 'store', 'core', 'types of readers'],
    packages: [NODE, 'uuid', ...PURE],
  },
  cli: { place: /^cli\//, may: ['workbench', 'contract', 'i18n', 'core'], packages: [NODE, 'commander', ...PURE] },
  // What the window, the preload and the main process agree on.
  api: { place: /^preload\/(api|channels)\b/, may: ['types of contract'], packages: ['zod'] },
  preload: { place: /^preload\//, may: ['api', 'types of contract'], packages: ['electron'] },
  main: { place: /^main\//, may: ['api', 'control', 'i18n', 'types of contract'], packages: [NODE, 'electron', 'zod'] },
  renderer: {
    place: /^renderer\//,
    may: ['core', 'i18n', 'contract', 'api'],
    packages: [
      'react',
      'react-dom',
      'lexical',
      '@lexical/*',
      '@codemirror/*',
      '@tanstack/*',
      '@fontsource/*',
      'lucide-react',
      'uuid',
      ...PURE,
    ],
  },
}

const source = resolve(process.argv[2] ?? fromRoot('src'))
const problems = sourceFiles(source).flatMap(checkFile)
for (const problem of problems) process.stdout.write(`${problem}\n`)
if (problems.length) process.stdout.write(`✗ Layers: ${problems.length} imports go against the arrows.\n`)
process.exitCode = problems.length ? 1 : 0

function checkFile(path) {
  const from = layerOf(path)
  const place = (line) => `${['src', ...relative(source, path).split(sep)].join('/')}:${line}`
  if (!from) return [`${place(1)} belongs to no layer: name it in scripts/check-layers.mjs`]
  return importsOf(readFileSync(path, 'utf8')).flatMap(({ specifier, typeOnly, line }) => {
    const refusal = specifier.startsWith('.')
      ? refusedFile(from, resolve(dirname(path), specifier), typeOnly)
      : refusedPackage(from, specifier)
    return refusal ? [`${place(line)} ${refusal}`] : []
  })
}

function refusedFile(from, target, typeOnly) {
  const isOutside = relative(source, target).startsWith('..')
  if (isOutside) {
    const name = relative(dirname(source), target).split(sep).join('/')
    return /^(resources\/|package\.json$)/.test(name) ? undefined : `${from} may not import ${name}: it is outside src`
  }
  const to = layerOf(target)
  const { may } = layers[from]
  if (to === from || may.includes(to) || (typeOnly && may.includes(`types of ${to}`))) return undefined
  const what = may.includes(`types of ${to}`) ? `${to} other than by "import type"` : (to ?? relative(source, target))
  return `${from} may not import ${what}; it may import ${may.join(', ') || 'only itself'}`
}

function refusedPackage(from, specifier) {
  const [scope, name] = specifier.split('/')
  const wanted = isBuiltin(specifier) ? NODE : scope.startsWith('@') ? `${scope}/${name}` : scope
  const { packages } = layers[from]
  const isAllowed = packages.includes(wanted) || packages.includes(`${scope}/*`)
  return isAllowed ? undefined : `${from} may not import "${specifier}"; its packages are ${packages.join(', ')}`
}

function layerOf(path) {
  const name = relative(source, path).split(sep).join('/')
  return Object.keys(layers).find((layer) => layers[layer].place.test(name))
}

/** Static, re-exporting and dynamic imports with a literal name. */
function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
  const statement = /^\s*(?:import|export)\b(\s+type\b)?(?:[\s\w$*{},]+?\bfrom\s*|\s*)['"]([^'"\n]+)['"]/gm
  const call = /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g
  const lineAt = (index) => code.slice(0, index).split('\n').length
  return [
    ...[...code.matchAll(statement)].map(({ 0: all, 1: type, 2: specifier, index }) => ({
      specifier,
      typeOnly: Boolean(type),
      line: lineAt(index + all.length),
    })),
    ...[...code.matchAll(call)].map(({ 1: specifier, index }) => ({ specifier, typeOnly: false, line: lineAt(index) })),
  ]
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? sourceFiles(path) : /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) ? [path] : []
    })
    .sort()
}
