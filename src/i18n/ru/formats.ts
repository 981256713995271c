import type { formats as en } from '../en/formats.ts'

export const formats: Record<keyof typeof en, string> = {
  'formats.name.choice': 'выбор',
  'formats.name.types': 'типы',
  'formats.name.shares': 'доли',
  'formats.option.format': 'записать в формате другой программы, с отчётом о том, что в него не вошло; нужен -o',
  'formats.option.layer':
    'чья разметка: разметчик (идентификатор или имя), «gold» — сведённый эталон, «all» — всех вместе',
  'formats.option.types': 'только эти типы, через запятую: actor,position,claim',
  'formats.option.chains': 'цепочки источников: связями между отрезками, словами или никак',
  'formats.option.labels': 'называть отрезки только по типу или по типу и кодам',
  'formats.option.mapping':
    'называть отрезки и связи так, как они назывались там, откуда их взял импорт по этому сопоставлению (имя или файл)',
  'formats.option.nesting':
    'IOB2: из вложенных отрезков оставить внешние или внутренние, либо записать по файлу на код',
  'formats.option.network':
    'сети: из узлов и вопросов, из узлов, которые высказываются об одних и тех же вопросах, или из вопросов',
  'formats.option.node':
    'сети: кто становится узлом — носитель позиции, тот, кто сказал первым, или передавшее издание',
  'formats.option.measure':
    'сети: что такое вес ребра; congruence и conflict — для сетей из одинаковых узлов, stance (среднее) — для сетей из узлов и вопросов',
  'formats.option.repeats': 'сети: считать одинаковые высказывания все, по одному на статью или по одному на проект',
  'formats.option.bom': 'CSV: начать с метки порядка байтов, для табличных программ',
  'formats.option.split': 'разделить по статьям на train и test (80/20) или на train, validation и test (80/10/10)',
  'formats.option.seed': 'начальное число деления (по умолчанию 1)',
  'formats.option.stratify': 'соблюдать доли и внутри каждого издания или месяца',
  'formats.needsOutput': 'с --format укажите, куда писать: -o ФАЙЛ или -o ПАПКА.',
  'formats.needsFormat': 'эти параметры относятся к формату: назовите его через --format.',
  'formats.needsSplit': '--seed и --stratify относятся к --split.',
  'formats.layerInstead': 'с --format чья разметка нужна, говорит --layer.',
  'formats.noGold': 'эталонного слоя нет: в этом проекте разметку ещё не сводили.',
  'formats.done':
    'Записано: {file} ({format}). {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, {annotations, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}.',
  'formats.state': 'Состояние проекта: {state}',
  'formats.report.kind': 'Вид',
  'formats.report.all': 'В проекте',
  'formats.report.carried': 'Вошло',
  'formats.report.lost': 'Не вошло и почему',
  'formats.report.without': 'Чему из вошедших записей в этом формате нет места и в скольких записях:',
  'formats.lost':
    '{reason, select, no_place {нет места в формате} not_chosen {не выбрано} not_annotated {никто не работал} type {другой тип} orphan {нет места в тексте} unreferenced {ничто из вошедшего не ссылается} merged {объединено с другим} end_not_exported {один из концов не вошёл} actor_end {ведёт к актору} token_border {не по границам слов} nested {вложено в другое или пересекает его} no_article {статьи здесь нет} no_actor {этого не говорит никто из реестра} no_issue {не относится ни к какому вопросу} no_stance {отношение не указано или неоднозначно} repeated {уже было сказано} other {{reason}}}',
  'formats.changed':
    '{change, select, discontinuous {один отрезок из нескольких} token_border {расширено до границ слов} line_break {разделено по строкам} source_not_span {источник или носитель, которого здесь нет среди отрезков} white_space {отрезаны пробелы по краям} stamp {кто и когда записал} source_left_out {один из нескольких говорящих не в реестре} illegal_character {символы, которых не бывает в XML} one_language {название на двух языках записано на одном} other {{name}}}',
  'formats.kind.annotator': 'разметчики',
  'formats.kind.code': 'коды',
  'formats.kind.attribute': 'признаки',
  'formats.kind.linkType': 'виды связей',
  'formats.kind.actor': 'акторы',
  'formats.kind.issue': 'вопросы',
  'formats.kind.article': 'статьи',
  'formats.kind.annotation': 'аннотации',
  'formats.kind.link': 'связи',
  'formats.kind.adjudication': 'решения при сведении',
  'formats.kind.progress': 'ход работы',
  'formats.kind.tombstone': 'удаления',
  'formats.kind.conflict': 'конфликты',

  'cli.stats.summary': 'посчитать, что есть в проекте',
  'cli.stats.description':
    'Посчитать, из чего состоит корпус: аннотации по типам, кодам и разметчикам, статьи по изданиям и по времени, отношение к вопросам, длину; и сказать, чего в нём мало.',
  'formats.stats.unknown': '(не указано)',
}
