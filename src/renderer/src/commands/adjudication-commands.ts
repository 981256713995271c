/** Deciding between annotators; all but the first count while the places are shown. */
import {
  acceptAgreed,
  beginAdjudication,
  beginOwn,
  currentUnit,
  leaveAdjudication,
  stepUnit,
  takeAll,
  takeNone,
  takeVersion,
} from '../actions/adjudication.ts'
import type { Shell } from '../app/shell.ts'
import type { Command } from './commands.ts'
import { articleOpen, projectWritable } from './states.ts'

const group = 'article'

const inPane = { group, pane: 'adjudication', local: true } as const

const adjudicating = (shell: Shell): boolean => {
  const { adjudication, articleId } = shell.ui.get()
  return articleOpen(shell) && adjudication !== undefined && adjudication.articleId === articleId
}

const atUnit = (shell: Shell): boolean => adjudicating(shell) && currentUnit(shell) !== undefined

const deciding = (shell: Shell): boolean => projectWritable(shell) && atUnit(shell)

/** Versions that have a key of their own. */
const keyed = 9

/** The pane handles these keys itself. */
export const adjudicationKeys: readonly Command[] = [
  {
    ...inPane,
    id: 'adjudicate.agreed',
    label: 'adjudicate.agreed',
    keys: ['A'],
    enabled: (shell) => adjudicating(shell) && projectWritable(shell),
    run: acceptAgreed,
  },
  ...Array.from(
    { length: keyed },
    (_, place): Command => ({
      ...inPane,
      id: `adjudicate.take.${place + 1}`,
      label: 'adjudicate.take',
      name: ({ t }) => t('adjudicate.take.of', { place: place + 1 }),
      keys: [String(place + 1)],
      enabled: (shell) => deciding(shell) && currentUnit(shell)?.inputs[place] !== undefined,
      run: (shell) => takeVersion(shell, place),
    }),
  ),
  { ...inPane, id: 'adjudicate.both', label: 'adjudicate.both', keys: ['B'], enabled: deciding, run: takeAll },
  {
    ...inPane,
    id: 'adjudicate.neither',
    label: 'adjudicate.neither',
    keys: ['N'],
    enabled: deciding,
    run: takeNone,
  },
  {
    ...inPane,
    id: 'adjudicate.own',
    label: 'adjudicate.own',
    keys: ['O'],
    enabled: deciding,
    run: (shell) => beginOwn(shell, 0),
  },
  {
    ...inPane,
    id: 'adjudicate.next',
    label: 'adjudicate.next',
    keys: ['Right'],
    enabled: atUnit,
    run: (shell) => stepUnit(shell, 1),
  },
  {
    ...inPane,
    id: 'adjudicate.previous',
    label: 'adjudicate.previous',
    keys: ['Left'],
    enabled: atUnit,
    run: (shell) => stepUnit(shell, -1),
  },
  {
    ...inPane,
    id: 'adjudicate.leave',
    label: 'adjudicate.leave',
    keys: ['Escape'],
    enabled: adjudicating,
    run: leaveAdjudication,
  },
]

export const adjudicationCommands: readonly Command[] = [
  {
    id: 'article.adjudicate',
    group,
    label: 'article.adjudicate.more',
    keys: ['CmdOrCtrl+Shift+A'],
    enabled: articleOpen,
    run: beginAdjudication,
  },
  ...adjudicationKeys,
]
