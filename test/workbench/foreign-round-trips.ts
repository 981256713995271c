/** What an import and an export by the same mapping leave of a foreign file, in a form that can be compared. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ForeignDocument, type ForeignFile, noArticles } from '../../src/core/formats/foreign.ts'
import { foreignReaders } from '../../src/core/formats/index.ts'
import type { ImportMapping } from '../../src/core/formats/mapping.ts'
import type { FormatReport, FormatRequest, ImportReport, Workbench } from '../../src/workbench/contract.ts'
import { anna, newProject } from './project.ts'

export type Sides = {
  workbench: Workbench
  imported: ImportReport
  exported: FormatReport
  /** Content of the exported files by name; `loss.json` is not among them. */
  files: Map<string, string>
  folder: string
}

/** Imports files into a project of their own, and exports it in a format by the mapping that the import went by. */
export const thereAndBack = async (
  paths: string[],
  from: string,
  to: FormatRequest['format'],
  more: Partial<FormatRequest> = {},
): Promise<Sides> => {
  const { workbench, path } = newProject()
  workbench.identify(anna)
  const mapping = everythingTaken(
    await workbench.proposeImport(paths, from),
    paths.flatMap((one) => readAs(from, one).documents),
  )
  const imported = await workbench.importAnnotated({ files: paths, format: from, mapping })
  const folder = join(dirname(path), 'out')
  const articleIds = workbench.articles().map(({ id }) => id)
  const request = { format: to, mapping, articleIds, layer: 'all' as const, ...more }
  const exported = await workbench.exportFormat(folder, request)
  return { workbench, imported, exported, files: contentsOf(folder), folder }
}

/** What the proposal would leave out (tokens, dates, sums) is taken too. */
const everythingTaken = (mapping: ImportMapping, documents: readonly ForeignDocument[]): ImportMapping => {
  const attributesOf = (layer: string, list: readonly { layer: string; features: object }[]) =>
    Object.fromEntries(
      list
        .filter((one) => one.layer === layer)
        .flatMap(({ features }) => Object.keys(features).map((name) => [name, name])),
    )
  const spans = documents.flatMap((document) => document.spans)
  const relations = documents.flatMap((document) => document.relations)
  return {
    ...mapping,
    spans: mapping.spans.map(({ layer, ...rule }) =>
      rule.as === 'ignore'
        ? { layer, as: 'claim', code: `ignored ${layer}`, attributes: attributesOf(layer, spans) }
        : { layer, ...rule },
    ),
    relations: mapping.relations.map(({ layer, ...rule }) =>
      rule.as === 'ignore'
        ? { layer, as: 'link', type: layer, attributes: attributesOf(layer, relations) }
        : { layer, ...rule },
    ),
  }
}

export const contentsOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'loss.json')
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
  )

/** A file with content of a test's own, in a folder of its own. */
export const fileWith = (name: string, content: string): string => {
  const path = join(dirname(newProject().path), 'in', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

export const readAs = (format: string, path: string): ForeignFile => {
  const reader = foreignReaders.find(({ id }) => id === format)
  if (reader?.takes !== 'text') throw new Error(`no reader ${format}`)
  const name = path.slice(dirname(path).length + 1)
  const content = readFileSync(path, 'utf8')
  const beside = new Map(
    (reader.beside?.(name, content) ?? [])
      .filter((other) => existsSync(join(dirname(path), other)))
      .map((other) => [other, readFileSync(join(dirname(path), other), 'utf8')]),
  )
  return reader.read({ name, content, beside, articles: noArticles })
}

/** What the model carries of a document: spans with words and relations between them, each as a line, without ids. */
export const carriedOf = ({ text, spans, relations }: ForeignDocument): string[] => {
  const known = new Map(
    spans.filter(({ fragments }) => fragments.every(({ start, end }) => start < end)).map((span) => [span.id, span]),
  )
  const said = (features: object) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(features)
          .map(([key, value]) => [key, String(value)])
          .sort(),
      ),
    )
  const lineOf = ({ layer, fragments, features }: ForeignDocument['spans'][number]) =>
    `${layer} ${fragments.map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`).join(';')} ${said(features)}`
  return [
    ...[...known.values()].map(lineOf),
    ...relations.flatMap(({ layer, from, to, features }) => {
      const [start, end] = [known.get(from), known.get(to)]
      return start && end && from !== to ? [`${layer} ${said(features)}: ${lineOf(start)} → ${lineOf(end)}`] : []
    }),
  ].sort()
}
