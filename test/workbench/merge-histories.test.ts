/**
 * Random histories of three projects through the workbench and real bundles: changed, corrected, deleted, decided, undone and
 * exchanged in any order, they end equal and sound. Those without undoing must also lose no note that nobody replaced.
 * A failing run is played again with ACTANT_SEED=…; ACTANT_STORE_HISTORIES=2000 plays as many histories instead of 100.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalText } from '../../src/core/canonical.ts'
import { Failure } from '../../src/core/failure.ts'
import { type Random, randomFrom, seed } from '../core/random.ts'
import { anna, newProject, type Opened, temporaryFolder } from './project.ts'

const histories = Number(process.env['ACTANT_STORE_HISTORIES'] ?? 100)
/** Histories that are played one after the other in the same three projects. */
const together = 10

type Team = Opened & { path: string; name: string }
type World = {
  random: Random
  teams: Team[]
  articleId: string
  said: string[]
  replaced: Set<string>
  undoes: boolean
}

const text = '😀 Песков: «Кремль» не торопится, сказал Песков.\nГенсек ответил, что «Кремль» готов.'
let words = 0

const newTeams = (): Team[] => {
  // Where files need no disk the rounds are many times quicker.
  const before = process.env['TMPDIR']
  if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'
  const folder = temporaryFolder()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return ['a', 'b', 'c'].map((name) => {
    const project = newProject(join(folder, `${name}.actant`), name)
    // At three machines: nobody changes another's annotations.
    project.workbench.identify(anna)
    return { ...project, name }
  })
}

const bundleOf = async ({ path, workbench }: Team): Promise<string> => {
  const file = `${path}.json`
  await workbench.exportBundle(file)
  return file
}

const exchange = async (to: Team, from: Team): Promise<void> => {
  if (to === from) return
  const { files } = await to.workbench.mergeBundles([await bundleOf(from)])
  expect(files[0]?.outcome).toBe('merged')
}

const stateOf = async (team: Team): Promise<string> => {
  const { project: _project, digest: _digest, ...rest } = JSON.parse(readFileSync(await bundleOf(team), 'utf8'))
  return canonicalText(rest)
}

type Action = (world: World, team: Team) => void | Promise<void>

/** The notes of an annotation's versions, or those of all annotations of the article. */
const notesOf = ({ workbench }: Team, articleId: string, id: string): string[] => {
  const records = [
    ...workbench.annotations(articleId),
    ...workbench.conflicts({ articleId }).flatMap(({ versions }) => versions.map(({ side }) => side.record)),
  ]
  const ofIt = id === articleId ? records : records.filter((record) => record.id === id)
  return ofIt.map((record) => Object(record).note).filter((note) => note !== undefined)
}

const actions: Record<string, Action> = {
  add: ({ random, articleId }, { workbench }) => {
    const start = text.indexOf(random.pick(['Песков', 'Кремль', 'Генсек', 'готов']))
    workbench.addAnnotation({
      articleId,
      type: random.pick(['actor', 'claim']),
      fragments: [{ start, end: start + 5 }],
    })
  },
  note: ({ random, articleId, said, replaced }, { workbench }) => {
    const { id, note } = random.pick(workbench.annotations(articleId))
    workbench.updateAnnotation(id, { note: `слово ${++words}` })
    said.push(`слово ${words}`)
    if (note !== undefined) replaced.add(note)
  },
  same: ({ random, articleId }, { workbench }) => {
    workbench.updateAnnotation(random.pick(workbench.annotations(articleId)).id, { certainty: 'unsure' })
  },
  remove: ({ random, articleId, replaced }, team) => {
    const { id } = random.pick(team.workbench.annotations(articleId))
    const before = notesOf(team, articleId, id)
    team.workbench.removeAnnotations([id])
    for (const note of before) replaced.add(note)
  },
  correct: ({ random, articleId }, { workbench }) => {
    const now = workbench.article(articleId).text
    const [from, to] = random.pick([
      ['Песков', 'Песков (😀)'],
      ['«Кремль»', 'Кремль'],
      ['ответил', 'не ответил'],
      ['😀 ', ''],
      ['Генсек', 'Генеральный секретарь'],
    ] as const)
    workbench.correctText(articleId, now.replace(from, to))
  },
  title: ({ random, articleId }, { workbench }) =>
    workbench.updateArticle(articleId, { title: random.pick(['Кремль', 'Генсек', null]) }),
  progress: ({ random, articleId }, { workbench }) =>
    workbench.setProgress(articleId, random.pick(['todo', 'doing', 'done'])),
  actor: ({ random }, { workbench }) => {
    const { actors } = workbench.registries()
    if (actors.length < 3 || random.chance(0.3)) workbench.addActor({ name: `актор ${++words}`, actorType: 'person' })
    else if (random.chance(0.5)) workbench.mergeActors([random.pick(actors).id], random.pick(actors).id)
    else workbench.updateActor(random.pick(actors).id, { name: `актор ${random.below(4)}` })
  },
  code: ({ random }, { workbench }) => {
    const { codes } = workbench.registries()
    if (codes.length === 0) workbench.addCode({ type: 'claim', label: { ru: 'угроза' } })
    else if (random.chance(0.2)) workbench.removeCodes([random.pick(codes).id])
    else workbench.updateCode(random.pick(codes).id, { label: { ru: `код ${random.below(4)}` } })
  },
  decide: ({ random, articleId, replaced }, team) => {
    const { id, kind, versions } = random.pick(team.workbench.conflicts())
    const choice = random.pick([random.pick(versions).id, random.pick(versions).id, 'both', 'neither'] as const)
    const before = notesOf(team, articleId, id)
    team.workbench.decideConflict(id, choice)
    const chosen = versions.find((version) => version.id === choice)
    const isKept = (note: string) =>
      // 'both' keeps all; with an article go its annotations, whichever version of it stays keeps them.
      choice === 'both' || (chosen && (kind === 'article' ? !chosen.deleted : Object(chosen.side.record).note === note))
    for (const note of before) if (!isKept(note)) replaced.add(note)
  },
  exchange: ({ random, teams }, team) => exchange(team, random.pick(teams)),
  undo: ({ undoes }, { workbench }) => void (undoes && workbench.undo()),
  redo: ({ undoes }, { workbench }) => void (undoes && workbench.redo()),
}

const often = ['note', 'note', 'note', 'exchange', 'exchange', 'exchange', 'decide', 'undo', 'undo', 'redo', 'correct']

const play = async (world: World): Promise<void> => {
  const { random, teams } = world
  for (let steps = 4 + random.below(12); steps > 0; steps--) {
    const name = random.pick([...often, ...Object.keys(actions)])
    try {
      await actions[name]?.(world, random.pick(teams))
    } catch (error) {
      // Not every action is possible at every moment: nothing to decide, an article that undoing took away.
      const isImpossible = error instanceof Failure && ['not-found', 'bad-request', 'not-yours'].includes(error.code)
      if (!isImpossible && !(error instanceof Error && error.message === 'nothing to pick from')) throw error
    }
  }
}

const exchangeAll = async (teams: Team[]): Promise<void> => {
  const [hub, ...others] = teams
  if (!hub) return
  // Twice: what found a better place with one has to come round.
  for (let round = 0; round < 2; round++) {
    for (const other of others) await exchange(hub, other)
    for (const other of others) await exchange(other, hub)
  }
}

const playTogether = async (first: number, count: number): Promise<void> => {
  const teams = newTeams()
  for (let n = first; n < first + count; n++) {
    const random = randomFrom(seed + n)
    const [a] = teams
    if (!a) return
    const { files } = await a.workbench.addArticles([{ paste: `${text} ${n}`, mediaType: 'text/plain' }])
    const articleId = files[0]?.article ?? ''
    a.workbench.addAnnotation({ articleId, type: 'claim', fragments: [{ start: 3, end: 9 }] })
    for (const team of teams) await exchange(team, a)
    const world = { random, teams, articleId, said: [], replaced: new Set<string>(), undoes: random.chance(0.5) }
    await play(world)
    await exchangeAll(teams)
    const [state, ...others] = await Promise.all(teams.map(stateOf))
    for (const other of others) if (other !== state) expect(JSON.parse(other)).toEqual(JSON.parse(state ?? ''))
    if (!world.undoes)
      expect(world.said.filter((note) => !world.replaced.has(note) && !state?.includes(`"${note}"`))).toEqual([])
  }
  for (const { workbench } of teams) {
    const { findings } = await workbench.check()
    expect(findings.filter(({ code }) => code !== 'dangling-reference')).toEqual([])
  }
}

test.each(Array.from({ length: Math.ceil(histories / together) }, (_, i) => i * together))(
  `histories from %i (seed ${seed}) end equal`,
  { timeout: 120_000 },
  (first) => playTogether(first, Math.min(together, histories - first)),
)
