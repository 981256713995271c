/**
 * Writes the sample project's bundle from its articles and the annotations made by hand: `node scripts/sample.ts`. A test
 * compares the file with what this would write, so that none of the three can change without the others.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { annotator, articles, begun, title } from '../resources/sample/annotations/index.ts'
import { sampleBundle } from './sample/bundle.ts'

const folder = new URL('../resources/sample/', import.meta.url)

/** The bytes the file should have, in canonical form. */
export const sampleText = (): Promise<string> =>
  sampleBundle({
    title,
    annotator,
    begun,
    files: new Map(articles.map(({ fileName }) => [fileName, readFileSync(new URL(`articles/${fileName}`, folder))])),
  })

export const samplePath = fileURLToPath(new URL('sample.actant-bundle.json', folder))

if (import.meta.main) writeFileSync(samplePath, await sampleText())
