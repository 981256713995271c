/** The account of an export in words: for the window, and for a copied report. */
import type { AccountedKind, Change, LossReport } from '../core/formats/out/ledger.ts'
import { catalogues, type MessageKey, type Translate } from './index.ts'

/** One kind of record: how many of it went out, and what is missing. */
export type ToldLoss = { head: string; lines: string[] }

/** Kinds of which there are any, what people work on first. */
export const toldLosses = (t: Translate, loss: LossReport): ToldLoss[] =>
  kinds
    .filter((kind) => loss[kind].all > 0)
    .map((kind) => {
      const { all, carried, lost, without } = loss[kind]
      const name = t(`formats.kind.${kind}`)
      const reasons = Object.entries(lost).map(([reason, count]) =>
        t('loss.lost', { count, reason: t('formats.lost', { reason }) }),
      )
      const members = Object.entries(without).sort(([, a], [, b]) => b - a)
      const [changed, missing] = [true, false].map((is) =>
        members.filter(([one]) => Object.hasOwn(changes, one) === is),
      )
      return {
        head: t('loss.part', { kind: name.charAt(0).toUpperCase() + name.slice(1), carried, all }),
        lines: [
          ...reasons,
          ...(changed ?? []).map(([change, count]) => t('loss.changed', { what: changeName(t, change), count })),
          ...(missing?.length ? [t('loss.without', { list: missing.map((one) => memberOf(t, one)).join(', ') })] : []),
        ],
      }
    })

const changes: Record<Change, true> = {
  discontinuous: true,
  'token-border': true,
  'line-break': true,
  'source-not-span': true,
  'white-space': true,
  'source-left-out': true,
  'illegal-character': true,
  'one-language': true,
}

const changeName = (t: Translate, name: string): string =>
  t('formats.changed', { change: name.replaceAll('-', '_'), name })

/** Members of later versions go by their names. */
const memberOf = (t: Translate, [member, count]: [string, number]): string => {
  const key = `loss.member.${member}`
  return t('loss.member', { what: isKey(key) ? t(key) : member, count })
}

const kinds: AccountedKind[] = [
  'article',
  'annotation',
  'link',
  'actor',
  'issue',
  'code',
  'attribute',
  'linkType',
  'annotator',
  'adjudication',
  'progress',
  'conflict',
  'tombstone',
]

const isKey = (key: string): key is MessageKey => Object.hasOwn(catalogues.en, key)

/** The account as lines of text. */
export const lossLines = (t: Translate, loss: LossReport): string[] =>
  toldLosses(t, loss).flatMap(({ head, lines }) => [head, ...lines.map((line) => `  ${line}`)])
