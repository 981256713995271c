import type { main as en } from '../en/main.ts'

export const main: Record<keyof typeof en, string> = {
  'main.file': 'Файл',
  'main.quit': 'Завершить Actant',
  'main.about': 'Об Actant',
  'main.services': 'Службы',
  'main.hide': 'Скрыть Actant',
  'main.hide-others': 'Скрыть остальные',
  'main.show-all': 'Показать все',
  'main.page-broken': 'Окно снова и снова перестаёт работать.',
  'main.page-broken.detail':
    'Всё, что было показано как сохранённое, есть в файле проекта. Можно загрузить окно ещё раз или закрыть Actant.',
  'main.page-broken.again': 'Загрузить ещё раз',
  'main.page-broken.close': 'Закрыть',
}
