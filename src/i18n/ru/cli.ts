import type { cli as en } from '../en/cli.ts'

export const cli: Record<keyof typeof en, string> = {
  'cli.help.usage': '[параметры] <команда>',
  'cli.help.anyOptions': '[параметры]',
  'cli.help.description':
    'Разметка: кто какую позицию занимает и кто что утверждает, с чьих слов. Работа с файлом проекта из командной строки.',
  'cli.help.usageHeading': 'Использование:',
  'cli.help.arguments': 'Аргументы:',
  'cli.help.options': 'Параметры:',
  'cli.help.globalOptions': 'Параметры всех команд:',
  'cli.help.commands': 'Команды:',
  'cli.help.examples': 'Примеры:',
  'cli.help.command': 'показать справку по команде',
  'cli.help.exitCodes':
    'Коды завершения: 0 — всё в порядке, 1 — есть замечания, 2 — неверный вызов,\n3 — данные отвергнуты, 4 — не удалось (проект занят, нет места, нет файла,\nсбой), 130 — прервано. Из нескольких выдаётся наибольший.',

  'cli.name.command': 'команда',
  'cli.name.project': 'проект',
  'cli.name.file': 'файл',
  'cli.name.files': 'файл',
  'cli.name.fileName': 'имя файла',
  'cli.name.bundles': 'выгрузка',
  'cli.name.title': 'название',
  'cli.name.encoding': 'кодировка',
  'cli.name.person': 'имя',

  'cli.option.version': 'показать версию',
  'cli.option.help': 'показать эту справку',
  'cli.option.json': 'выдать результат в JSON, для программ',
  'cli.option.lang': 'язык сообщений (по умолчанию — язык терминала)',
  'cli.option.verbose': 'подробнее об ошибках',
  'cli.option.as': 'кто это делает (по умолчанию — кто работает в окне, иначе имя пользователя)',
  'cli.argument.project': 'файл проекта (.actant)',
  'cli.argument.bundles': 'файлы выгрузок; - означает стандартный ввод',

  'cli.new.summary': 'создать пустой проект',
  'cli.new.description': 'Создать пустой файл проекта. Существующий файл никогда не заменяется.',
  'cli.new.project': 'какой файл создать, обычно ИМЯ.actant',
  'cli.new.title': 'название проекта (по умолчанию — имя файла)',
  'cli.new.done': 'Создан {file}: «{title}».',
  'cli.new.exists': '{file} уже существует; ничего не изменено.',
  'cli.new.otherExtension': 'окно программы ищет имена на .actant; {file} создан под указанным именем.',

  'cli.add.summary': 'добавить статьи из файлов и папок',
  'cli.add.description':
    'Добавить статьи: текст, Markdown, веб-страницы, письма, Word, OpenDocument, EPUB и PDF; папки просматриваются. То, что в проекте уже есть, второй раз не добавляется.',
  'cli.add.files': 'файлы и папки; - означает стандартный ввод',
  'cli.add.wholePage': 'читать веб-страницу целиком, вместе с меню, а не только найденную на ней статью',
  'cli.add.encoding': 'читать файлы в этой кодировке, не определяя её',
  'cli.add.name': 'как назвать стандартный ввод (по умолчанию stdin.txt); расширение говорит, как его читать',
  'cli.add.added': 'добавлена   {file}',
  'cli.add.existing': 'уже есть    {file}',
  'cli.add.refused': 'отвергнута  {file}: {reason}',
  'cli.add.total':
    '{added, plural, one {Добавлена # статья} few {Добавлены # статьи} many {Добавлено # статей} other {Добавлено # статьи}}, уже было: {existing, number}, отвергнуто: {refused, number}.',

  'cli.list.summary': 'перечислить статьи и что в них размечено',
  'cli.list.description': 'Перечислить статьи с длиной (в символах Юникода) и тем, что в них размечено.',
  'cli.list.title': 'Название',
  'cli.list.date': 'Дата',
  'cli.list.length': 'Длина',
  'cli.list.actors': 'Акторы',
  'cli.list.positions': 'Позиции',
  'cli.list.claims': 'Утверждения',
  'cli.list.id': 'Идентификатор',
  'cli.list.count': '{count, number}',
  'cli.list.total':
    '{articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, {annotations, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}.',
  'cli.list.empty': 'Статей пока нет. Добавить: actant add ПРОЕКТ ФАЙЛ…',

  'cli.export.summary': 'выгрузить проект',
  'cli.export.description':
    'Выгрузить весь проект (JSON); пока ничего не изменилось, байты всегда те же. Файл заменяется целиком или не заменяется вовсе.',
  'cli.export.output': 'записать в этот файл (по умолчанию — в стандартный вывод)',
  'cli.export.done':
    'Записан {file}: {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, {annotations, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}, {bytes, plural, one {# байт} few {# байта} many {# байт} other {# байта}}.',
  'cli.export.wouldReplaceProject': '{file} — проект или другая база данных; выгрузка не будет записана поверх.',

  'cli.merge.summary': 'влить выгрузки в проект',
  'cli.merge.description': 'Влить выгрузки в проект: каждую целиком или никак; каждая — один шаг отмены.',
  'cli.merge.merged': '{file}: влита',
  'cli.merge.refused': '{file}: отвергнута, из неё ничего не взято',
  'cli.merge.new': 'новое: {counts}',
  'cli.merge.newer': 'новее, чем здесь: {counts}',
  'cli.merge.older': 'старее, чем здесь: {counts}',
  'cli.merge.equal': 'то же самое: {counts}',
  'cli.merge.conflicts': 'изменено с обеих сторон: {counts}',
  'cli.merge.reanchored':
    '{count, plural, one {# аннотация привязана} few {# аннотации привязаны} many {# аннотаций привязано} other {# аннотации привязаны}} заново',
  'cli.merge.orphans':
    '{count, plural, one {# аннотация потеряла} few {# аннотации потеряли} many {# аннотаций потеряли} other {# аннотации потеряли}} место в тексте',

  'cli.validate.summary': 'проверить, можно ли доверять выгрузкам',
  'cli.validate.description':
    'Сверить выгрузки с форматом, каждую позицию с её цитатой, все ссылки и контрольную сумму. Проект не нужен.',
  'cli.validate.accept': '{file}: в порядке',
  'cli.validate.report':
    '{file}: можно влить; {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',
  'cli.validate.refuse':
    '{file}: отвергнута; {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',

  'cli.check.summary': 'проверить, цел ли файл проекта',
  'cli.check.description': 'Проверить файл проекта: SQLite, контрольные суммы текстов, цитаты, ссылки, историю.',
  'cli.check.sound': '{file}: в порядке',
  'cli.check.damaged':
    '{file}: {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',

  'cli.count.annotator':
    '{count, plural, one {# разметчик} few {# разметчика} many {# разметчиков} other {# разметчика}}',
  'cli.count.code': '{count, plural, one {# код} few {# кода} many {# кодов} other {# кода}}',
  'cli.count.attribute': '{count, plural, one {# признак} few {# признака} many {# признаков} other {# признака}}',
  'cli.count.linkType':
    '{count, plural, one {# вид связи} few {# вида связей} many {# видов связей} other {# вида связей}}',
  'cli.count.actor': '{count, plural, one {# актор} few {# актора} many {# акторов} other {# актора}}',
  'cli.count.issue': '{count, plural, one {# вопрос} few {# вопроса} many {# вопросов} other {# вопроса}}',
  'cli.count.article': '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}',
  'cli.count.annotation': '{count, plural, one {# аннотация} few {# аннотации} many {# аннотаций} other {# аннотации}}',
  'cli.count.link': '{count, plural, one {# связь} few {# связи} many {# связей} other {# связи}}',
  'cli.count.adjudication': '{count, plural, one {# решение} few {# решения} many {# решений} other {# решения}}',
  'cli.count.progress':
    '{count, plural, one {# отметка о ходе работы} few {# отметки о ходе работы} many {# отметок о ходе работы} other {# отметки о ходе работы}}',
  'cli.count.tombstone': '{count, plural, one {# удаление} few {# удаления} many {# удалений} other {# удаления}}',

  'cli.progress.share': '{share, number, percent}',
  'cli.progress.count': '{done, number}',
  'cli.stdin.waiting': 'чтение с терминала; закончить — Ctrl+D.',
  'cli.interrupted': 'остановлено; ничего не осталось сделанным наполовину.',
  'cli.identity.notKept':
    'не удалось запомнить на этом компьютере, кто вы: в следующий раз вы будете считаться другим человеком.',
  'cli.moreFindings':
    '(И ещё {more, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}.)',
  'cli.noProject': 'Файла {file} нет. Создать проект: actant new {file}',
  'cli.heldSince': 'Открыт там {since, date, medium} в {since, time, short}.',

  'cli.usage.missingArgument': 'не указано: {name}.',
  'cli.usage.missingValue': 'для {name} нужно значение.',
  'cli.usage.unknownOption': 'нет такого параметра: {name}.',
  'cli.usage.unknownCommand': 'нет такой команды: {name}.',
  'cli.usage.excessArguments': 'слишком много аргументов.',
  'cli.usage.invalidValue': 'для {name} не подходит {value}. Возможно: {choices}.',
  'cli.usage.similar': 'Может быть, {similar}?',
  'cli.usage.stdinTwice': '- (стандартный ввод) можно указать только один раз.',
  'cli.usage.emptyName': 'имя не может быть пустым.',
  'cli.usage.tryHelp': 'Справка: {command}',
  'cli.bug': 'этого не должно было случиться: {error}. Проект остался как был. Подробнее — с --verbose.',
}
