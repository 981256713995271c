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
} as const
