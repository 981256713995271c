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
}
