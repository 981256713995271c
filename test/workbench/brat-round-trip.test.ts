/**
 * brat's files there and back by one mapping: the same T, R, A and # lines, sorted, with the ids that brat gives in the order of the text. Line
 * ends of the text are LF afterwards, so that offsets behind a CR are less by one. Events are triggers with relations, `*` a relation from
 * each member to the next; resources of N lines are kept, their names are not.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { ForeignDocument } from '../../src/core/formats/foreign.ts'
import { shared } from '../core/shared.ts'
import { carriedOf, fileWith, readAs, thereAndBack } from './foreign-round-trips.ts'

/** Lines without the ids that other lines know them by: what an id stands for in its place, and sorted. */
const linesOf = (annotations: string, text = ''): string[] => {
  const lines = annotations
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const points = [...text.replace(/^\uFEFF/, '')]
  const before = (offset: number) =>
    points.slice(0, offset).filter((one, i) => one === '\r' && points[i + 1] === '\n').length
  const bare = (line: string) => line.slice(line.indexOf('\t') + 1).trimEnd()
  const spans = new Map(
    lines
      .filter((line) => line.startsWith('T'))
      .map((line) => [
        line.split('\t')[0] ?? '',
        bare(line).replace(/(?<=[ ;])\d+(?=[ ;\t])/g, (n) => String(Number(n) - before(Number(n)))),
      ]),
  )
  const named = (line: string) => line.replace(/\b[TR]\d+\b/g, (id) => `<${spans.get(id) ?? relations.get(id) ?? id}>`)
  const relations = new Map<string, string>()
  for (const line of lines.filter((one) => one.startsWith('R')))
    relations.set(line.split('\t')[0] ?? '', named(bare(line)))
  const others = lines.filter((line) => /^[AM#]/.test(line)).map((line) => `${line.charAt(0)} ${named(bare(line))}`)
  return [...spans.values(), ...relations.values(), ...others].sort()
}

const made = `T1\tPerson 0 5\tПутин
T2\tOrganization 28 32\tТАСС
T3\tClaim 13 18;21 26\tчто 😀 ну да
R1\tSays Arg1:T1 Arg2:T3
R2\tSays Arg1:T2 Arg2:T3
A1\tConfidence T3 High
A2\tNegated T3
A3\tSure R1 very
N1\tReference T1 Wikidata:Q7747
#1\tAnnotatorNotes T3\tстранно
#2\tAnnotatorNotes R2\tверно?
`

test('what the lines say of spans, relations, attributes and notes comes back', async () => {
  const path = fileWith('a.ann', made)
  const text = 'Путин сказал что 😀 , ну да. ТАСС'
  writeFileSync(join(dirname(path), 'a.txt'), text)
  const { imported, files } = await thereAndBack([path], 'brat', 'brat')
  expect(imported.files.flatMap(({ problems }) => problems)).toEqual([])
  const [name = ''] = [...files.keys()].filter((one) => one.endsWith('.ann'))
  expect(linesOf(files.get(name) ?? '')).toEqual(linesOf(made))
  expect(files.get(name)).toContain('N1\tReference T1 Wikidata:Q7747\t\n')
  expect(files.get('annotation.conf')).toContain('\nConfidence Arg:<ANY>, Value:High\nNegated Arg:<ANY>\n')
})

test('names that differ in case, labels in an attribute, notes of other types, ends with names and decisions come back', async () => {
  const lines = `T1\tN 0 4\tmaps
T2\tn 5 9\ttrap
T3\tDisease 10 15\tfever
T4\tGene 16 19\tabc
T5\tSettlement 20 24\ttown
T6\tStatement 25 29\tsays
A1\tType T3 Class
A2\tType T4 Class
A3\tTopic T6 taxes
A4\tPolarity T6 Negative
A5\tSpeaker T6 Anna
A6\tLevel R1 high
N1\tReference T3 UMLS:C1
N2\tReference T3 MeSH:D2
#1\tLemma T1 map
#2\tLemma T1 mappa
#3\tAnnotatorNotes T1 odd
R1\tLives_In Gene:T4 Location:T5
R2\tattacks Arg1:T1 Arg2:T2
R3\tPartial-attack Arg1:T1 Arg2:T3
R4\tR4 Arg1:T1 Arg2:T3
`.replace(/^(#\d+\t\S+ T\d+) /gm, '$1\t')
  const path = fileWith('a.ann', lines)
  writeFileSync(join(dirname(path), 'a.txt'), 'maps trap fever abc town says')
  const { imported, files } = await thereAndBack([path], 'brat', 'brat')
  expect(imported.files).toMatchObject([{ problems: [], leftOut: [] }])
  const [name = ''] = [...files.keys()].filter((one) => one.endsWith('.ann'))
  const back = files.get(name) ?? ''
  // It became a contradiction, which has no direction.
  const noDirection = /^attacks .*/
  expect(linesOf(back).map((line) => line.replace(noDirection, 'attacks'))).toEqual(
    linesOf(lines).map((line) => line.replace(noDirection, 'attacks')),
  )
  const references = back.split('\n').filter((line) => line.startsWith('N'))
  expect(references.map((line) => line.split(' ')[2]?.trim())).toEqual(['UMLS:C1', 'MeSH:D2'])
})

test('what two events with one trigger say differently is listed, what they say alike comes back once', async () => {
  const lines = `T1\tMeet 5 8\tmet
T2\tPerson 0 4\tAnna
E1\tMeet:T1 Who:T2
E2\tMeet:T1 Who:T2
A1\tMood E1 real
A2\tMood E2 doubtful
A3\tMood E2 real
`
  const path = fileWith('a.ann', lines)
  writeFileSync(join(dirname(path), 'a.txt'), 'Anna met Boris')
  const { imported, files } = await thereAndBack([path], 'brat', 'brat')
  expect(imported.files.flatMap(({ problems }) => problems)).toMatchObject([
    { line: 6, reason: 'several-values', detail: 'A2\tMood E2 doubtful' },
  ])
  const [name = ''] = [...files.keys()].filter((one) => one.endsWith('.ann'))
  expect(
    files
      .get(name)
      ?.split('\n')
      .filter((line) => /^[AR]/.test(line)),
  ).toEqual(['A1\tMood T2 real', 'R1\tWho Arg1:T2 Arg2:T1'])
})

const corpus = (folder: string) =>
  shared.there
    ? readdirSync(shared.path(folder))
        .filter((name) => name.endsWith('.ann'))
        .map((name) => shared.path(`${folder}/${name}`))
    : []

/** Lines of events and of `*` lists, and what is said of events, are relations and spans afterwards. */
const isPlain = (line: string) => !/^[E*]|^[AM#]\S*\t\S+ E/.test(line)

test.each(
  [...corpus('corpora/brat/tutorial-news'), ...corpus('corpora/rusentrel')].map((path) => [basename(path), path]),
)('%s comes back', async (_, path) => {
  const annotations = readFileSync(path, 'utf8')
  const { imported, files, folder } = await thereAndBack([path], 'brat', 'brat')
  expect(imported.files.flatMap(({ problems }) => problems)).toEqual([])
  const [name = ''] = [...files.keys()].filter((one) => one.endsWith('.ann'))
  const [before] = readAs('brat', path).documents
  const [after] = readAs('brat', join(folder, name)).documents
  expect(after?.text).toBe(before?.text)
  expect(carriedOf(after as ForeignDocument)).toEqual(carriedOf(before as ForeignDocument))
  const text = readFileSync(path.replace('.ann', '.txt'), 'utf8')
  const kept = annotations.split('\n').filter(isPlain).join('\n')
  const lines = linesOf(files.get(name) ?? '')
  for (const line of linesOf(kept, text)) expect(lines).toContain(line)
  if (kept === annotations) expect(lines).toEqual(linesOf(annotations, text))
})
