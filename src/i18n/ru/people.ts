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
  'blind.toggle': 'Вслепую: скрывать чужую работу, пока я не закончу',
  'blind.on': 'Чужая работа над статьёй скрыта, пока вы её не закончите',
  'blind.off': 'Чужая работа больше не скрыта',
  'blind.notSet': 'Настройка не изменена',
  'blind.hidden':
    '{count, plural, one {Работа ещё # человека скрыта} few {Работа ещё # человек скрыта} many {Работа ещё # человек скрыта} other {Работа ещё # человека скрыта}}, пока вы не закончите эту статью.',
  'blind.done': 'Готово, показать',
  'assign.more': 'Назначить статьи…',
  'assign.title': 'Назначить статьи',
  'assign.to': 'Кому',
  'assign.somebody': 'Кто-то ещё: имя',
  'assign.add': 'Добавить',
  'assign.button': 'Назначить',
  'assign.takeBack': 'Снять',
  'assign.note':
    'Кому назначена статья, тот найдёт её в списке под «только мои». Снятие не трогает того, что уже начато. Всё это передаётся в пакетах и отменяется.',
  'assign.done':
    '{count, plural, one {Назначена # статья} few {Назначены # статьи} many {Назначено # статей} other {Назначено # статьи}}',
  'assign.takenBack':
    'Назначение снято: {count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, кроме начатых',
  'assign.notDone': 'Назначение не изменено',
  'assign.notAdded': 'Человек не добавлен',
  'assign.state': '{name}: {state}',
  'assign.onlyMine': 'Показывать только назначенные мне статьи',
  'choice.articles':
    '{count, plural, =0 {Статьи не выбраны} one {Выбрана # статья} few {Выбраны # статьи} many {Выбрано # статей} other {Выбрано # статьи}}',
  'choice.list': 'Статьи на выбор',
  'choice.all': 'Все в списке',
  'choice.none': 'Ни одной',
  'choice.chosen': 'Выбрано:',
  'choice.notChosen': 'Не выбрано:',
  'share.layer.more': 'Экспорт моей работы…',
  'share.articles.more': 'Экспорт выбранных статей…',
  'share.title': 'Поделиться пакетом',
  'share.button': 'Экспорт…',
  'share.which': 'Какие статьи',
  'share.allArticles': 'Все статьи',
  'share.someArticles': 'Выбранные статьи',
  'share.onlyMine': 'Только моя работа',
  'share.nothing': 'Выберите статью.',
  'share.counting': 'Подсчёт…',
  'share.goes': 'Войдёт в пакет',
  'share.stays': 'Останется здесь',
  'share.articles': '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}',
  'share.by': '{name}: {count, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}',
  'share.entries':
    '{actors, plural, one {# актор} few {# актора} many {# акторов} other {# актора}}, {issues, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}}, {codes, plural, one {# код} few {# кода} many {# кодов} other {# кода}}, {links, plural, one {# связь} few {# связи} many {# связей} other {# связи}}',
  'share.dangling':
    '{count, plural, one {# ссылка ведёт} few {# ссылки ведут} many {# ссылок ведут} other {# ссылки ведут}} к тому, что остаётся здесь; найдётся там, где оно есть',
  'share.deletions': 'Удаления: при вливании части ничего не исчезает',
  'identity.invited':
    '{count, plural, one {В проект добавили человека, чтобы дать ему работу. Это вы?} few {В проект добавили людей, чтобы дать им работу. Вы — один из них?} many {В проект добавили людей, чтобы дать им работу. Вы — один из них?} other {В проект добавили людей, чтобы дать им работу. Вы — один из них?}}',
  'identity.iAm': 'Я — {name}',
}
