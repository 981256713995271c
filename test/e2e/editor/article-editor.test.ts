import { expect, type Page } from '@playwright/test'
import {
  calls,
  clickOn,
  drag,
  notDouble,
  painted,
  paintedNames,
  placeOf,
  selectedText,
  show,
  shownText,
  update,
} from './driver.ts'
import { annotationOf, articleOf, test } from './open-page.ts'

const text = [
  'Переговоры о мире',
  'По словам европейских чиновников, министр Озеров отверг гарантии «Северного союза».',
  'Премьер-министр страны заявил,\nчто встреча\tвозможна — если будет перемирие.',
  'The envoy said: “We don’t agree”.',
].join('\n\n')

const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const article = articleOf(
  text,
  [
    { type: 'heading', level: 2, ...at('Переговоры о мире') },
    { type: 'paragraph', ...at('По словам европейских чиновников, министр Озеров отверг гарантии «Северного союза».') },
  ],
  [
    { type: 'bold', ...at('министр Озеров') },
    { type: 'italic', ...at('Озеров отверг') },
    { type: 'link', ...at('гарантии'), href: 'https://example.org/a' },
  ],
)

const claim = annotationOf('claim', 'claim', text, 'министр Озеров отверг гарантии «Северного союза»')
const position = annotationOf('position', 'position', text, 'отверг гарантии «Северного союза»')
const actor = annotationOf('actor', 'actor', text, 'Северного союза')
const envoy = annotationOf('envoy', 'actor', text, 'envoy', { certainty: 'unsure' })
const nested = [claim, position, actor, envoy]

test.describe('the text', () => {
  test('is shown to the letter, with its headings, marks and line feeds', async ({ editor }) => {
    await show(editor, article)
    expect(await shownText(editor)).toBe(text.replaceAll('\n\n', ''))
    await expect(editor.locator('h2')).toHaveText('Переговоры о мире')
    await expect(editor.locator('.bold')).toHaveText(['министр ', 'Озеров'])
    await expect(editor.locator('.link')).toHaveAttribute('title', 'https://example.org/a')
    const lines = await editor.getByText('Премьер-министр страны').evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size
    })
    expect(lines).toBe(2)
  })

  test('lists have their numbers and bullets', async ({ editor }) => {
    const list = 'один\nдва\nвнутри\nтри\nпункт'
    const item = (quote: string, rest: object) => ({
      type: 'listItem' as const,
      start: list.indexOf(quote),
      end: list.indexOf(quote) + quote.length,
      ...rest,
    })
    await show(
      editor,
      articleOf(list, [
        item('один', { ordered: true }),
        item('два', { ordered: true }),
        item('внутри', { depth: 2 }),
        item('три', { ordered: true }),
        item('пункт', {}),
      ]),
    )
    const markers = await editor
      .locator('.item')
      .evaluateAll((items) => items.map((one) => (one as HTMLElement).dataset['marker']))
    expect(markers).toEqual(['1.', '2.', '•', '3.', '•'])
  })

  test('cannot be changed by typing, deleting, pasting, cutting, input methods, dropping or commands', async ({
    editor,
  }) => {
    await show(editor, article, nested)
    await clickOn(editor, 'страны')
    await editor.keyboard.type('abc ё 45')
    await editor.keyboard.press('Enter')
    await editor.keyboard.press('Shift+ArrowRight')
    await editor.keyboard.press('Backspace')
    await editor.keyboard.press('Delete')
    for (const shortcut of ['x', 'v', 'z', 'y', 'b', 'Shift+v', 'Backspace'])
      await editor.keyboard.press(`ControlOrMeta+${shortcut}`)
    const session = await editor.context().newCDPSession(editor)
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    await session.send('Input.insertText', { text: '日本' })
    await editor.evaluate(() => {
      const root = document.querySelector('.article-text') as HTMLElement
      const data = new DataTransfer()
      data.setData('text/plain', 'dropped')
      root.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      for (const command of ['insertText', 'delete', 'bold', 'insertHTML']) document.execCommand(command, false, 'x')
    })
    await drag(editor, await placeOf(editor, 'страны'), await placeOf(editor, 'возможна'))
    await drag(editor, await placeOf(editor, 'заявил'), await placeOf(editor, 'союза'))
    expect(await shownText(editor)).toBe(text.replaceAll('\n\n', ''))
    expect(await calls(editor, 'onRemove')).toEqual([])
  })

  test('is copied as it is in the article', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'страны')
    await editor.keyboard.press('ControlOrMeta+a')
    const copied = await editor.evaluate(() => {
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })
      document.querySelector('.article-text')?.dispatchEvent(event)
      return event.clipboardData?.getData('text/plain')
    })
    expect(copied).toBe(text)
  })
})

test.describe('tagging', () => {
  test('a selection with the mouse snaps to words and is tagged by a digit', async ({ editor }) => {
    await show(editor, article)
    await drag(editor, await placeOf(editor, 'европейских'), await placeOf(editor, 'чиновников'))
    expect(await selectedText(editor)).toBe('европейских чиновников')
    await editor.keyboard.press('Digit1')
    expect(await calls(editor, 'onTag')).toEqual([['actor', [at('европейских чиновников')]]])
    expect(await selectedText(editor)).toBe('')
  })

  test('without snapping a part of a word is tagged', async ({ editor }) => {
    await show(editor, article, [], { snap: false })
    await clickOn(editor, 'страны', 'start')
    for (let i = 0; i < 4; i += 1) await editor.keyboard.press('Shift+ArrowRight')
    await editor.keyboard.press('Digit3')
    expect(await calls(editor, 'onTag')).toEqual([['claim', [at('стра')]]])
  })

  test('a selection by keys is tagged with its whole words, and what will be tagged is shown', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'министр ', 'start')
    for (let i = 0; i < 10; i += 1) await editor.keyboard.press('Shift+ArrowRight')
    expect(await painted(editor, 'selection')).toEqual(['министр Озеров'])
    await editor.keyboard.press('Digit2')
    expect(await calls(editor, 'onTag')).toEqual([['position', [at('министр Озеров')]]])
    expect(await painted(editor, 'selection')).toEqual([])
  })

  test('a hyphen parts words: the word at the caret is tagged', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'Премьер')
    await editor.keyboard.press('Digit1')
    expect(await calls(editor, 'onTag')).toEqual([['actor', [at('Премьер')]]])
  })

  test('a double click takes the word, a triple click the paragraph without what lies between paragraphs', async ({
    editor,
  }) => {
    await show(editor, article)
    const { x, y } = await placeOf(editor, 'envoy')
    await editor.mouse.dblclick(x, y)
    await editor.keyboard.press('Digit1')
    await notDouble(editor)
    const second = await placeOf(editor, 'европейских')
    await editor.mouse.click(second.x, second.y, { clickCount: 3 })
    await editor.keyboard.press('Digit3')
    expect(await calls(editor, 'onTag')).toEqual([
      ['actor', [at('envoy')]],
      ['claim', [at('По словам европейских чиновников, министр Озеров отверг гарантии «Северного союза»')]],
    ])
  })

  test('one key grows the selection from word to sentence, paragraph and all, and back', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'страны')
    const grown: (string | undefined)[] = []
    for (const key of ['KeyE', 'KeyE', 'Shift+KeyE', 'Shift+KeyE']) {
      await editor.keyboard.press(key)
      grown.push(await selectedText(editor))
    }
    expect(grown[0]).toBe('страны')
    expect(grown[1]).toBe('Премьер-министр страны заявил,')
    expect(grown[2]).toBe('страны')
    expect(grown[3]).toBe('')
  })

  test('a selection across paragraphs is one span', async ({ editor }) => {
    await show(editor, article)
    await drag(editor, await placeOf(editor, 'Северного'), await placeOf(editor, 'страны'))
    await editor.keyboard.press('Digit3')
    expect(await calls(editor, 'onTag')).toEqual([['claim', [at('Северного союза».\n\nПремьер-министр страны')]]])
  })

  test('the toolbar comes beside the selection, tags by a click and leaves the keyboard in the text', async ({
    editor,
  }) => {
    await show(editor, article)
    await drag(editor, await placeOf(editor, 'страны'), await placeOf(editor, 'заявил'))
    const toolbar = editor.getByRole('toolbar', { name: 'Tag the selection' })
    const bar = await toolbar.boundingBox()
    const selection = await placeOf(editor, 'страны')
    expect(bar && (bar.y + bar.height < selection.y - 8 || bar.y > selection.y + 8)).toBe(true)
    expect(await editor.evaluate(() => document.activeElement?.className)).toBe('article-text')
    await toolbar.getByRole('button', { name: 'Position' }).click()
    expect(await calls(editor, 'onTag')).toEqual([['position', [at('страны заявил')]]])
    await expect(toolbar).toHaveCount(0)
    expect(await editor.evaluate(() => document.activeElement?.className)).toBe('article-text')
  })

  test('the toolbar is reached and left by keys', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'страны')
    await editor.keyboard.press('KeyE')
    await editor.keyboard.press('Alt+F10')
    await editor.keyboard.press('ArrowRight')
    await expect(editor.getByRole('button', { name: 'Position' })).toBeFocused()
    await editor.keyboard.press('Escape')
    expect(await editor.evaluate(() => document.activeElement?.className)).toBe('article-text')
    expect(await selectedText(editor)).toBe('страны')
    await editor.keyboard.press('Alt+F10')
    await editor.keyboard.press('Enter')
    expect(await calls(editor, 'onTag')).toEqual([['actor', [at('страны')]]])
  })

  test('nothing is tagged, removed or edited where the project is open for reading', async ({ editor }) => {
    await show(editor, article, nested, { readOnly: true, focusId: 'actor' })
    await clickOn(editor, 'страны')
    for (const key of ['KeyE', 'Digit1']) await editor.keyboard.press(key)
    await update(editor, { focusId: 'actor' })
    for (const key of ['Enter', 'Delete']) await editor.keyboard.press(key)
    for (const name of ['onTag', 'onRemove', 'onEdit']) expect(await calls(editor, name)).toEqual([])
    await expect(editor.getByRole('toolbar')).toHaveCount(0)
  })
})

test.describe('the caret', () => {
  const caretWord = (page: Page) =>
    page.evaluate(() => {
      const { focusNode, focusOffset = 0 } = getSelection() ?? {}
      return focusNode?.textContent?.slice(focusOffset).match(/^\S*/)?.[0]
    })

  test('goes by paragraphs and to the ends, and selects with Shift', async ({ editor }) => {
    await show(editor, article)
    await clickOn(editor, 'заявил', 'start')
    const words: (string | undefined)[] = []
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'Home', 'End']) {
      await editor.keyboard.press(`Control+${key}`)
      words.push(await caretWord(editor))
    }
    expect(words).toEqual(['Премьер-министр', 'По', 'Премьер-министр', 'The', 'Переговоры', ''])
    await editor.keyboard.press('Control+Shift+ArrowUp')
    expect(await selectedText(editor)).toBe('The envoy said: “We don’t agree”.')
  })

  test('stays in the window, page by page', async ({ editor }) => {
    const long = Array.from({ length: 200 }, (_, index) => `Абзац ${index}. ${'Переговоры идут. '.repeat(9)}`).join(
      '\n\n',
    )
    await show(editor, articleOf(long))
    await clickOn(editor, 'Абзац 1.')
    for (const key of ['PageDown', 'PageDown', 'Shift+PageDown', 'PageUp', 'Control+End', 'Control+Home']) {
      await editor.keyboard.press(key)
      const isSeen = () =>
        editor.evaluate(() => {
          const { focusNode, focusOffset = 0 } = getSelection() ?? {}
          const view = document.querySelector('.article-scroller')?.getBoundingClientRect()
          if (!focusNode || !view) return false
          const range = document.createRange()
          range.setStart(focusNode, Math.max(0, focusOffset - 1))
          range.setEnd(focusNode, focusOffset + (focusOffset === 0 ? 1 : 0))
          const line = range.getBoundingClientRect()
          return line.top >= view.top && line.bottom <= view.bottom
        })
      await expect.poll(isSeen, key).toBe(true)
    }
  })
})

test.describe('handles', () => {
  const handles = (page: Page) => page.locator('.boundary-handle')
  const far = annotationOf('split', 'claim', text, ['Переговоры о мире', 'встреча'])

  test('stand at the ends of what is in focus, and nowhere where nothing can be changed', async ({ editor }) => {
    await show(editor, article, [...nested, far])
    await expect(handles(editor)).toHaveCount(0)
    await update(editor, { focusId: 'envoy' })
    await expect(handles(editor)).toHaveCount(2)
    const end = await placeOf(editor, 'envoy', 'end')
    const box = await handles(editor).last().boundingBox()
    expect(Math.abs((box?.x ?? 0) - end.x)).toBeLessThan(3)
    expect(box?.y).toBeGreaterThan(end.y)
    await update(editor, { focusId: 'split' })
    await expect(handles(editor)).toHaveCount(4)
    await update(editor, { readOnly: true })
    await expect(handles(editor)).toHaveCount(0)
  })

  test('dragged, they say where the fragments are; without snapping letter by letter', async ({ editor }) => {
    await show(editor, article, nested, { snap: false, focusId: 'envoy' })
    const box = await handles(editor).last().boundingBox()
    const { x } = await placeOf(editor, 'envoy sa', 'end')
    if (!box) throw new Error('no handle')
    const from = { x: box.x + 4, y: box.y + 10 }
    await drag(editor, from, { x: from.x + (x - box.x), y: from.y })
    const { start } = at('envoy')
    const told = await calls(editor, 'onReshape')
    expect(told.at(-1)).toEqual(['envoy', [{ start, end: start + 'envoy sa'.length }], 'done'])
    expect(await calls(editor, 'onFocus')).toEqual([])
  })
})

test.describe('annotations', () => {
  test('are painted in lanes by type, the innermost tinted, unsure ones broken', async ({ editor }) => {
    await show(editor, article, nested)
    expect(await painted(editor, 'actor-0')).toEqual(expect.arrayContaining(['Северного союза', 'en', 'oy']))
    expect(await painted(editor, 'position-1')).toEqual(['отверг гарантии «Северного союза»'])
    expect(await painted(editor, 'claim-2')).toEqual(['министр Озеров отверг гарантии «Северного союза»'])
    expect(await painted(editor, 'tint-actor')).toEqual(['Северного союза'])
    expect(await painted(editor, 'tint-position')).toEqual(['отверг гарантии «', '»'])
    expect(await painted(editor, 'tint-claim')).toEqual(['министр Озеров '])
    expect(await painted(editor, 'tint-actor-unsure')).toEqual(['envoy'])
  })

  test('of hidden types and orphans are not painted', async ({ editor }) => {
    const orphan = annotationOf('orphan', 'actor', text, 'страны', { anchor: 'orphan' })
    await show(editor, article, [...nested, orphan], { hiddenTypes: ['position', 'claim'] })
    expect(await paintedNames(editor)).toEqual(['actor-0', 'tint-actor', 'tint-actor-unsure'])
    await update(editor, { hiddenTypes: [] })
    expect(await painted(editor, 'position-1')).toHaveLength(1)
    expect(await painted(editor, 'actor-0')).not.toContain('страны')
  })

  test('come and go without moving the others', async ({ editor }) => {
    await show(editor, article, [claim])
    await update(editor, { annotations: [claim, actor] })
    expect(await painted(editor, 'claim-0')).toHaveLength(1)
    expect(await painted(editor, 'actor-1')).toEqual(['Северного союза'])
    await update(editor, { annotations: [claim, { ...actor, certainty: 'unsure' }] })
    expect((await painted(editor, 'actor-1')).join('').length).toBeLessThan('Северного союза'.length)
    await update(editor, { annotations: [actor] })
    expect(await paintedNames(editor)).toEqual(['actor-1', 'tint-actor'])
  })

  test('a click takes the innermost, clicks on the same place go outwards and around; the caret stays', async ({
    editor,
  }) => {
    await show(editor, article, nested)
    for (let i = 0; i < 4; i += 1) {
      await clickOn(editor, 'союза')
      await notDouble(editor)
    }
    await clickOn(editor, 'европейских')
    expect(await calls(editor, 'onFocus')).toEqual([
      ['actor', 'click'],
      ['position', 'click'],
      ['claim', 'click'],
      ['actor', 'click'],
      [undefined, 'click'],
    ])
    await editor.keyboard.press('Digit1')
    expect(await calls(editor, 'onTag')).toEqual([['actor', [at('европейских')]]])
  })

  test('a click beside the lines takes none', async ({ editor }) => {
    await show(editor, article, [annotationOf('end', 'claim', text, '“We don’t agree”')])
    const { x, y } = await placeOf(editor, 'agree', 'end')
    await editor.mouse.click(x + 60, y)
    expect(await calls(editor, 'onFocus')).toEqual([])
  })

  test('Tab walks through them in reading order and leaves the text at the end', async ({ editor }) => {
    await show(editor, article, nested)
    await clickOn(editor, 'Переговоры')
    const walked: unknown[] = []
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab']) {
      await editor.keyboard.press(key)
      walked.push((await calls(editor, 'onFocus')).at(-1))
    }
    expect(walked).toEqual([
      ['claim', 'key'],
      ['position', 'key'],
      ['actor', 'key'],
      ['envoy', 'key'],
      ['actor', 'key'],
    ])
    await expect(editor.locator('.article-announcement')).toHaveText('actor: Северного союза')
    expect(await painted(editor, 'focus-actor')).toEqual(['Северного союза'])
    await editor.evaluate(() => document.body.append(document.createElement('button')))
    await editor.keyboard.press('Tab')
    await editor.keyboard.press('Tab')
    await expect(editor.locator('body > button')).toBeFocused()
  })

  test('Enter edits, Delete removes, Esc leaves the annotation and then the selection', async ({ editor }) => {
    await show(editor, article, nested)
    await clickOn(editor, 'envoy')
    await editor.keyboard.press('Digit2')
    await editor.keyboard.press('Enter')
    await editor.keyboard.press('Escape')
    await editor.keyboard.press('Delete')
    await clickOn(editor, 'союза')
    await editor.keyboard.press('Backspace')
    expect(await calls(editor, 'onEdit')).toEqual([['envoy']])
    expect(await calls(editor, 'onRemove')).toEqual([[['actor']]])
    expect(await calls(editor, 'onTag')).toEqual([])
    await editor.keyboard.press('KeyE')
    expect(await selectedText(editor)).not.toBe('')
    await editor.keyboard.press('Escape')
    expect(await selectedText(editor)).toBe('')
  })

  test('of several fragments are one: painted and focused together', async ({ editor }) => {
    const split = annotationOf('split', 'claim', text, ['Переговоры о мире', 'встреча'])
    await show(editor, article, [split])
    await clickOn(editor, 'встреча')
    expect(await painted(editor, 'focus-claim')).toEqual(['Переговоры о мире', 'встреча'])
  })
})

test.describe('find', () => {
  test('finds regardless of form, counts, walks around and leaves the hit selected', async ({ editor }) => {
    await show(editor, article)
    const find = (query: string) => editor.evaluate((wanted) => window.page.handle?.find(wanted), query)
    expect(await find('МИНИСТР')).toEqual({ total: 2, current: 1 })
    expect(await painted(editor, 'find')).toEqual(['министр', 'министр'])
    expect(await painted(editor, 'find-current')).toEqual(['министр'])
    expect(await editor.evaluate(() => window.page.handle?.findStep(1))).toEqual({ total: 2, current: 2 })
    expect(await editor.evaluate(() => window.page.handle?.findStep(1))).toEqual({ total: 2, current: 1 })
    expect(await find('"we don\'t')).toEqual({ total: 1, current: 1 })
    await editor.evaluate(() => window.page.handle?.endFind())
    expect(await selectedText(editor)).toBe('“We don’t')
    expect(await painted(editor, 'find')).toEqual([])
    expect(await find('')).toEqual({ total: 0, current: 0 })
  })
})

test.describe('a long article', () => {
  const long = Array.from({ length: 900 }, (_, index) =>
    `Абзац номер ${index}. ${'Стороны продолжили переговоры. '.repeat(8)}`.trim(),
  ).join('\n\n')
  const far = annotationOf('far', 'actor', long, 'номер 800')
  const near = annotationOf('near', 'actor', long, 'номер 3')

  test('only what is near the window is painted; an annotation far away is brought into it', async ({ editor }) => {
    await show(editor, articleOf(long), [near, far])
    expect(await painted(editor, 'actor-0')).toEqual(['номер 3'])
    await expect.poll(() => calls(editor, 'onVisible')).toEqual([['near', 'near']])
    await editor.evaluate(() => window.page.handle?.scrollToAnnotation('far'))
    await expect.poll(() => painted(editor, 'actor-0')).toEqual(['номер 800'])
    await expect.poll(async () => (await calls(editor, 'onVisible')).at(-1)).toEqual(['far', 'far'])
    const { y } = await placeOf(editor, 'номер 800.')
    expect(y).toBeGreaterThan(50)
    expect(y).toBeLessThan(650)
  })

  test('selections cross chunks, and everything can be selected', async ({ editor }) => {
    await show(editor, articleOf(long))
    await clickOn(editor, 'номер 1.')
    await editor.keyboard.press('ControlOrMeta+Shift+End')
    await editor.keyboard.press('Digit3')
    expect(await calls(editor, 'onTag')).toEqual([['claim', [{ start: expect.any(Number), end: long.length - 1 }]]])
  })

  test('is left and found again at the same place, with its caret', async ({ editor }) => {
    await show(editor, articleOf(long))
    await editor.evaluate(() => window.page.handle?.find('номер 500.'))
    await editor.waitForTimeout(300)
    await editor.evaluate(() => window.page.handle?.endFind())
    const view = await editor.evaluate(() => window.page.handle?.view())
    const place = await placeOf(editor, 'номер 500.')
    await editor.reload()
    await editor.waitForFunction(() => 'page' in globalThis)
    await show(editor, articleOf(long), [], view ? { initialView: view } : {})
    await editor.waitForTimeout(300)
    expect(Math.abs((await placeOf(editor, 'номер 500.')).y - place.y)).toBeLessThan(3)
    await editor.evaluate(() => window.page.handle?.focusText())
    expect(await selectedText(editor)).toBe('номер 500.')
  })
})
