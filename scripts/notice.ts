/**
 * Writes NOTICE: whose work is part of the built program, under which licence, with the licence's text.
 * `node scripts/notice.ts` writes it, a test compares it. A dependency counts as part of the program unless it is named a tool here.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const dependencies = z.record(z.string(), z.string()).optional()
const metadata = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  dependencies,
  devDependencies: dependencies,
})

type Metadata = z.infer<typeof metadata>
type Package = { name: string; version: string; licence: string; author: string; text: string }

/** Used to build and test, never shipped. Electron is shipped beside the program and brings its own notices. */
const tools = [
  /^@types\//,
  /^@(axe-core|playwright|biomejs|vitejs)\//,
  /^@electron\/packager$/,
  /^@duckdb\/node-api$/,
  /^(ajv|electron|electron-vite|fast-check|typescript|vite|vitest)$/,
]

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'NOTICE')

export const notice = (): string => {
  const packages = shipped()
  const texts = Map.groupBy(packages, ({ text }) => text)
  return [
    header,
    ...packages.map(
      ({ name, version, licence, author }) => `- ${name} ${version} · ${licence}${author && ` · ${author}`}`,
    ),
    '',
    ...[...texts].flatMap(([text, users]) => [
      '='.repeat(80),
      users.map(({ name }) => name).join(', '),
      '='.repeat(80),
      '',
      text,
      '',
    ]),
  ].join('\n')
}

const header = `Actant is under the MIT licence (see LICENSE). A built Actant contains work of others:

- Electron with Chromium and Node.js: their licences lie beside the program (LICENSE, LICENSES.chromium.html)
- SQLite, within better-sqlite3: in the public domain (https://sqlite.org/copyright.html)
- the packages below, with their licences further down. Of some of them only a part is built in.
`

/** Direct dependencies that are no tools, and what they need in turn, by name. */
const shipped = (): Package[] => {
  const own = readJson(join(root, 'package.json'))
  const wanted = [...names(own.dependencies), ...names(own.devDependencies)].filter(
    (name) => !tools.some((tool) => tool.test(name)),
  )
  const found = new Map<string, Package>()
  const visit = (name: string, from: string) => {
    const folder = locate(name, from)
    if (folder === undefined || found.has(folder)) return
    const itself = readJson(join(folder, 'package.json'))
    found.set(folder, describe(itself, folder))
    for (const dependency of names(itself.dependencies)) visit(dependency, folder)
  }
  for (const name of wanted) visit(name, root)
  // Types and build helpers that packages name as dependencies are no part of what runs.
  return [...found.values()]
    .filter(({ name }) => !name.startsWith('@types/') && name !== 'node-addon-api')
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Where npm has put a package: within the one that needs it if versions differ, else at the top. */
const locate = (name: string, from: string): string | undefined =>
  [from, root]
    .map((folder) => join(folder, 'node_modules', name))
    .find((folder) => existsSync(join(folder, 'package.json')))

const describe = (metadata: Metadata, folder: string): Package => ({
  name: metadata.name,
  version: metadata.version,
  licence: metadata.license,
  author: (typeof metadata.author === 'string' ? metadata.author : (metadata.author?.name ?? ''))
    .replace(/\s*[<(].*$/, '')
    .trim(),
  text: licenceText(folder),
})

/** The package's licence file; else the section of its read-me; else the text kept here for what was published without one. */
const licenceText = (folder: string): string => {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice)\b/i.test(name))
  if (files.length > 0)
    return files
      .sort()
      .map((name) => readText(join(folder, name)))
      .join('\n\n')
  const kept = join(root, 'scripts/licences', `${basename(folder)}.txt`)
  const section = existsSync(join(folder, 'README.md'))
    ? /^## Licen[cs]e\n+([\s\S]{200,})$/m.exec(readText(join(folder, 'README.md')))?.[1]
    : undefined
  if (section !== undefined) return section
  if (existsSync(kept)) return readText(kept)
  throw new Error(`${folder} has no licence file: put its text into ${kept}`)
}

const readText = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()

const readJson = (path: string): Metadata => metadata.parse(JSON.parse(readFileSync(path, 'utf8')))

const names = (dependencies: Record<string, string> | undefined) => Object.keys(dependencies ?? {})

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, notice())
