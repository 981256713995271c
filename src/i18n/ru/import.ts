import type { importing as en } from '../en/import.ts'

export const importing: Record<keyof typeof en, string> = {
  'cli.import.summary': 'перенять разметку из других программ',
  'cli.import.description':
    'Перенять статьи и разметку из файлов другой программы; папки просматриваются. Как считаны смещения, выясняется по цитатам; файл, смещения которого доказать нельзя, отклоняется. Что чем становится, говорит таблица соответствий, а без неё — то, что печатает --propose. Всё вместе — один шаг отмены; повторный перенос ничего не меняет.',
  'cli.import.files': 'файлы или папки',
  'cli.import.from': 'формат файлов: {formats}',
  'cli.import.mapping':
    'чем становятся слои и метки: имя таблицы, сохранённой в проекте, или файл (JSON, как его печатает --propose)',
  'cli.import.propose': 'только напечатать таблицу соответствий для начала; ничего не записывать',
  'cli.import.annotator': 'на чьё имя записать разметку (по умолчанию — кого называет файл, иначе имя формата)',
  'cli.import.dryRun': 'только сказать, что будет перенято; ничего не записывать',
  'cli.import.name.format': 'формат',
  'cli.import.name.mapping': 'имя или файл',
  'cli.import.noFormat': 'укажите формат файлов: --from {formats}.',
  'cli.import.badMapping': '{file} — не таблица соответствий ({where}). Таблица для начала: actant import … --propose',
  'cli.import.imported': '{file}: перенято',
  'cli.import.would': '{file}: было бы перенято',
  'cli.import.refused': '{file}: отклонено, ничего не перенято',
  'cli.import.noFiles': 'Нет ни одного файла этого формата.',
  'cli.import.new': 'новое: {counts}',
  'cli.import.existing': 'уже здесь: {counts}',
  'cli.import.total': 'Нового в проекте: {counts}.',
  'cli.import.wouldTotal': 'Нового в проекте было бы: {counts}. Ничего не записано.',
  'cli.import.nothing': 'Ничего нового.',
  'cli.import.offsets':
    'смещения: {reading}; {proof, select, quotes {доказано цитатами (на месте {fits, number} из {quotes, number})} declared {так определяет формат} same {все способы счёта ведут в одни и те же места} other {единственный способ, который не режет слов}}',
  'cli.import.words': '(начинаются и кончаются целыми словами: {words, number} из {spans, number})',
  'cli.import.noReading':
    'ни один способ счёта не подходит всем смещениям ({spans, plural, one {# отрывок} few {# отрывка} many {# отрывков} other {# отрывка}}): {tried}',
  'cli.import.byQuotes':
    'по цитате и словам рядом с ней {count, plural, one {найдена # аннотация} few {найдены # аннотации} many {найдено # аннотаций} other {найдено # аннотации}}: смещения туда не ведут',
  'cli.import.tried': '{reading}: {fits, number}',
  'cli.import.reading':
    '{unit, select, codePoint {кодовые точки} utf16 {единицы UTF-16} utf8 {байты UTF-8} other {графемы}}{cr, select, yes {, CR считается} no {, CR не считается} other {}}{bom, select, yes {, метка порядка байтов считается} no {, метка порядка байтов не считается} other {}}{last, select, yes {, конец — последний символ} no {, конец не входит} other {}}',
  'cli.import.leftOut':
    'не взято: {count, number} × {what} ({reason, select, ignored {так велит таблица} unmapped {в таблице нет такого правила} no_words {место без слов} feature {по таблице из этого свойства ничего не делается} value {в таблице этому значению не дано смысла} attribute {кодовая книга не допускает такого значения} unread {не читается} end {один из концов не взят} self {связь с самим собой} other {вид связи не соединяет эти типы}})',
  'cli.import.reanchored':
    '{count, plural, one {# аннотация найдена} few {# аннотации найдены} many {# аннотаций найдено} other {# аннотации найдено}} в другом месте: текст здесь исправляли',
  'cli.import.orphans':
    '{count, plural, one {# аннотация не нашла} few {# аннотации не нашли} many {# аннотаций не нашли} other {# аннотации не нашли}} места в исправленном здесь тексте',
  'cli.import.line': 'строка {at, number}: {problem}',
  'cli.import.entry': 'запись {at, number}: {problem}',
  'cli.import.detailed': '{sentence}: {detail}',
  'import.reason.format': 'это не тот формат',
  'import.reason.columns': 'неверное число столбцов',
  'import.reason.offsets': 'смещения лежат вне текста или не по порядку',
  'import.reason.quote': 'там стоят другие слова',
  'import.reason.ambiguous': 'цитата встречается в нескольких местах',
  'import.reason.reference': 'того, на что это ссылается, нет',
  'import.reason.value': 'прочитать это нельзя',
  'import.reason.twice': 'идентификатор встречается дважды',
  'import.reason.several-values': 'там уже есть другое значение',
  'import.reason.no-text': 'текста к этому нет',
  'import.reason.no-article':
    'текста нет ни рядом с файлом, ни среди статей проекта: добавьте статью или положите текст рядом',
  'import.reason.spaces':
    'слова не складываются в предложение, которое над ними записано: пробелы между ними расставлены программой, как и в других таких предложениях',
  'import.reason.several-articles': 'эти слова есть в нескольких статьях проекта',
  'cli.import.more': '… и ещё {count, number}; все — с --json',

  'cli.mappings.summary': 'показать, напечатать, сохранить или удалить таблицы соответствий',
  'cli.mappings.description':
    'Показать таблицы соответствий, сохранённые в проекте, напечатать одну из них как JSON, сохранить таблицу из файла или удалить. Сохраняет их и окно; actant import берёт их по имени.',
  'cli.mappings.name': 'о какой таблице речь',
  'cli.mappings.save': 'сохранить под этим именем то, что лежит в файле; прежняя таблица с тем же именем заменяется',
  'cli.mappings.remove': 'удалить её из проекта',
  'cli.mappings.either': '--save и --remove исключают друг друга.',
  'cli.mappings.none': 'в этом проекте нет таблицы «{name}».',
  'cli.mappings.empty': 'В этом проекте не сохранено ни одной таблицы соответствий.',
  'cli.mappings.heading': 'Таблица',
  'cli.mappings.format': 'Формат',
  'cli.mappings.rules': 'Правил',
  'cli.mappings.saved': 'Сохранено: «{name}».',
  'cli.mappings.gone': 'Удалено: «{name}».',

  'step.import.add':
    'перенос разметки {count, plural, =1 {{named, select, yes {из «{name}»} other {из файла}}} one {из # файла} few {из # файлов} many {из # файлов} other {из # файла}}',
}
