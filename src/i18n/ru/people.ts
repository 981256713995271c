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
  'menu.layers': 'Чья работа видна',
  'layer.bar': 'Чья работа видна',
  'layer.menu': 'Ещё о том, чья работа видна',
  'layer.toggle': 'Показать или скрыть чью-то работу',
  'layer.toggle.of': 'Работа: {name}',
  'layer.toggle.named':
    '{mine, select, yes {{name} (это вы)} other {{name}}}: {count, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}',
  'layer.me': '{name} (это вы)',
  'layer.by': 'Автор: {name}.',
  'layer.onlyMine': 'Только моя работа',
  'layer.everybody': 'Работа всех',
  'layer.onlyMine.said': 'Видна только ваша работа',
  'layer.everybody.said': 'Видна работа всех',
  'layer.shown': 'Показано: {name}',
  'layer.hidden': 'Скрыто: {name}',
  'layer.mineAgain': 'Ваша работа снова видна: вы в неё что-то добавили',
  'layer.colours': 'Люди и их цвета',
  'layer.colours.more': 'Люди и их цвета…',
  'layer.colourOf': 'Цвет и линия: {name}',
  'layer.colour':
    '{style, select, s0 {фиолетовый, сплошная} s1 {розовый, штриховая} s2 {оливковый, точечная} s3 {бирюзовый, двойная} s4 {коричневый, сплошная} other {серый, штриховая}}',
  'layer.colours.note':
    'У чужих аннотаций линия этого цвета проходит над словами и стоит на карточках. У ваших её нет.',
  'annotation.othersForm':
    'Автор — {name}. Если вы здесь что-то измените, появится ваша собственная копия, а чужая аннотация останется как есть.',
}
