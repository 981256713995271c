/** The keys that matter now, shown at the foot of the window. */
import type { MessageKey } from '../../../i18n/index.ts'

type Hint = { keys: string[]; label: MessageKey }

const palette: Hint = { keys: ['CmdOrCtrl+K'], label: 'hint.palette' }
const area: Hint = { keys: ['F6'], label: 'hint.area' }
const boundaries: Hint = { keys: ['[', ']'], label: 'hint.boundaries' }

export const hintsFor = {
  closed: [palette],
  text: [{ keys: ['Tab'], label: 'hint.nextAnnotation' }, area, palette],
  selection: [
    { keys: ['1'], label: 'hint.actor' },
    { keys: ['2'], label: 'hint.position' },
    { keys: ['3'], label: 'hint.claim' },
  ],
  annotation: [
    { keys: ['Enter'], label: 'hint.edit' },
    { keys: ['Delete'], label: 'hint.remove' },
    boundaries,
    { keys: ['Tab'], label: 'hint.nextAnnotation' },
    { keys: ['Escape'], label: 'hint.leave' },
  ],
  mention: [
    { keys: ['Space'], label: 'hint.take' },
    { keys: ['A'], label: 'hint.who' },
    { keys: ['Enter'], label: 'hint.edit' },
    boundaries,
    { keys: ['Tab'], label: 'hint.nextAnnotation' },
  ],
  linked: [
    { keys: ['M'], label: 'hint.others' },
    { keys: ['A'], label: 'hint.who' },
    { keys: ['K'], label: 'hint.codes' },
    { keys: ['Enter'], label: 'hint.edit' },
    boundaries,
    { keys: ['Tab'], label: 'hint.nextAnnotation' },
  ],
  spoken: [
    { keys: ['Enter'], label: 'hint.edit' },
    { keys: ['S'], label: 'hint.chain' },
    { keys: ['C'], label: 'hint.same' },
    { keys: ['K'], label: 'hint.codes' },
    { keys: ['L'], label: 'hint.link' },
    boundaries,
  ],
  annotations: [
    { keys: ['Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.edit' },
    { keys: ['K'], label: 'hint.codes' },
    { keys: ['Delete'], label: 'hint.remove' },
  ],
  agreement: [
    { keys: ['Up', 'Down', 'Left', 'Right'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.disagreements' },
    { keys: ['Escape'], label: 'hint.back' },
    area,
  ],
  disagreements: [
    { keys: ['Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.inText' },
    { keys: ['Escape'], label: 'hint.back' },
    area,
  ],
  corpus: [
    { keys: ['Tab', 'Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.go' },
    { keys: ['Escape'], label: 'hint.back' },
    area,
  ],
  articles: [
    { keys: ['Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.openArticle' },
    { keys: ['F2'], label: 'hint.details' },
    area,
  ],
  actors: [
    { keys: ['Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.details' },
    { keys: ['CmdOrCtrl+Shift+M'], label: 'hint.merge' },
    { keys: ['Delete'], label: 'hint.remove' },
  ],
  issues: [
    { keys: ['Up', 'Down'], label: 'hint.move' },
    { keys: ['Enter'], label: 'hint.details' },
    { keys: ['Alt+Up', 'Alt+Right'], label: 'hint.place' },
    { keys: ['Delete'], label: 'hint.remove' },
  ],
  codebook: [
    { keys: ['Enter'], label: 'hint.details' },
    { keys: ['CmdOrCtrl+Alt+N'], label: 'hint.newHere' },
    { keys: ['Alt+Up', 'Alt+Right'], label: 'hint.placeCode' },
    { keys: ['Delete'], label: 'hint.remove' },
  ],
  orphan: [
    { keys: ['O'], label: 'hint.placeAgain' },
    { keys: ['Delete'], label: 'hint.remove' },
    { keys: ['CmdOrCtrl+F8'], label: 'hint.nextOrphan' },
  ],
  correcting: [
    { keys: ['CmdOrCtrl+Enter'], label: 'hint.preview' },
    { keys: ['CmdOrCtrl+Z'], label: 'hint.undo' },
    { keys: ['CmdOrCtrl+F'], label: 'hint.find' },
    { keys: ['Escape'], label: 'hint.cancel' },
  ],
  picking: [
    { keys: ['Shift+Left', 'E'], label: 'hint.pickSelect' },
    { keys: ['CmdOrCtrl+F'], label: 'hint.pickFind' },
    { keys: ['Enter'], label: 'hint.pickTake' },
    { keys: ['Escape'], label: 'hint.pickLeave' },
  ],
  // The bar under the text says its keys itself, and so do the places to decide about.
  asking: [],
  adjudicating: [
    { keys: ['Left', 'Right'], label: 'hint.move' },
    { keys: ['Escape'], label: 'hint.leave' },
  ],
  linking: [
    { keys: ['Tab'], label: 'hint.nextAnnotation' },
    { keys: ['Enter'], label: 'hint.linkTake' },
    { keys: ['Escape'], label: 'hint.linkLeave' },
  ],
  editing: [
    { keys: ['CmdOrCtrl+Enter'], label: 'hint.save' },
    { keys: ['Escape'], label: 'hint.cancel' },
  ],
} satisfies Record<string, Hint[]>
