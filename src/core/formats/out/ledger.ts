/** The account of an export: every record of the project is carried or lost for a reason, and of what is carried it says what is missing. */
import type { Annotation } from '../../annotation.ts'
import type { Entry } from '../../convert.ts'
import type { RecordKind } from '../../records.ts'
import type { Carried } from './format.ts'

/** What the account of an export is called that stands beside its files. */
export const lossName = 'loss.json'

/** Why a record did not go out. */
export const lossReasons = [
  'no-place',
  'not-chosen',
  'type',
  'not-annotated',
  'orphan',
  'unreferenced',
  'merged',
  'end-not-exported',
  'actor-end',
  'token-border',
  'nested',
  'no-article',
  'no-actor',
  'no-issue',
  'no-stance',
  'repeated',
] as const
export type LossReason = (typeof lossReasons)[number]

/** What a carried record had to give up beside its members. */
export const changes = [
  'discontinuous',
  'token-border',
  'line-break',
  'source-not-span',
  'white-space',
  'source-left-out',
  'illegal-character',
  'one-language',
] as const
export type Change = (typeof changes)[number]

export type KindLoss = {
  all: number
  carried: number
  /** Records that did not go out, by reason. */
  lost: Partial<Record<LossReason, number>>
  /** Carried records, by what of them did not go out: a member that the format has no place for, or a change. */
  without: Record<string, number>
}

export type AccountedKind = RecordKind | 'tombstone' | 'conflict'
export type LossReport = Record<AccountedKind, KindLoss>

export type Ledger = {
  carried(entry: Entry): void
  lost(kind: AccountedKind, reason: LossReason, count?: number): void
  /** Of a carried record; counted once for each change. Calls about one record come one after the other. */
  changed(kind: RecordKind, id: string, change: Change): void
}

export type Account = Ledger & {
  /** `all` counts the records of the whole project. Throws where a record is not accounted for: a bug. */
  report(all: Record<AccountedKind, number>): LossReport
}

/** @param carries what the format has a place for */
export const openAccount = (carries: Carried): Account => {
  const kinds = new Map<AccountedKind, Omit<KindLoss, 'all'>>()
  const of = (kind: AccountedKind) => {
    const account = kinds.get(kind) ?? { carried: 0, lost: {}, without: {} }
    kinds.set(kind, account)
    return account
  }
  let last = ''
  let told = new Set<string>()
  return {
    carried: (entry) => {
      const account = of(entry.kind)
      account.carried++
      const known = new Set(carries[entry.kind])
      for (const member of membersOf(entry)) if (!known.has(member)) add(account.without, member)
    },
    lost: (kind, reason, count = 1) => {
      const { lost } = of(kind)
      if (count > 0) lost[reason] = (lost[reason] ?? 0) + count
    },
    changed: (kind, id, change) => {
      if (last !== id) {
        last = id
        told = new Set()
      }
      if (told.has(change)) return
      told.add(change)
      add(of(kind).without, change)
    },
    report: (all) =>
      Object.fromEntries(
        Object.entries(all).map(([kind, count]) => {
          const { carried, lost, without } = of(kind as AccountedKind)
          const accounted = carried + Object.values(lost).reduce((sum, one) => sum + one, 0)
          if (accounted !== count) throw new Error(`${count} records of kind ${kind}, accounted for: ${accounted}`)
          return [kind, { all: count, carried, lost: sorted(lost), without: sorted(without) }]
        }),
      ) as LossReport,
  }
}

const add = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1
}

const sorted = <T extends object>(counts: T): T =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))) as T

/** Members that say something; who wrote a record when is one: `stamp`. */
export const membersOf = (entry: Entry): string[] => {
  const { record } = entry
  const members = ['stamp', ...saying(record, '').filter((name) => !stampMembers.has(name) && name !== 'body')]
  return entry.kind === 'annotation' ? [...members, ...bodyMembers(entry.record)] : members
}

const stampMembers = new Set(['id', 'version', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'])

/** What stands deeper, where it is words of the text or a decision of its own, counts by itself. */
const bodyMembers = ({ type, body }: Annotation): string[] => {
  const members = saying(body, 'body.')
  if (type === 'actor') return members
  const deeper = (name: string, isThere: boolean) => (isThere ? [`body.${name}`] : [])
  return [
    ...members,
    ...deeper(
      'attribution.cue',
      body.attribution.some(({ cue }) => cue.length > 0),
    ),
    ...deeper(
      'attribution.mode',
      body.attribution.some(({ mode }) => mode !== undefined),
    ),
    ...deeper(
      'attribution.addressees',
      body.attribution.some(({ addressees }) => addressees !== undefined),
    ),
    ...deeper('condition.fragments', type === 'position' && (body.condition?.fragments.length ?? 0) > 0),
  ]
}

const saying = (record: object, prefix: string): string[] =>
  Object.entries(record)
    .filter(([, value]) => value !== undefined && !(isList(value) && Object.keys(value).length === 0))
    .map(([name]) => prefix + name)

const isList = (value: unknown): value is object => typeof value === 'object' && value !== null
