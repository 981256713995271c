import { describe, expect, it } from 'vitest'
import type { ArticleMetadata } from '../../src/core/article.ts'
import { readPlainText } from '../../src/readers/index.ts'

const body =
  'Переговоры о водах Сельмы прерваны: делегация Таврении покинула зал, сообщает агентство «Дельта» со ссылкой на источник.'
const english = 'The talks on the waters of the Selma were broken off on Monday, an official who was in the room said.'

/** Metadata of a text, but for the language, which nearly all of these show. */
const stated = (text: string, fileName = 'a.txt'): ArticleMetadata => {
  const { language: _, ...metadata } = readPlainText(text, fileName).metadata
  return metadata
}

describe('the date of publication', () => {
  it.each([
    [` date 2031-04-07 ${body}`],
    [`07.04.2031 12:30 ${body}`],
    [`7 апреля 2031 ${body}`],
    [`7 апреля 2031\n\n${body}`],
    [`Понедельник, 7 апреля 2031 года, 12:40\n\n${body}`],
    [`07.04.2031 12:30\n\n${body}`],
    [`07.04.2031 | Политика\n\n${body}`],
    [`Устье, 7 апреля 2031\n\n${body}`],
    [`${body}\n\nОпубликовано: 07.04.2031`],
    [`${body}\n\nДата: 2031-04-07`],
    [`April 7, 2031\n\n${english}`],
    [`Published Apr. 7, 2031 at 4:05 p.m.\n\n${english}`],
    [`${english}\n\nThe Delta Courier, 7 April 2031`],
    [`4/17/2031\n\n${english}`, '2031-04-17'],
  ])('is stated in %j', (text, date = '2031-04-07') => {
    expect(stated(text).publishedAt).toBe(date)
  })

  it.each([
    [`${body} Встреча намечена на 9 апреля 2031 года.`],
    [`7 апреля 2031 года делегация Таврении покинула зал переговоров в Устье, и с тех пор их не видели.`],
    [`07.04.2031 состоялась встреча министров, которой в Устье ждали с зимы и которая ничего не решила.`],
    [`Соглашение от 7 апреля 2031 года\n\n${body}`],
    [`7 апреля\n\n${body}`],
    [`04/07/2031\n\n${english}`],
    [`31.02.2031\n\n${body}`],
    [`7 апреля 2031\n\n${body}\n\n8 апреля 2031`],
  ])('is not claimed for %j', (text) => {
    expect(stated(text).publishedAt).toBeUndefined()
  })

  it('that is labelled counts more than one that stands alone', () => {
    expect(stated(`8 апреля 2031\n\n${body}\n\nДата публикации: 7 апреля 2031`).publishedAt).toBe('2031-04-07')
  })

  it('comes from the file name only if nothing else states it', () => {
    expect(stated(body, 'vestnik-2031-04-07.txt').publishedAt).toBe('2031-04-07')
    expect(stated(body, 'vestnik_20310407.txt').publishedAt).toBe('2031-04-07')
    expect(stated(body, '07.04.2031.txt').publishedAt).toBe('2031-04-07')
    expect(stated(body, '2031-04-07 to 2031-04-09.txt').publishedAt).toBeUndefined()
    expect(stated(`8 апреля 2031\n\n${body}`, 'vestnik-2031-04-07.txt').publishedAt).toBe('2031-04-08')
  })
})

describe('the outlet', () => {
  it.each([
    [`${body} (vestnik.example.ru)`, 'vestnik.example.ru'],
    [`${body}\n\nИсточник: «Речной вестник»`, 'Речной вестник'],
    [`${body}\n\nИсточник: https://www.vestnik.example/1`, 'vestnik.example'],
    [`${english} — Reuters`, 'Reuters'],
    [`${english}\n\nSource: The Delta Courier`, 'The Delta Courier'],
    [`${english} (The Delta Courier)`, 'The Delta Courier'],
    [`${body} («Речной вестник»)`, 'Речной вестник'],
    [`vestnik.example\n\n${body}`, 'vestnik.example'],
    [`${body}\nurl: https://vestnik.example/1`, 'vestnik.example'],
  ])('is stated in %j', (text, name) => {
    expect(stated(text).outlet).toEqual({ name })
  })

  it.each([
    [`${body} (фото автора)`],
    [`${body}\n\nФото: Reuters`],
    [`${body}\n\nИсточник: сообщил, что встреча не состоится. Подробностей он не привёл.`],
    [`${english} (Photo Reuters)`],
    [`Как сообщает Bloomberg, ${body}`],
    [`Плотина стоит двести крон (в переводе на талеры — сорок). ${body}`],
    [`${english} (translated by John Smith)`],
  ])('is not claimed for %j', (text) => {
    expect(stated(text).outlet).toBeUndefined()
    expect(stated(text).relays).toBeUndefined()
  })

  it('keeps the address where it is one', () => {
    expect(stated(`${body}\n\nСсылка: https://vestnik.example/1`)).toEqual({
      url: 'https://vestnik.example/1',
      outlet: { name: 'vestnik.example' },
    })
  })
})

describe('an article that retells another', () => {
  it.each([
    ['Как пишет портал Hebao (перевод представлен Ustie.online), встреча кончилась ничем.', 'Hebao', 'Ustie.online'],
    ['По данным издания «Дельта сегодня» (перевод ИноСМИ), встреча кончилась ничем.', 'Дельта сегодня', 'ИноСМИ'],
    [
      'The paper Le Fleuve (translation by selma-press.org) says that the talks are over.',
      'Le Fleuve',
      'selma-press.org',
    ],
  ])('says so in %j', (text, writer, outlet) => {
    expect(stated(`${text}\n\n${body}`)).toMatchObject({
      outlet: { name: outlet },
      relays: { outlet: { name: writer } },
    })
  })
  it('names its original in lines of their own', () => {
    expect(stated(`Перевод с английского\n\n${body}\n\nОригинал: https://courier.example/1`).relays).toEqual({
      outlet: { name: 'courier.example' },
      url: 'https://courier.example/1',
      language: 'en',
    })
  })
})

describe('the title', () => {
  it('is a short first line above a longer one', () => {
    expect(stated(`Переговоры о Сельме прерваны\n\n${body}`).title).toBe('Переговоры о Сельме прерваны')
    expect(stated(`7 апреля 2031\n\nЧего хочет Таврения?\n\n${body}`).title).toBe('Чего хочет Таврения?')
    expect(stated(`Title: Talks stall\n\n${english}`).title).toBe('Talks stall')
  })
  it.each([
    [`${body}\n\n${body}`],
    [`Изображение взято из открытых источников.\n\n${body}`],
    [`Срочно\n\n${body}`],
    ['Одна строка без точки'],
    ['Первая строка списка\n\nВторая строка'],
  ])('is not claimed for %j', (text) => {
    expect(stated(text).title).toBeUndefined()
  })
})

it('the author stands in a byline', () => {
  expect(stated(`${body}\n\nАвтор: Ирина Ланская`).author).toBe('Ирина Ланская')
  expect(stated(`Talks stall\n\nBy Jane Roe and John Doe\n\n${english}`)).toEqual({
    title: 'Talks stall',
    author: 'Jane Roe and John Doe',
  })
  expect(stated(`By Monday the talks were over.\n\n${english}`).author).toBeUndefined()
})

describe('the language', () => {
  it.each([
    [body, 'ru'],
    [english, 'en'],
    ['Переговори про річку завершились без угоди, повідомив міністр закордонних справ у вівторок.', 'uk'],
    ['Перамовы аб рацэ скончыліся без пагаднення, паведаміў міністр у аўторак увечары.', 'be'],
    ['Преговорите за реката приключиха без споразумение, съобщи министърът във вторник вечерта.', undefined],
    [
      'Die Verhandlungen über den Fluss sind am Dienstag ohne Einigung zu Ende gegangen, sagte der Minister.',
      undefined,
    ],
    ['12345 67890', undefined],
  ])('of %j', (text, language) => {
    expect(readPlainText(text).metadata.language).toBe(language)
  })
})
