import type { corpus as en } from '../en/corpus.ts'

export const corpus: Record<keyof typeof en, string> = {
  'menu.corpus': 'Корпус',
  'corpus.title': 'Корпус',
  'corpus.open': 'Из чего состоит корпус…',
  'corpus.close': 'К тексту',
  'corpus.computing': 'Подсчёт корпуса',
  'corpus.again': 'Посчитать заново',
  'corpus.stopped': 'Подсчёт остановлен. В проекте ничего не изменилось.',
  'corpus.copy': 'Копировать таблицы корпуса',
  'corpus.copy.one': 'Копировать таблицу «{name}»',
  'corpus.copied': 'Таблица в буфере обмена.',
  'corpus.copied.all': 'Таблицы в буфере обмена.',
  'corpus.save': 'Сохранить таблицы корпуса…',
  'corpus.save.button': 'Сохранить',
  'corpus.saved': 'Сохранено в {file}',
  'corpus.notSaved': 'Таблицы не сохранены.',
  'corpus.empty': 'Считать пока нечего',
  'corpus.empty.body': 'Добавьте статьи — здесь будет видно, откуда они, что в них размечено и чего пока слишком мало.',
  'corpus.none': 'Ни одна статья не подходит',
  'corpus.none.body': 'Ни одна статья ещё не закончена, или отбор в списке слева не оставил ни одной.',
  'corpus.all': 'Считать все статьи',
  'corpus.total':
    '{articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, из них закончено {done, number}; {annotations, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}.',
  'corpus.unseen':
    'В {count, plural, one {# статье} few {# статьях} many {# статьях} other {# статьи}} чужая разметка скрыта, пока вы с ними не закончили, и не посчитана.',
  'corpus.view': 'Показать как',
  'corpus.view.charts': 'Диаграммы',
  'corpus.view.tables': 'Таблицы',
  'corpus.layer': 'Чья разметка',
  'corpus.layer.all': 'всех',
  'corpus.articles': 'Какие статьи',
  'corpus.articles.all': 'все',
  'corpus.articles.done': 'законченные',
  'corpus.articles.listed': 'из списка слева',
  'corpus.few': 'Мало — меньше',
  'corpus.more': 'Показать все: {count, number}',
  'corpus.fewer': 'Показать меньше',
  'corpus.nothing': 'Пока показать нечего.',
  'corpus.spread':
    'наименьшее {least, number}, медиана {median, number}, наибольшее {most, number}; всего {count, number}',
  'corpus.spread.label': '{name}: {spread}',
  'corpus.actors.more':
    'Всего {count, plural, one {назван # актор} few {названы # актора} many {названо # акторов} other {названо # актора}}.',
  'corpus.bin': '{from, number}–{to, number}',
  'corpus.bin.one': '{from, number}',
  'corpus.bin.open': '{from, number} и больше',
  'corpus.noIssue': '(позиции без вопроса)',
  'corpus.neverUsed': 'ни разу',
  'corpus.places.none': 'Этого больше нет.',
  'corpus.places.failed': 'Показать не удалось.',
  'corpus.places.looking': 'Поиск мест',
  'corpus.places':
    'Слева {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}; назад к корпусу — {back}.',
  'corpus.set': 'Только: {name}',
  'corpus.set.clear': 'Снова показать все статьи',

  'corpus.table.types': 'Аннотации по типам',
  'corpus.table.codes': 'Коды',
  'corpus.table.annotators': 'Разметчики',
  'corpus.table.outlets': 'Издания',
  'corpus.table.periods': 'Статьи по времени',
  'corpus.table.issues': 'Отношение к вопросам',
  'corpus.table.actors': 'Самые упоминаемые акторы',
  'corpus.table.lengths': 'Длина',
  'corpus.table.characters': 'Статьи, символов',
  'corpus.table.words': 'Статьи, слов',
  'corpus.table.spans_actor': 'Упоминания, символов',
  'corpus.table.spans_position': 'Позиции, символов',
  'corpus.table.spans_claim': 'Утверждения, символов',
  'corpus.table.chains_position': 'Позиции, звеньев атрибуции',
  'corpus.table.chains_claim': 'Утверждения, звеньев атрибуции',
  'corpus.lengths.note':
    'Символы — кодовые позиции Юникода; части одной аннотации считаются вместе. Слова — цепочки букв и цифр.',
  'corpus.codes.note': 'Статьи и люди посчитаны вместе с подчинёнными кодами.',

  'corpus.column.name': 'название',
  'corpus.column.count': 'число',
  'corpus.column.within': 'с подчинёнными',
  'corpus.column.articles': 'статей',
  'corpus.column.annotations': 'аннотаций',
  'corpus.column.annotators': 'человек',
  'corpus.column.withoutCode': 'без кода',
  'corpus.column.done': 'закончено',
  'corpus.column.support': 'за',
  'corpus.column.oppose': 'против',
  'corpus.column.neutral': 'нейтрально',
  'corpus.column.ambiguous': 'неоднозначно',
  'corpus.column.undecided': 'не указано',
  'corpus.column.claims': 'утверждений',
  'corpus.column.mentions': 'упоминаний',
  'corpus.column.speaking': 'высказываний',
  'corpus.column.total': 'вместе',
  'corpus.column.least': 'наименьшее',
  'corpus.column.median': 'медиана',
  'corpus.column.most': 'наибольшее',

  'corpus.thin': 'Чего мало',
  'corpus.thin.none': 'Всего, что здесь считается, хватает.',
  'corpus.thin.codeFew':
    '{type, select, actor {Упоминания} position {Позиции} other {Утверждения}}: код «{name}» применён {count, plural, one {# раз} few {# раза} many {# раз} other {# раза}}',
  'corpus.thin.codeUnused':
    '{type, select, actor {Упоминания} position {Позиции} other {Утверждения}}: код «{name}» ни разу не применён',
  'corpus.thin.issueFew':
    'По вопросу «{name}» {count, plural, one {# позиция или утверждение} few {# позиции и утверждения} many {# позиций и утверждений} other {# позиции и утверждения}}',
  'corpus.thin.issueUnused': 'По вопросу «{name}» нет ни позиций, ни утверждений',
  'corpus.thin.outletFew':
    'У издания «{name}» {count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}',
  'corpus.thin.gap': 'Ни одной статьи: {from} — {to}',
  'corpus.thin.bare':
    '{count, plural, one {# статья закончена} few {# статьи закончены} many {# статей закончено} other {# статьи закончено}}, а аннотаций меньше {few, number}',
  'corpus.thin.untouched':
    '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}} без аннотаций и не {count, plural, one {закончена} few {закончены} many {закончено} other {закончено}}',
  'corpus.thin.withoutCode':
    '{type, select, actor {{count, plural, one {# упоминание} few {# упоминания} many {# упоминаний} other {# упоминания}}} position {{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}}} other {{count, plural, one {# утверждение} few {# утверждения} many {# утверждений} other {# утверждения}}}} без кода',
  'corpus.thin.unsourced':
    '{count, plural, one {# позиция или утверждение} few {# позиции и утверждения} many {# позиций и утверждений} other {# позиции и утверждения}} без говорящего',
  'corpus.thin.withoutIssue':
    '{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}} без вопроса',
  'corpus.thin.withoutStance':
    '{count, plural, one {# позиция} few {# позиции} many {# позиций} other {# позиции}} без отношения «за» или «против»',
  'corpus.thin.unlinked':
    '{count, plural, one {# упоминание} few {# упоминания} many {# упоминаний} other {# упоминания}} без актора из реестра',
  'corpus.thin.unsure':
    '{count, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}} под сомнением',
  'corpus.thin.orphan':
    '{count, plural, one {# аннотация потеряла своё место} few {# аннотации потеряли своё место} many {# аннотаций потеряли своё место} other {# аннотации потеряли своё место}}',
  'corpus.thin.noOutlet': '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}} без издания',
  'corpus.thin.undated': '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}} без даты',

  'lack.code': 'Без кода',
  'lack.issue': 'Без вопроса',
  'lack.stance': 'Без отношения',
  'hint.go': 'к этому месту',
  'filter.type.actor': 'упоминания',
  'filter.type.position': 'позиции',
  'filter.type.claim': 'утверждения',

  'cli.stats.name.few': 'число',
  'cli.stats.layer': 'чья разметка: разметчик (id или имя), «gold» или «all»',
  'cli.stats.done': 'только законченные статьи',
  'cli.stats.few': 'меньше скольких — мало ({few, number}, если не сказано)',
}
