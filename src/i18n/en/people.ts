/** The people who annotate: whose work is shown, who works on what, what is shared. */
export const people = {
  'step.annotator.add': 'add annotator{named, select, yes { “{name}”} other {}}',
  'step.article.assign':
    'assign {count, plural, =1 {article{named, select, yes { “{name}”} other {}}} one {# article} other {# articles}}',
  'step.article.unassign':
    'take back {count, plural, =1 {article{named, select, yes { “{name}”} other {}}} one {# article} other {# articles}}',
  'share.reason':
    '{people, plural, =0 {} other {the work of {names}}}{articles, plural, =0 {} one {{people, plural, =0 {} other { on }}# chosen article} other {{people, plural, =0 {} other { on }}# chosen articles}}',
  'cli.export.annotator': 'only this person’s work (name, id, or “me”); may be given several times',
  'cli.export.article': 'only this article (id, its beginning, or title); may be given several times',
  'cli.assign.summary': 'say who works on which articles',
  'cli.assign.description':
    'Assign articles to people, so that the window shows each person what is theirs to do. Somebody who is not in the project yet is added. One undo step for the assignment.',
  'cli.assign.to': 'to whom (name, id, or “me”); may be given several times',
  'cli.assign.article': 'this article (id, its beginning, or title); may be given several times; by default all',
  'cli.assign.takeBack': 'take the articles back, where the person has not begun with them',
  'cli.assign.done': '{count, plural, one {# article is} other {# articles are}} assigned to {names}.',
  'cli.assign.takenBack':
    '{names}: {count, plural, one {# article} other {# articles}} taken back, except what was begun.',
  'menu.layers': 'Whose work is shown',
  'layer.bar': 'Whose work is shown',
  'layer.menu': 'More about whose work is shown',
  'layer.toggle': 'Show or hide a person’s work',
  'layer.toggle.of': 'Work of {name}',
  'layer.toggle.named':
    '{mine, select, yes {{name} (you)} other {{name}}}: {count, plural, one {# annotation} other {# annotations}}',
  'layer.me': '{name} (you)',
  'layer.by': 'By {name}.',
  'layer.onlyMine': 'Only my own work',
  'layer.everybody': 'Everybody’s work',
  'layer.onlyMine.said': 'Only your own work is shown',
  'layer.everybody.said': 'Everybody’s work is shown',
  'layer.shown': 'Shown: {name}',
  'layer.hidden': 'Hidden: {name}',
  'layer.mineAgain': 'Your own work is shown again, since you have added to it',
  'layer.colours': 'People and their colours',
  'layer.colours.more': 'People and their colours…',
  'layer.colourOf': 'Colour and line of {name}',
  'layer.colour':
    '{style, select, s0 {violet, solid} s1 {pink, dashed} s2 {olive, dotted} s3 {teal, double} s4 {brown, solid} other {grey, dashed}}',
  'layer.colours.note':
    'Others’ annotations have a line of this colour above their words, and on their cards. Yours have none.',
  'annotation.othersForm': 'This is {name}’s. What you change here becomes a copy of your own; theirs stays as it is.',
} as const
