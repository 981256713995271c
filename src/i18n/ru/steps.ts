import type { steps as en } from '../en/steps.ts'

export const steps: Record<keyof typeof en, string> = {
  'step.annotation.move':
    'изменение границ {type, select, actor {актора} position {позиции} other {утверждения}}{named, select, yes { «{name}»} other {}}',
  'step.annotation.duplicate':
    'копирование {type, select, actor {актора} position {позиции} other {утверждения}}{named, select, yes { «{name}»} other {}}',
  'step.annotation.split':
    'разделение {type, select, actor {актора} position {позиции} other {утверждения}}{named, select, yes { «{name}»} other {}}',
  'step.annotation.place':
    'новое место {type, select, actor {актора} position {позиции} other {утверждения}}{named, select, yes { «{name}»} other {}}',
  'step.article.correct': 'правка текста{named, select, yes { статьи «{name}»} other {}}',
  'step.mention.link':
    '{count, plural, =1 {привязка упоминания к актору{named, select, yes { «{name}»} other {}}} one {привязка # упоминания к актору{named, select, yes { «{name}»} other {}}} few {привязка # упоминаний к актору{named, select, yes { «{name}»} other {}}} many {привязка # упоминаний к актору{named, select, yes { «{name}»} other {}}} other {привязка # упоминания к актору{named, select, yes { «{name}»} other {}}}}',
  'step.mention.linkNew': 'добавление актора{named, select, yes { «{name}»} other {}} и привязка к нему',
  'step.mention.tag':
    'разметка {count, plural, one {# упоминания} few {# упоминаний} many {# упоминаний} other {# упоминания}} актора{named, select, yes { «{name}»} other {}}',
  'step.mention.unlink':
    '{count, plural, =1 {отвязка упоминания{named, select, yes { «{name}»} other {}}} one {отвязка # упоминания} few {отвязка # упоминаний} many {отвязка # упоминаний} other {отвязка # упоминания}}',
  'step.actor.add': 'добавление актора{named, select, yes { «{name}»} other {}}',
  'step.actor.update': 'изменение актора{named, select, yes { «{name}»} other {}}',
  'step.actor.remove':
    '{count, plural, =1 {удаление актора{named, select, yes { «{name}»} other {}}} one {удаление # актора} few {удаление # акторов} many {удаление # акторов} other {удаление # актора}}',
  'step.actor.merge': 'объединение с актором{named, select, yes { «{name}»} other {}}',
  'step.actor.unmerge': 'отмена объединения актора{named, select, yes { «{name}»} other {}}',
  'step.issue.add': 'добавление вопроса{named, select, yes { «{name}»} other {}}',
  'step.issue.update': 'изменение вопроса{named, select, yes { «{name}»} other {}}',
  'step.issue.remove':
    '{count, plural, =1 {удаление вопроса{named, select, yes { «{name}»} other {}}} one {удаление # вопроса} few {удаление # вопросов} many {удаление # вопросов} other {удаление # вопроса}}',
  'step.issue.move': 'перемещение вопроса{named, select, yes { «{name}»} other {}}',
  'step.issue.merge': 'объединение с вопросом{named, select, yes { «{name}»} other {}}',
  'step.issue.unmerge': 'отмена объединения вопроса{named, select, yes { «{name}»} other {}}',
  'step.code.add': 'добавление кода{named, select, yes { «{name}»} other {}}',
  'step.code.update': 'изменение кода{named, select, yes { «{name}»} other {}}',
  'step.code.remove':
    '{count, plural, =1 {удаление кода{named, select, yes { «{name}»} other {}}} one {удаление # кода} few {удаление # кодов} many {удаление # кодов} other {удаление # кода}}',
  'step.code.move': 'перемещение кода{named, select, yes { «{name}»} other {}}',
  'step.code.merge': 'объединение с кодом{named, select, yes { «{name}»} other {}}',
  'step.code.unmerge': 'отмена объединения кода{named, select, yes { «{name}»} other {}}',
  'step.attribute.add': 'добавление атрибута{named, select, yes { «{name}»} other {}}',
  'step.attribute.update': 'изменение атрибута{named, select, yes { «{name}»} other {}}',
  'step.attribute.remove':
    '{count, plural, =1 {удаление атрибута{named, select, yes { «{name}»} other {}}} one {удаление # атрибута} few {удаление # атрибутов} many {удаление # атрибутов} other {удаление # атрибута}}',
  'step.linkType.add': 'добавление вида связи{named, select, yes { «{name}»} other {}}',
  'step.linkType.update': 'изменение вида связи{named, select, yes { «{name}»} other {}}',
  'step.linkType.remove':
    '{count, plural, =1 {удаление вида связи{named, select, yes { «{name}»} other {}}} one {удаление # вида связи} few {удаление # видов связи} many {удаление # видов связи} other {удаление # вида связи}}',
  'step.link.add': 'добавление связи{named, select, yes { «{name}»} other {}}',
  'step.link.update': 'изменение связи{named, select, yes { «{name}»} other {}}',
  'step.link.remove':
    '{count, plural, =1 {удаление связи{named, select, yes { «{name}»} other {}}} one {удаление # связи} few {удаление # связей} many {удаление # связей} other {удаление # связи}}',
  'step.progress.set': 'отметка о ходе работы{named, select, yes { над статьёй «{name}»} other {}}',
  'step.conflict.decide': 'решение спора версий{named, select, yes { о «{name}»} other {}}',
  'step.codebook.import': 'загрузка кодовой книги{named, select, yes { «{name}»} other {}}',
}
