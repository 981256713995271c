/** Two projects that began with the same bundle and were changed on both sides. */

import { type Bundle, bundleOf } from '../cli/sample-bundle.ts'
import { actant, expect, type Home } from './app.ts'

export const text = 'Песков заявил, что Путин доволен. Путин и Мерц встретились.'
const places = ['Песков', 'Путин', 'Мерц'].map((quote) => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
})

const id = (n: number) => `0199a000-0000-7000-b000-00000000000${n}`

type Changed = { version: Record<string, number>; modifiedAt: string }

/** A record as a program with a replica of its own changed it. */
const changed = (record: Changed | undefined, replica: string, at: string, members: object) => {
  if (record) Object.assign(record, { version: { ...record.version, [replica]: 1 }, modifiedAt: at, ...members })
}

const actor = ({ articles: [article] }: Bundle, n: number, name: string, members: object = {}) => {
  if (!article) throw new Error('no article')
  const { version, createdAt, createdBy, modifiedAt, modifiedBy } = article
  const stamp = { version, createdAt, createdBy, modifiedAt, modifiedBy }
  return { ...stamp, id: id(n), name, actorType: 'person', aliases: [], memberOf: [], ...members }
}

const versionOf = (side: 'base' | 'here' | 'there'): string =>
  bundleOf(text, places, (bundle) => {
    const peskov = actor(bundle, 1, 'Дмитрий Песков')
    const replica = side === 'here' ? id(8) : id(9)
    const at = side === 'here' ? '2026-02-01T10:00:00.000Z' : '2026-02-02T10:00:00.000Z'
    if (side !== 'base') {
      changed(bundle.annotations[0], replica, at, { note: `note ${side}`, body: { actorId: id(1) } })
      changed(peskov, replica, at, { note: `about him ${side}` })
    }
    const own = { here: [actor(bundle, 2, 'Владимир Путин')], there: [actor(bundle, 3, 'Vladimir Putin')], base: [] }
    Object.assign(bundle, { actors: [peskov, ...own[side]] })
  })

/** The project to work in, and the bundle that the other one exports. */
export const twoProjects = async (home: Home): Promise<{ project: string; other: string; bundle: string }> => {
  const base = home.file('base.json', versionOf('base'))
  const [project, other, bundle] = [home.file('here.actant'), home.file('there.actant'), home.file('there.json')]
  for (const [path, side] of [
    [project, 'here'],
    [other, 'there'],
  ] as const) {
    await actant(home, 'new', path)
    await actant(home, 'merge', path, base)
    await actant(home, 'merge', path, home.file(`from-${side}.json`, versionOf(side)))
  }
  expect((await actant(home, 'export', other, '-o', bundle)).code).toBe(0)
  return { project, other, bundle }
}
