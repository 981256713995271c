import type { adjudication as en } from '../en/adjudication.ts'

export const adjudication: Record<keyof typeof en, string> = {
  'cli.adjudicate.summary': 'свести разметку по правилу',
  'cli.adjudicate.description':
    'Взять в эталонный слой то, в чём разметчики согласны. Правило exact-match берёт то, что каждый из них выделил ровно один раз в одном и том же месте и описал одинаково; остальное решают в окне, а решённое раньше не меняется.',
  'cli.adjudicate.rule': 'по какому правилу решать: exact-match',
  'cli.adjudicate.annotator': 'сравнивать только этого разметчика (идентификатор или имя); можно указать несколько раз',
  'cli.adjudicate.dryRun': 'только сказать, что будет решено; ничего не записывать',
  'cli.adjudicate.name.rule': 'правило',
  'cli.adjudicate.noRule': 'укажите правило: --rule exact-match.',
  'cli.adjudicate.nobody':
    'Нет статьи, которую разметили бы двое. Пусть статью разметит второй человек, или влейте его выгрузку: actant merge ПРОЕКТ ВЫГРУЗКА.',
  'cli.adjudicate.done':
    '{file}: в эталон {accepted, plural, one {взято # согласованное место} few {взято # согласованных места} many {взято # согласованных мест} other {взято # согласованного места}}; {open, plural, one {осталось # расхождение} few {осталось # расхождения} many {осталось # расхождений} other {осталось # расхождения}}, решено раньше: {decided, number}.',
  'cli.adjudicate.would':
    '{file}: в эталон {accepted, plural, one {вошло бы # согласованное место} few {вошли бы # согласованных места} many {вошло бы # согласованных мест} other {вошло бы # согласованного места}} (ничего не записано); {open, plural, one {осталось # расхождение} few {осталось # расхождения} many {осталось # расхождений} other {осталось # расхождения}}, решено раньше: {decided, number}.',
  'cli.adjudicate.left': 'О расхождениях решают в окне.',
  'cli.adjudicate.article': 'Статья',
  'cli.adjudicate.accepted': 'Согласны',
  'cli.adjudicate.open': 'Открыто',
  'cli.adjudicate.decided': 'Решено раньше',

  'step.adjudication.decide':
    '{count, plural, =1 {решение между разметчиками{named, select, yes { о «{name}»} other {}}} one {решение о # месте между разметчиками} few {решение о # местах между разметчиками} many {решение о # местах между разметчиками} other {решение о # места между разметчиками}}',
  'step.adjudication.rule':
    'приём согласованного: {count, plural, one {# место} few {# места} many {# мест} other {# места}}{named, select, yes { («{name}»)} other {}}',

  'article.adjudicate.more': 'Свести разметку…',
  'menu.adjudication': 'Сведение разметки',
  'adjudicate.agreed': 'Принять всё согласованное',
  'adjudicate.take': 'Взять эту версию',
  'adjudicate.take.of': 'Взять версию {place, number}',
  'adjudicate.both': 'Оставить все версии',
  'adjudicate.neither': 'Не оставлять ни одной',
  'adjudicate.own': 'Решить иначе, на основе копии…',
  'adjudicate.next': 'Следующее место',
  'adjudicate.previous': 'Предыдущее место',
  'adjudicate.leave': 'Закончить сведение',
  'adjudication.title': 'Сведение',
  'adjudication.onlyOne': 'Сводить нечего: видна разметка этой статьи меньше чем двух человек.',
  'adjudication.twoAtLeast': 'Сравнивать можно не меньше двух разметчиков.',
  'adjudication.notDecided': 'Решение не записано',
  'adjudication.accepted':
    '{count, plural, =0 {Ничего не принято.} one {Принято # согласованное место.} few {Принято # согласованных места.} many {Принято # согласованных мест.} other {Принято # согласованного места.}}',
  'adjudication.decided':
    '{count, plural, =0 {Решено: ничего не оставлено.} =1 {Решено.} one {Решено: оставлено #.} few {Решено: оставлено #.} many {Решено: оставлено #.} other {Решено: оставлено #.}}',
  'adjudication.progress': 'решено {decided, number} из {total, number}',
  'adjudication.leave': 'Закончить сведение',
  'adjudication.compared': 'Чья разметка сравнивается',
  'adjudication.show': 'Что просматривается',
  'adjudication.show.open': 'Расхождения',
  'adjudication.show.agreed': 'Согласны',
  'adjudication.show.decided': 'Решено',
  'adjudication.accept':
    'Принять {count, plural, one {# согласованное место} few {# согласованных места} many {# согласованных мест} other {# согласованного места}}',
  'adjudication.unit': 'Место, о котором надо решить',
  'adjudication.at': '{at, number} из {total, number}',
  'adjudication.none.open':
    '{agreed, plural, =0 {Обо всём решено.} one {Расхождений не осталось; примите согласованное.} few {Расхождений не осталось; примите согласованное.} many {Расхождений не осталось; примите согласованное.} other {Расхождений не осталось; примите согласованное.}}',
  'adjudication.none.agreed': 'Согласованного, которое ещё не принято, нет.',
  'adjudication.none.decided': 'Пока ничего не решено.',
  'adjudication.missing': 'Без разметки в этом месте: {names}.',
  'adjudication.stacked': 'У кого-то здесь несколько аннотаций; что чему соответствует, правило не решает.',
  'adjudication.was':
    'Решение ({name}): {rule, select, exact_match {все согласны} chosen {взята одна версия} several {оставлено несколько версий} none {ничего не оставлено} own {решено иначе} other {{rule}}}.',
  'adjudication.again':
    'Здесь уже решили ({name}), но с тех пор что-то изменилось или добавилось. Прежнее решение в силе, пока вы не решите заново.',
  'adjudication.take': 'Взять',
  'adjudication.takeOf': 'Взять {key}, версия: {name}',
  'adjudication.ownOf': 'Решить иначе, на основе копии; версия: {name}',
  'adjudication.both': '{count, plural, =2 {Обе} one {Все #} few {Все #} many {Все #} other {Все #}}',
  'adjudication.neither':
    '{count, plural, =1 {Не оставлять} one {Ни одной} few {Ни одной} many {Ни одной} other {Ни одной}}',
  'adjudication.own': 'Иначе…',
  'adjudication.ownHow': 'То, что вы здесь сохраните, войдёт в эталон вместо версий. Esc возвращает к ним.',
  'adjudication.kept': 'оставлена',
  'adjudication.differs': 'различается',
  'adjudication.nothingSaid': 'не указано',
}
