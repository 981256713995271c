/** What formats of networks have in common: statements are collected from positions (and claims, where they are asked for) and counted. */
import type { Annotation } from '../../annotation.ts'
import { Failure } from '../../failure.ts'
import { type OneModeMeasure, oneModeMeasures } from '../../network/one-mode.ts'
import { type RepeatRule, repeatRules, repeatsOf, type Statement } from '../../network/statements.ts'
import { type TwoModeMeasure, twoModeMeasures } from '../../network/two-mode.ts'
import { byIdIn } from './chain-text.ts'
import type { OutDocument, OutFormat, OutSetting, OutWriter, Piece } from './format.ts'
import type { Ledger, LossReason } from './ledger.ts'
import { type Network, networkOf } from './network-edges.ts'
import { type NetworkNode, nodesOf } from './network-nodes.ts'
import { measures, type NodeForm, networkForms, nodeForms, type OutOptions } from './options.ts'

export type NetworkChoice = { node: NodeForm; repeats: RepeatRule } & (
  | { network: 'two-mode'; measure: TwoModeMeasure }
  | { network: 'nodes' | 'issues'; measure: OneModeMeasure }
)

type Write = (network: Network, choice: NetworkChoice, setting: OutSetting, ledger: Ledger) => Iterable<Piece>

export const networkFormat = (
  own: Pick<OutFormat, 'id' | 'title' | 'extension' | 'shape'>,
  options: OutFormat['options'],
  write: Write,
): OutFormat => ({
  ...own,
  unit: 'none',
  types: ['position', 'claim'],
  usualTypes: ['position'],
  options: { network: networkForms, node: nodeForms, measure: measures, repeats: repeatRules, ...options },
  splits: false,
  people: false,
  carries: ({ network }) => ({
    article: [],
    annotation: [
      ...['articleId', 'type', 'body.holders', 'body.stance', 'body.issueId', 'body.issueIds'],
      'body.attribution',
    ],
    ...(network !== 'issues' && { actor: ['name', 'actorType'] }),
    ...(network !== 'nodes' && { issue: ['name'] }),
  }),
  writer: (setting, ledger): OutWriter => {
    const choice = choiceOf(setting.options)
    const { take, collected } = collecting(choice, setting, ledger)
    return {
      document: (document) => {
        take(document)
        return []
      },
      end: () => write(networkOf(collected, choice), choice, setting, ledger),
    }
  },
})

/** What was chosen. Fails with 'bad-request' ('measure') where such a network has no such measure. */
const choiceOf = ({ network = 'two-mode', node = 'holder', measure = 'count', repeats = 'all' }: OutOptions) => {
  const refused = (known: readonly string[]) =>
    new Failure('bad-request', { reason: 'measure', network, known: known.join(', ') })
  if (network === 'two-mode') {
    const found = twoModeMeasures.find((one) => one === measure)
    if (!found) throw refused(twoModeMeasures)
    return { node, repeats, network, measure: found }
  }
  const found = oneModeMeasures.find((one) => one === measure)
  if (!found) throw refused(oneModeMeasures)
  return { node, repeats, network, measure: found }
}

export type Collected = { statements: Statement[]; nodes: Map<string, NetworkNode> }

const collecting = ({ node, measure, repeats }: NetworkChoice, { names }: OutSetting, ledger: Ledger) => {
  const comparesStances = measure !== 'count'
  const isRepeated = repeatsOf(repeats, comparesStances)
  const collected: Collected = { statements: [], nodes: new Map() }

  /** Why nothing of an annotation is in the network, if so. */
  const takeOne = (annotation: Annotation, { article }: OutDocument, known: ReadonlyMap<string, Annotation>) => {
    if (annotation.type === 'actor') return 'type' satisfies LossReason
    const { issues, stance, conditional } = contentOf(annotation)
    if (issues.length === 0) return 'no-issue' satisfies LossReason
    if (comparesStances && (stance === undefined || stance === 'ambiguous')) return 'no-stance' satisfies LossReason
    const found = nodesOf(annotation, node, { article, known, names })
    if (found.nodes.length === 0) return 'no-actor' satisfies LossReason
    const about = issues.map((id): NetworkNode => ({ ...names.issue(id), kind: 'issue' }))
    const made = found.nodes
      .flatMap(({ id }) =>
        about.map((issue) => ({ node: id, issue: issue.id, article: article.id, stance, conditional })),
      )
      .filter((statement) => !isRepeated(statement))
    if (made.length === 0) return 'repeated' satisfies LossReason
    collected.statements.push(...made)
    for (const one of [...found.nodes, ...about]) collected.nodes.set(one.id, one)
    ledger.carried({ kind: 'annotation', record: annotation })
    if (!found.isWhole) ledger.changed('annotation', annotation.id, 'source-left-out')
    return undefined
  }

  const take = (document: OutDocument): void => {
    const known = byIdIn(document.everything)
    const reasons = document.annotations.map((annotation) => takeOne(annotation, document, known))
    for (const reason of reasons) if (reason) ledger.lost('annotation', reason)
    if (reasons.includes(undefined)) ledger.carried({ kind: 'article', record: document.article })
    else ledger.lost('article', 'unreferenced')
    ledger.lost('link', 'no-place', document.links.length)
  }
  return { take, collected }
}

const contentOf = (annotation: Exclude<Annotation, { type: 'actor' }>) => {
  if (annotation.type === 'claim') return { issues: annotation.body.issueIds, stance: undefined, conditional: false }
  const { issueId, stance, condition } = annotation.body
  return { issues: issueId === undefined ? [] : [issueId], stance, conditional: condition !== undefined }
}
