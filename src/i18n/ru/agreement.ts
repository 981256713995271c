import type { agreement as en } from '../en/agreement.ts'

export const agreement: Record<keyof typeof en, string> = {
  'agreement.metric.spanF1Exact': 'F1 фрагментов, точно',
  'agreement.metric.spanF1Overlap': 'F1 фрагментов, с пересечением',
  'agreement.metric.cohenKappa': 'κ Коэна',
  'agreement.metric.scottPi': 'π Скотта',
  'agreement.metric.fleissKappa': 'κ Флейса',
  'agreement.metric.krippendorffAlpha': 'α Криппендорфа',
  'agreement.metric.alphaU': 'αU Криппендорфа',
  'agreement.metric.gamma': 'γ',
  'agreement.metric.chainGiven': 'Цепочка указана, F1',
  'agreement.metric.chainExact': 'Цепочка совпала',
  'agreement.metric.chainSimilarity': 'Сходство цепочек',
  'agreement.metric.chainAlpha': 'α цепочек',

  'agreement.meaning.spanF1Exact':
    'Доля фрагментов, которые выделили оба разметчика: с тем же типом и ровно теми же словами; 1 — все. Случайность не вычитается.',
  'agreement.meaning.spanF1Overlap':
    'Доля фрагментов, которые выделили оба разметчика с тем же типом; достаточно, чтобы они пересекались, и каждому засчитывается не больше одного. Случайность не вычитается.',
  'agreement.meaning.cohenKappa':
    'Как часто двое решили одинаково о пересекающихся фрагментах, за вычетом того, что дали бы случайно привычки каждого: 1 — всегда, 0 — не лучше случайного.',
  'agreement.meaning.scottPi':
    'Как κ Коэна, но случайность берётся из общих привычек обоих: разные привычки считаются несогласием.',
  'agreement.meaning.fleissKappa': 'Как π Скотта для любого числа разметчиков — по фрагментам, о которых решили все.',
  'agreement.meaning.krippendorffAlpha':
    'Насколько одинаково решили сколько угодно разметчиков о пересекающихся фрагментах, за вычетом случайности; решения могут отсутствовать. Для одного кода, вопроса или отношения: он против всех остальных.',
  'agreement.meaning.alphaU':
    'Насколько одинаковые отрезки текста выделены под один тип или код, за вычетом случайности; учитывается и то, где ничего не выделено.',
  'agreement.meaning.gamma':
    'Места и категории сразу: после наилучшего сопоставления всех разметчиков, в сравнении со случайными текстами, похожими на их разметку. Случайная часть определяется начальным числом.',
  'agreement.meaning.chainGiven':
    'Среди пересекающихся позиций и утверждений, для которых кто-то указал цепочку источников: насколько её указали все.',
  'agreement.meaning.chainExact':
    'Доля пересекающихся позиций и утверждений с одинаковой цепочкой источников, шаг за шагом.',
  'agreement.meaning.chainSimilarity':
    'Насколько цепочки источников похожи в среднем: 1 минус доля шагов более длинной цепочки, которые пришлось бы изменить.',
  'agreement.meaning.chainAlpha': 'Сходство цепочек за вычетом того, что дала бы случайность.',

  'agreement.attribute.code': 'коды',
  'agreement.attribute.issue': 'вопрос',
  'agreement.attribute.stance': 'отношение',
  'agreement.attribute.actor': 'упомянутый актор',
  'agreement.attribute.holder': 'чья позиция',
  'agreement.attribute.speaker': 'первый говорящий',

  'agreement.scope.all': 'всё',
  'agreement.scope.type': 'тип: {type, select, actor {акторы} position {позиции} claim {утверждения} other {{type}}}',
  'agreement.scope.code': 'код: {name}',
  'agreement.scope.issue': 'вопрос: {name}',
  'agreement.scope.stance':
    'отношение: {stance, select, support {за} oppose {против} neutral {нейтрально} ambiguous {двойственно} other {{stance}}}',
  'agreement.scope.article': 'статья: {name}',
  'agreement.scope.pair': '{first} и {second}',

  'agreement.undefined': 'не определено',
  'agreement.reason.no-items': 'нет ничего, о чём решили бы двое',
  'agreement.reason.one-category': 'всему дано одно значение: согласие объясняется случайностью',
  'agreement.reason.two-annotators': 'только для двух разметчиков',
  'agreement.reason.unequal-ratings': 'не обо всём решило одинаковое число разметчиков',
  'agreement.reason.no-units': 'ничего не размечено',
  'agreement.reason.overlapping-units': 'фрагменты одного разметчика пересекаются',
  'agreement.reason.misplaced-units': 'фрагменты пусты или выходят за пределы текста',
  'agreement.reason.different-lengths': 'стороны разной длины',
  'agreement.reason.too-large': 'слишком много пересекающихся фрагментов, чтобы их сопоставить',

  'cli.agree.summary': 'сказать, насколько разметчики согласны',
  'cli.agree.description':
    'Сказать, насколько разметчики согласны, по статьям, над которыми работали хотя бы двое: в том, что выделено, в кодах, вопросах, отношениях, чьих позициях, говорящих и цепочках источников. С --vectors проверяет собственную арифметику по таблице; проект не нужен.',
  'cli.agree.metric': 'только эта мера; можно указать несколько раз: {metrics}',
  'cli.agree.article': 'только эта статья (идентификатор, его начало или название); можно указать несколько раз',
  'cli.agree.annotator': 'только этот разметчик (идентификатор или имя); можно указать несколько раз',
  'cli.agree.type': 'только этот тип (actor, position, claim); можно указать несколько раз',
  'cli.agree.seed': 'начальное число для случайной части (по умолчанию 1)',
  'cli.agree.csv': 'выдать значения в CSV',
  'cli.agree.vectors': 'вместо проекта проверить таблицу из этого файла',
  'cli.agree.data': 'папка с файлами, на которые ссылается таблица; можно указать несколько раз',
  'cli.agree.name.metric': 'мера',
  'cli.agree.name.article': 'статья',
  'cli.agree.name.type': 'тип',
  'cli.agree.name.seed': 'число',
  'cli.agree.name.folder': 'папка',
  'cli.agree.compared':
    'Сравнение: {annotators}; {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, {annotations, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}. Начальное число {seed}.',
  'cli.agree.nobody':
    'Нет статьи, над которой работали бы двое. Пусть статью разметит второй человек, или влейте его выгрузку: actant merge ПРОЕКТ ВЫГРУЗКА.',
  'cli.agree.measure': 'Мера',
  'cli.agree.about': 'О чём',
  'cli.agree.scope': 'Где',
  'cli.agree.value': 'Значение',
  'cli.agree.items': 'Основано на',
  'cli.agree.differ': 'Расхождений',
  'cli.agree.number': '{value, number, ::.000}',
  'cli.agree.count': '{count, number}',
  'cli.agree.meanings': 'Что значат меры:',
  'cli.agree.noArticle': 'нет статьи {name}.',
  'cli.agree.noAnnotator': 'нет разметчика {name}.',
  'cli.agree.twoAnnotators': 'назовите хотя бы двух разметчиков.',
  'cli.agree.ambiguous': '{name} подходит к нескольким; укажите идентификатор.',
  'cli.agree.formats': '--json и --csv исключают друг друга.',
  'cli.agree.either': 'укажите проект или --vectors ФАЙЛ, что-то одно.',
  'cli.agree.notVectors': '{file} — не таблица для проверки: {detail}',
  'cli.agree.vector.pass': 'верно',
  'cli.agree.vector.fail': 'НЕТ',
  'cli.agree.vector.total':
    'Верно: {passed, number} из {total, plural, one {# проверки} few {# проверок} many {# проверок} other {# проверки}}.',
  'cli.agree.vector.differs': 'получено {got}, ожидалось {expected}',
  'cli.agree.vector.unknown-metric': 'нет такой меры: {detail}',
  'cli.agree.vector.bad-input': 'такие данные эта мера не принимает: {detail}',
  'cli.agree.vector.missing-data': 'нет файла {detail}; укажите его папку через --data',
}
