/** The Parquet of a data set: read by a database that is not ours, it says the same as the JSON Lines beside it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parquetFile } from '../../src/core/formats/out/parquet.ts'
import { rowColumns } from '../../src/core/formats/out/rows.ts'
import type { BodyDraft, FormatRequest } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, newProject } from './project.ts'

/** Answers questions about the files of a folder, in JSON's own values. */
const database = async () => {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  onTestFinished(() => {
    connection.disconnectSync()
    instance.closeSync()
  })
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  return {
    all,
    /** Columns with their types, as the database says them. */
    types: async (file: string) =>
      Object.fromEntries(
        (await all(`DESCRIBE SELECT * FROM '${file}'`)).map((one) => [one['column_name'], one['column_type']]),
      ),
  }
}

const span =
  'STRUCT(id VARCHAR, "start" INTEGER, "end" INTEGER, "label" VARCHAR, "text" VARCHAR, fragments STRUCT("start" INTEGER, "end" INTEGER)[], "type" VARCHAR, codes VARCHAR[], attributes VARCHAR, annotator VARCHAR, certainty VARCHAR, note VARCHAR, origin VARCHAR, actor_id VARCHAR, actor VARCHAR, mention VARCHAR, stance VARCHAR, strength VARCHAR, condition VARCHAR, toward VARCHAR, paraphrase VARCHAR, modality VARCHAR, issues VARCHAR[], "chain" VARCHAR)[]'
const relation =
  'STRUCT(id VARCHAR, "label" VARCHAR, head VARCHAR, tail VARCHAR, tail_kind VARCHAR, step INTEGER, "mode" VARCHAR, basis VARCHAR)[]'
const declared = {
  ...Object.fromEntries(
    ['id', 'text', 'title', 'outlet', 'author', 'published_at', 'url', 'language', 'licence'].map((name) => [
      name,
      'VARCHAR',
    ]),
  ),
  spans: span,
  relations: relation,
}

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const exported = async (articles: number, request: Partial<FormatRequest> = {}) => {
  const { workbench, path } = newProject()
  workbench.identify(anna)
  const pastes = Array.from({ length: articles }, (_, i) => `🕊️ Статья ${i}: Мария́ 👩‍👩‍👧 за.\nДа${'!'.repeat(i % 7)}`)
  const { files } = await workbench.addArticles(pastes.map((paste) => ({ paste, mediaType: 'text/plain' as const })))
  const issue = workbench.addIssue({ name: 'Мир' })
  for (const [i, { article = '' }] of files.entries()) {
    workbench.setProgress(article, 'done')
    if (i % 3 === 2) continue
    const text = pastes[i] ?? ''
    const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const actor = workbench.addAnnotation({ articleId: article, type: 'actor', fragments: [place('Мария́ 👩‍👩‍👧')] })
    const position: BodyDraft = {
      holders: [{ annotation: actor.id }],
      issueId: issue.id,
      stance: 'support',
      attribution: [{ sources: [{ implicit: true }], cue: [], basis: 'context' }],
    }
    const claim: BodyDraft = {
      issueIds: [],
      evidenceFor: [],
      attribution: [{ sources: [{ annotation: actor.id }], cue: [], basis: 'cue' }],
    }
    const tag = (type: 'position' | 'claim', quotes: string[], body: BodyDraft) =>
      workbench.addAnnotation({ articleId: article, type, fragments: quotes.map(place), body })
    if (i % 2 === 0) tag('position', ['🕊️', 'за.\nДа'], position)
    else tag('claim', ['Статья'], claim)
  }
  const folder = join(dirname(path), 'out')
  await workbench.exportFormat(folder, { format: 'hf', ...request })
  return folder
}

describe('Parquet', () => {
  test('has the declared types, and row by row the values of the JSON Lines: emoji, Cyrillic, nulls, empty lists', async () => {
    const folder = await exported(12)
    const { all, types } = await database()
    const file = join(folder, 'train.parquet')
    expect(await types(file)).toEqual(declared)
    const rows = linesOf(join(folder, 'train.jsonl'))
    expect(rows.some(({ spans }) => spans.length === 0)).toBe(true)
    expect(rows.some(({ relations }) => relations.some(({ tail }: { tail: null }) => tail === null))).toBe(true)
    expect(await all(`SELECT * FROM '${file}'`)).toEqual(rows)
  })

  test('each side of a split has its file, and one without annotations its columns', async () => {
    const folder = await exported(30, { split: { shares: [60, 20, 20], seed: 1 } })
    const { all, types } = await database()
    for (const split of ['train', 'validation', 'test']) {
      expect(await all(`SELECT * FROM '${folder}/${split}.parquet'`)).toEqual(linesOf(join(folder, `${split}.jsonl`)))
    }
    const [first] = await all(`SELECT * FROM '${folder}/test.parquet'`)
    expect(first).toBeDefined()
    const empty = await exported(0)
    expect(await types(join(empty, 'train.parquet'))).toEqual(declared)
    expect(readFileSync(join(empty, 'README.md'), 'utf8')).toContain('\n  - split: train\n    path: train.parquet\n')
  })

  test('more rows than a row group has are several row groups', async () => {
    const table = parquetFile<{ n: number; big: string; sure: boolean | null }>(
      { n: 'int32', big: 'text', sure: 'boolean?' },
      { state: 'x' },
    )
    const rows = Array.from({ length: 4500 }, (_, n) => ({
      n,
      big: 'ё'.repeat(n % 50),
      sure: n % 3 === 0 ? null : n % 2 === 0,
    }))
    const parts = [...rows.map((row) => table.add(row, 10)), table.end()]
    const { all } = await database()
    const file = join(dirname(newProject().path), 'many.parquet')
    writeFileSync(file, Buffer.concat(parts))
    expect(await all(`SELECT * FROM '${file}'`)).toEqual(rows)
    expect(
      await all(`SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('${file}') ORDER BY ALL`),
    ).toHaveLength(3)
    expect(parts.filter(({ length }) => length > 0).length).toBeGreaterThan(2)
  })

  test.skipIf(!shared.there)(`says the same of the gold annotation ${shared.note}`, async () => {
    const { workbench, path } = newProject()
    await workbench.mergeBundles([shared.path('gold/moscowtimes-2025-08-22.bundle.json')])
    const folder = join(dirname(path), 'out')
    await workbench.exportFormat(folder, { format: 'hf' })
    const { all } = await database()
    expect(await all(`SELECT * FROM '${folder}/train.parquet'`)).toEqual(linesOf(join(folder, 'train.jsonl')))
  })
})

test('every member of a row is a column', async () => {
  const folder = await exported(3)
  const [row] = linesOf(join(folder, 'train.jsonl'))
  expect(Object.keys(row)).toEqual(Object.keys(rowColumns))
})

test('what the documentation asks the database has answers', async () => {
  const folder = await exported(9)
  const { all } = await database()
  const page = readFileSync(new URL('../../docs/formats/hf.md', import.meta.url), 'utf8')
  const questions = [...page.matchAll(/```sql\n(.*?);\n```/gs)].map(([, sql = '']) =>
    sql.replaceAll('talks-dataset', folder),
  )
  const answers: Awaited<ReturnType<typeof all>>[] = []
  for (const sql of questions) answers.push(await all(sql))
  const [, stances, speakers, words, count] = answers
  expect(questions).toHaveLength(5)
  expect(stances).toEqual([{ issue: 'Мир', stance: 'support', positions: '3' }])
  expect(speakers).toContainEqual({ claim: 'Статья', speaker: 'Мария́ 👩‍👩‍👧' })
  expect([...new Set(words?.map((one) => one['words']))].sort()).toEqual(
    ['Статья', 'за.\nДа', 'Мария́ 👩‍👩‍👧', '🕊️'].sort(),
  )
  expect(count).toEqual([{ 'count_star()': '9' }])
})
