/** Таблицы, в которых каждая строка — статья. */
import type { tables as en } from '../en/tables.ts'

export const tables: Record<keyof typeof en, string> = {
  'cli.name.columns': 'столбцы',
  'cli.add.columns':
    'для таблицы (CSV, TSV, JSON Lines, JSON): какой столбец что содержит, например text=body,title=headline. Можно указать: {roles}. По умолчанию — как выбрано для такой таблицы раньше, иначе по названиям и содержимому',
  'cli.add.columns.wrong':
    '--columns {given}: укажите, какой столбец что содержит, например text=body,title=headline; text обязателен, каждое — один раз. Можно указать: {roles}.',
  'cli.add.columns.none':
    'Ни один столбец файла {file} не похож на текст статей. Назовите его: --columns text=… (столбцы: {columns}).',
  'cli.add.columns.taken': '{file}: взято как {columns}. Выбрать иначе: --columns.',
  'cli.add.table':
    'таблица     {file}: {added, plural, one {добавлена # статья} few {добавлено # статьи} many {добавлено # статей} other {добавлено # статьи}}, уже есть: {existing, number}, отвергнуто: {refused, number}.',
  'table.title': 'Статьи из таблицы',
  'table.of': '{file} ({at, number} из {count, number})',
  'table.what': 'Каждая строка станет статьёй. Укажите, в каком столбце что; обязателен только текст.',
  'table.remembered': 'Как выбрано для такой таблицы раньше.',
  'table.none': 'Нет столбца',
  'table.role.text': 'Текст',
  'table.role.title': 'Заголовок',
  'table.role.date': 'Дата',
  'table.role.outlet': 'Издание',
  'table.role.author': 'Автор',
  'table.role.url': 'Адрес',
  'table.role.language': 'Язык',
  'table.role.id': 'Свой номер',
  'table.encoding': 'Кодировка',
  'table.preview': 'Первые строки',
  'table.row': 'Строка',
  'table.damaged':
    'Из первых {looked, number} строк {damaged, plural, one {повреждена #} few {повреждены #} many {повреждено #} other {повреждено #}}: такие строки пропускаются и перечисляются, остальные добавляются.',
  'table.noText': 'Выберите столбец с текстом.',
  'table.add': 'Добавить статьи',
  'table.skip': 'Пропустить эту таблицу',
  'table.looking': 'Чтение таблицы',
  'table.notRead': 'Не удалось прочитать таблицу',
  'added.filter': 'Показать',
  'added.filter.all': 'Все ({count, number})',
  'added.filter.refused': 'Отвергнутые ({count, number})',
  'added.filter.existing': 'Уже были ({count, number})',
  'added.filter.added': 'Добавленные ({count, number})',
  'added.none': 'Таких файлов и строк нет.',
  'added.copyList': 'Скопировать список',
  'added.copied': 'Скопировано.',
  'added.stopped': 'Остановлено до конца. Добавленное до этого осталось, одна отмена его уберёт.',
  'added.rows':
    '{added, plural, one {добавлена # статья} few {добавлено # статьи} many {добавлено # статей} other {добавлено # статьи}}, уже есть: {existing, number}, отвергнуто: {refused, number}',
  'added.rowName': '{file}, строка {row, number}',
}
