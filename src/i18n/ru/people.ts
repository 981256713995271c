import type { people as en } from '../en/people.ts'

export const people: Record<keyof typeof en, string> = {
  'step.annotator.add': 'добавление разметчика{named, select, yes { «{name}»} other {}}',
  'step.article.assign':
    'назначение {count, plural, =1 {статьи{named, select, yes { «{name}»} other {}}} one {# статьи} few {# статей} many {# статей} other {# статьи}}',
  'step.article.unassign':
    'снятие назначения {count, plural, =1 {статьи{named, select, yes { «{name}»} other {}}} one {# статьи} few {# статей} many {# статей} other {# статьи}}',
  'share.reason':
    '{people, plural, =0 {} one {работа: {names}} few {работа: {names}} many {работа: {names}} other {работа: {names}}}{articles, plural, =0 {} one {{people, plural, =0 {} one {; } few {; } many {; } other {; }}# выбранная статья} few {{people, plural, =0 {} one {; } few {; } many {; } other {; }}# выбранные статьи} many {{people, plural, =0 {} one {; } few {; } many {; } other {; }}# выбранных статей} other {{people, plural, =0 {} one {; } few {; } many {; } other {; }}# выбранной статьи}}',
  'cli.export.annotator':
    'только работа этого человека (имя, идентификатор или «me» — вы сами); можно указать несколько раз',
  'cli.export.article': 'только эта статья (идентификатор, его начало или название); можно указать несколько раз',
  'cli.assign.summary': 'назначить статьи людям',
  'cli.assign.description':
    'Назначить статьи людям: окно показывает каждому, что за ним. Кого в проекте ещё нет, тот добавляется. Назначение отменяется одним шагом.',
  'cli.assign.to': 'кому (имя, идентификатор или «me» — вам самим); можно указать несколько раз',
  'cli.assign.article':
    'эта статья (идентификатор, его начало или название); можно указать несколько раз; по умолчанию все',
  'cli.assign.takeBack': 'снять назначение там, где человек ещё не начал',
  'cli.assign.done':
    '{names}: {count, plural, one {назначена # статья} few {назначены # статьи} many {назначено # статей} other {назначено # статьи}}.',
  'cli.assign.takenBack':
    '{names}: назначение снято ({count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}), кроме начатых.',
}
