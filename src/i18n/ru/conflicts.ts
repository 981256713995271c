import type { conflicts as en } from '../en/conflicts.ts'

export const conflicts: Record<keyof typeof en, string> = {
  'cli.merge.dryRun': 'только сказать, что изменится; ничего не записывать',
  'cli.merge.would': '{file}: можно влить (ничего не записано)',
  'cli.merge.texts':
    '{count, plural, one {у # статьи} few {у # статей} many {у # статей} other {у # статьи}} здесь другой текст',
  'cli.merge.dangling': 'есть ссылки на то, чего нет ни здесь, ни в выгрузке: {counts}',
  'cli.conflicts.summary': 'перечислить изменённое в двух местах',
  'cli.conflicts.description':
    'Перечислить записи, которые изменили в двух местах и о которых ещё не решили: сначала показываемая версия, потом остальные. В окне решают о каждой отдельно, --take решает обо всех сразу.',
  'cli.conflicts.take': 'решить обо всех: оставить показываемую версию (first) или следующую за ней (second)',
  'cli.conflicts.total':
    '{file}: {count, plural, =0 {решать нечего} one {надо решить о # записи} few {надо решить о # записях} many {надо решить о # записях} other {надо решить о # записи}}',
  'cli.conflicts.differing': 'различие в {members}',
  'cli.conflicts.deletedOrChanged': 'в одном месте удалено, в другом оставлено',
  'cli.conflicts.version':
    '{n, number}. {what, select, deleted {удаление} other {версия}}: {who}, {at, date, medium}, {at, time, short}',
}
