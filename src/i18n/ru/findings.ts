import type { findings as en } from '../en/findings.ts'

export const findings: Record<keyof typeof en, string> = {
  'finding.not-json': 'Это не JSON: файл обрывается или теряет смысл в строке {line}, позиция {column}.',
  'finding.too-large':
    'В файле {size, plural, one {# байт} few {# байта} many {# байт} other {# байта}}, а читаются файлы не больше {limit, number} байт.',
  'finding.too-deep':
    'Объекты и списки вложены друг в друга более чем на {limit, plural, one {# уровень} few {# уровня} many {# уровней} other {# уровня}} (строка {line}, позиция {column}).',
  'finding.duplicate-key': 'Поле «{name}» стоит здесь дважды, и непонятно, какое из двух верно.',
  'finding.forbidden-key': 'Поле не может называться «__proto__».',
  'finding.ill-formed-text': 'Этот текст — не Юникод: в нём половина символа или байты не в UTF-8.',
  'finding.unsupported-version':
    'Версия формата у файла — {found}, а эта программа читает {known} и то, что добавят следующие версии 1.x. Возможно, файл прочтёт другая версия Actant.',
  'finding.unknown-type': 'Типа аннотации {value} нет; есть «actor», «position» и «claim».',
  'finding.duplicate-id': 'Идентификатор {id} в этом файле уже занят другой записью.',
  'finding.negative-offset': 'Смещение отсчитывается от нуля и не может быть равно {value}.',
  'finding.fractional-offset': 'Смещение считает целые символы и не может быть равно {value}.',
  'finding.start-after-end': 'Отрезок кончается в {end}, то есть не после своего начала в {start}.',
  'finding.fragment-order': 'Этот фрагмент начинается раньше, чем кончился предыдущий.',
  'finding.wrong-article-id': 'Идентификатор не совпадает с контрольной суммой текста статьи: одно из двух изменено.',
  'finding.schema':
    '{rule, select, missing {Здесь не хватает поля «{member}».} unknown {Поля «{member}» здесь в формате нет.} number {Число {value} не сохранить так, как оно записано.} repeated {{value} стоит в этом списке второй раз.} empty {Здесь ничего нет, а что-то должно быть.} other {Значение {value} здесь невозможно.}}',
  'finding.end-past-text': 'Фрагмент кончается за концом текста.',
  'finding.inside-character': 'Фрагмент начинается или кончается внутри символа.',
  'finding.quote-mismatch': 'В тексте на этом месте стоит не то, что в цитате.',
  'finding.dangling-reference':
    '{kind, select, annotator {Разметчика} code {Кода} attribute {Атрибута} linkType {Вида связи} actor {Актора} issue {Вопроса} article {Статьи} annotation {Аннотации} other {Записи}} «{id}» здесь нет, а ссылка указывает туда. Ссылка сохранена.',
  'finding.layout-past-text':
    'Этот элемент оформления кончается в {end, number}, за концом текста ({length, number}). Он пропущен.',
  'finding.digest-mismatch':
    'Контрольная сумма не соответствует содержимому: файл изменили после записи или записали неправильно.',
  'finding.not-canonical':
    '{rule, select, order {Список {list} стоит не в каноническом порядке.} other {Файл записан не в канонической форме (пробелы, порядок полей или способ записи).}} Это не мешает, но два файла с одним содержимым тогда различаются.',
  'finding.sqlite-damaged': 'SQLite считает файл проекта повреждённым: {reason}',
  'finding.text-damaged': 'Текст статьи — не тот, что был сохранён.',
  'finding.record-damaged':
    '{reason, select, checksum {Запись — не та, что была сохранена.} schema {В записи чего-то не хватает или есть то, чего быть не должно.} place {Запись лежит не на своём месте.} twice {Запись есть дважды.} counts {Число аннотаций, указанное у статьи, неверно.} other {Запись повреждена ({reason}).}}',
  'finding.history-damaged': 'Шаг истории — не тот, что был сохранён; отменить или повторить его нельзя.',
  'finding.concurrent':
    '{kind, select, annotator {Этого разметчика} code {Этот код} attribute {Этот атрибут} linkType {Этот вид связи} actor {Этого актора} issue {Этот вопрос} article {Эту статью} annotation {Эту аннотацию} link {Эту связь} adjudication {Это решение} progress {Это состояние работы} other {Эту запись}} изменили здесь и там независимо и по-разному. Обе версии сохранены; какая останется, решаете вы.',
}
