/**
 * Random histories of three replicas over the functions that the store decides with: whatever was written, deleted, decided
 * and taken back, and in whatever order states were exchanged, nothing that nobody superseded is lost and all end equal.
 * A failing history is played again with ACTANT_SEED=… (and ACTANT_HISTORIES=1).
 */
import { expect, test } from 'vitest'
import { canonicalText } from '../../src/core/canonical.ts'
import { type Side, standing } from '../../src/core/merge.ts'
import type { VersionVector } from '../../src/core/schema.ts'
import { bump, bumpBeside, joinAll } from '../../src/core/version-vector.ts'
import { type Random, randomFrom, seed } from './random.ts'

const histories = Number(process.env['ACTANT_HISTORIES'] ?? 10_000)
/** Of those in which the same is said or deleted twice, which the strict set leaves out. */
const repeating = Math.ceil(histories * 0.3)
const records = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'] as const

type Replica = { id: string; states: Map<string, Side[]> }

/** A write, and the writes whose versions it replaced. */
type Write = { said: string; replaced: Set<Write> }

type World = {
  random: Random
  replicas: Replica[]
  writes: Write[]
  /** Which writes a version is, by the replica and record where it stands and what it says. */
  meaning: Map<Replica, Map<string, Set<Write>>>
  newId(): string
  say(): string
  /** The same once more, where the same may be said twice. */
  repeat(said: string): string
  now(): string
}

const uuid = (n: number) => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`
const person = uuid(999)

/** @param words how many different things can be said; few make twins */
const newWorld = (random: Random, words: number): World => {
  let ids = 1000
  const replicas = [0, 1, 2].map((n) => ({ id: uuid(100 + n), states: new Map<string, Side[]>() }))
  return {
    random,
    replicas,
    writes: [],
    meaning: new Map(replicas.map((replica) => [replica, new Map()])),
    newId: () => uuid(ids++),
    say: () => (words === 0 ? `words ${ids++}` : `words ${random.below(words)}`),
    repeat: (said) => (words === 0 ? `words ${ids++}` : said),
    // Clocks that disagree, and moments that coincide.
    now: () => new Date(Date.UTC(2025, 8, 1) + random.below(5) * 1000).toISOString(),
  }
}

const saidBy = (side: Side): string => ('name' in side.record ? side.record.name : 'deleted')

const sideOf = (world: World, id: string, said: string, version: VersionVector): Side => {
  const at = world.now()
  const stamp = { id, version, modifiedAt: at, modifiedBy: person }
  if (said === 'deleted') return { kind: 'tombstone', record: { kind: 'issue', ...stamp } }
  return { kind: 'issue', record: { ...stamp, createdAt: at, createdBy: person, name: said } }
}

const versionsOf = (sides: readonly Side[]) => sides.map(({ record }) => record.version)

/** Puts new versions in the place of all that stood; each new one replaces the given old ones. */
const place = (
  world: World,
  replica: Replica,
  id: string,
  next: { side: Side; over: readonly Side[] }[],
  kept: Side[],
) => {
  const meaning = world.meaning.get(replica) ?? new Map<string, Set<Write>>()
  const of = (side: Side) => meaning.get(`${id} ${saidBy(side)}`) ?? new Set<Write>()
  const before = (replica.states.get(id) ?? []).map((side) => [saidBy(side), of(side)] as const)
  const known = new Map(before)
  const written = next.map(({ side, over }) => {
    const replaced = new Set(over.flatMap((old) => [...(known.get(saidBy(old)) ?? [])]))
    const write = { said: saidBy(side), replaced }
    world.writes.push(write)
    return write
  })
  for (const [said] of before) meaning.delete(`${id} ${said}`)
  const mean = (said: string, writes: Iterable<Write>) => {
    const name = `${id} ${said}`
    meaning.set(name, new Set([...(meaning.get(name) ?? []), ...writes]))
  }
  for (const side of kept) mean(saidBy(side), known.get(saidBy(side)) ?? [])
  for (const write of written) mean(write.said, [write])
  replica.states.set(id, standing([...next.map(({ side }) => side), ...kept]))
}

const actions = {
  write(world: World, replica: Replica, id: string) {
    const [shown, ...losers] = replica.states.get(id) ?? []
    const version = bumpBeside(shown?.record.version ?? {}, versionsOf(losers), replica.id, world.newId)
    place(world, replica, id, [{ side: sideOf(world, id, world.say(), version), over: shown ? [shown] : [] }], losers)
  },
  remove(world: World, replica: Replica, id: string) {
    const all = replica.states.get(id) ?? []
    if (all.every(({ kind }) => kind === 'tombstone')) return
    const version = bump(joinAll(versionsOf(all)), replica.id)
    place(world, replica, id, [{ side: sideOf(world, id, 'deleted', version), over: all }], [])
  },
  decide(world: World, replica: Replica, id: string) {
    const all = replica.states.get(id) ?? []
    if (all.length < 2) return
    const version = bump(joinAll(versionsOf(all)), replica.id)
    const side = sideOf(world, id, world.repeat(saidBy(world.random.pick(all))), version)
    place(world, replica, id, [{ side, over: all }], [])
    if (world.random.chance(0.5)) return
    // Taken back: all that stood stands again, as new writes.
    const seen = joinAll([side.record.version, ...versionsOf(all)])
    const [shown, ...losers] = all
    const again = [
      sideOf(world, id, world.repeat(saidBy(shown ?? side)), bump(bump(seen, replica.id), replica.id)),
      ...losers.map((loser) => sideOf(world, id, world.repeat(saidBy(loser)), bump(seen, world.newId()))),
    ]
    place(
      world,
      replica,
      id,
      again.map((next) => ({ side: next, over: [side] })),
      [],
    )
  },
  exchange(world: World, replica: Replica, id: string) {
    const other = world.random.pick(world.replicas)
    receive(world, replica, other, id)
  },
}

const receive = (world: World, replica: Replica, other: Replica, id: string) => {
  const [ours, theirs] = [replica.states.get(id) ?? [], other.states.get(id) ?? []]
  const merged = standing([...ours, ...theirs])
  expectSame(standing([...theirs, ...ours]), merged)
  expectSame(standing([...merged, ...theirs]), merged)
  const [mine, foreign] = [world.meaning.get(replica), world.meaning.get(other)]
  for (const side of merged) {
    const name = `${id} ${saidBy(side)}`
    mine?.set(name, new Set([...(mine.get(name) ?? []), ...(foreign?.get(name) ?? [])]))
  }
  replica.states.set(id, merged)
}

/** Comparing texts is many times quicker than comparing objects. */
const expectSame = (found: Side[], wanted: Side[]): void => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted)
}

const play = (world: World, kinds: (keyof typeof actions)[]): void => {
  const { random, replicas } = world
  for (let steps = 5 + random.below(25); steps > 0; steps--) {
    actions[random.pick(kinds)](world, random.pick(replicas), random.pick(records))
  }
}

const exchangeAll = (world: World): void => {
  // Twice, in any order: what joins on the way has to come round.
  for (let round = 0; round < 2; round++) {
    const order = world.replicas.toSorted(() => world.random.below(3) - 1)
    for (const to of order) for (const from of order) for (const id of records) receive(world, to, from, id)
  }
}

const expectConverged = (world: World): void => {
  const [first, ...others] = world.replicas.map(({ states }) => canonicalText(Object.fromEntries(states)))
  for (const other of others) if (other !== first) expect(other).toBe(first)
}

/** What was written and never replaced still stands somewhere. */
const expectNothingLost = ({ writes, replicas, meaning }: World): void => {
  const replaced = new Set(writes.flatMap((write) => [...write.replaced]))
  const [replica] = replicas
  if (!replica) return
  const said = meaning.get(replica)
  const standingNow = new Set(
    [...replica.states].flatMap(([id, sides]) =>
      sides.flatMap((side) => [...(said?.get(`${id} ${saidBy(side)}`) ?? [])]),
    ),
  )
  expect(writes.filter((write) => !replaced.has(write) && !standingNow.has(write))).toEqual([])
}

const eachHistory = (count: number, words: number, check: (world: World) => void): void => {
  for (let n = 0; n < count; n++) {
    const world = newWorld(randomFrom(seed + n), words)
    try {
      check(world)
    } catch (error) {
      throw new Error(`ACTANT_SEED=${seed + n} ACTANT_HISTORIES=1`, { cause: error })
    }
  }
}

/** Most histories have it all. */
const everything = [
  'write',
  'write',
  'write',
  'exchange',
  'exchange',
  'exchange',
  'remove',
  'decide',
  'decide',
] as const

test(`${histories} histories end equal, lose nothing and keep nothing that was replaced (seed ${seed})`, {
  timeout: 120_000,
}, () => {
  eachHistory(histories, 0, (world) => {
    // Two deletions say the same; what becomes of those is below.
    play(
      world,
      everything.filter((kind) => kind !== 'remove'),
    )
    // In any grouping: what two bring together is for a third what each brings.
    for (const id of records) {
      const [a = [], b = [], c = []] = world.replicas.map(({ states }) => states.get(id) ?? [])
      expectSame(standing([...standing([...a, ...b]), ...c]), standing([...a, ...standing([...b, ...c])]))
    }
    exchangeAll(world)
    expectConverged(world)
    expectNothingLost(world)
    for (const { states } of world.replicas) {
      const total = [...states.values()].flat().length
      const replaced = new Set(world.writes.flatMap((write) => [...write.replaced]))
      expect(total).toBe(world.writes.filter((write) => !replaced.has(write)).length)
    }
  })
})

test(`${repeating} histories in which two often say or delete the same end equal and lose nothing (seed ${seed})`, {
  timeout: 120_000,
}, () => {
  eachHistory(repeating, 2, (world) => {
    play(world, [...everything])
    exchangeAll(world)
    expectConverged(world)
    expectNothingLost(world)
  })
})
