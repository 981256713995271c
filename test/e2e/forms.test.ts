/** Saying who, which stance, and according to whom: by keys alone, with the presses counted. */
import { actant, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { articleText, cards, selectQuote } from './quote.ts'
import { bundleOf, focused, form, makeActor, press, tag } from './tagging.ts'

const article = `<html lang="ru"><head><title>Переговоры</title>
<meta property="og:site_name" content="The Moscow Times"></head><body><article><h1>Переговоры</h1>
<p>Сергей Лавров отверг план. Эммануэль Макрон поддержал перемирие, если его проверят наблюдатели.</p>
<p>Перемирие удержится, сказал агентству Bloomberg собеседник. По словам Лаврова, нужны гарантии.
Визит Лаврова отложен, войска останутся. Обмен пленными продолжится.</p></article></body></html>`

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', article))
  return project
}

test('the next mention of a known actor is tagged and linked by two keys, in another case too', async ({
  home,
  launch,
}) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await makeActor(page, 'Сергей Лавров')
  await makeActor(page, 'Bloomberg', 'ArrowRight', 'ArrowRight', 'ArrowRight')

  await selectQuote(page, 'словам Лаврова'.slice(7))
  expect(await press(page, '1', 'Space')).toBe(2)
  await expect(focused(page).locator('.card-quote')).toHaveText('Лаврова')
  await expect(focused(page).locator('.card-line.main')).toContainText('Сергей Лавров')

  // Undone and done again by name; unlinked and found by typing.
  await press(page, 'Control+z')
  await expect(focused(page)).toContainText('Space')
  await press(page, 'Space')
  await expect(focused(page).locator('.card-line.main')).toContainText('Сергей Лавров')
  await press(page, 'Shift+A')
  await expect(focused(page).locator('.card-line.main')).toBeHidden()
  await press(page, 'a')
  await page.keyboard.type('лавро')
  await press(page, 'Enter')
  await expect(focused(page).locator('.card-line.main')).toContainText('Сергей Лавров')

  const { actors, annotations } = await bundleOf(home, project)
  const named = Object.fromEntries(actors.map((actor: { id: string; name: string }) => [actor.id, actor.name]))
  expect(actors.map(({ actorType }: { actorType: string }) => actorType).sort()).toEqual(['outlet', 'person'])
  expect(
    annotations.map((one: { target: { fragments: { quote: string }[] }; body: { actorId: string } }) => [
      one.target.fragments[0]?.quote,
      named[one.body.actorId],
    ]),
  ).toEqual([
    ['Сергей Лавров', 'Сергей Лавров'],
    ['Bloomberg', 'Bloomberg'],
    ['Лаврова', 'Сергей Лавров'],
  ])
})

test('a position and claims with a chain of two steps are made by keys', async ({ home, launch }) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await makeActor(page, 'Эммануэль Макрон')
  await makeActor(page, 'Bloomberg', 'ArrowRight', 'ArrowRight', 'ArrowRight')

  await tag(page, 'поддержал перемирие, если его проверят наблюдатели', '2')
  await press(page, 'Enter')
  await expect(form(page).getByRole('combobox', { name: 'Who holds it' })).toBeFocused()
  await press(page, 'Enter', 'Tab', 's', 'Tab', 'h', 'Tab')
  await page.keyboard.type('Перемирие')
  await press(page, 'Enter')
  await expect(form(page).getByRole('button', { name: /Remove .*Перемирие/ })).toBeVisible()
  await press(page, 'Tab', 'Tab', 'Tab')
  await expect(form(page).getByRole('button', { name: /On what condition/ })).toBeFocused()
  await press(page, 'Enter')
  await selectQuote(page, 'если его проверят наблюдатели')
  await press(page, 'Enter')
  await expect(form(page).getByRole('button', { name: /Remove .*если его/ })).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(form(page)).toBeHidden()
  await expect(focused(page).locator('.card-line.main')).toHaveText(
    /Эммануэль Макрон.* · supports: .*Перемирие.* · hedged/,
  )
  // One step to undo, and it comes back whole.
  await press(page, 'Control+z')
  await expect(focused(page).locator('.card-line')).toHaveCount(0)
  await chooseMenu(app, 'edit.redo')
  await expect(focused(page).locator('.card-line.condition')).toContainText('если его проверят наблюдатели')

  await selectQuote(page, 'Перемирие удержится')
  expect(await press(page, '3', 's')).toBe(2)
  await expect(form(page).getByRole('combobox', { name: /Add a step/ })).toBeFocused()
  expect(await press(page, 'Enter', 'Enter')).toBe(2)
  await expect(form(page).getByRole('listitem')).toHaveText([/Bloomberg/, /The Moscow Times/])
  await press(page, 'Control+Enter')
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/^‹ .?Bloomberg.? ‹ .?The Moscow Times.?$/)

  await selectQuote(page, 'Обмен пленными продолжится')
  expect(await press(page, '3', 'c')).toBe(2)
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/^‹ .?Bloomberg.? ‹ .?The Moscow Times.?$/)

  // The second one again, its steps the other way round and one of them gone.
  await press(page, 's', 'Shift+Tab', 'Alt+ArrowUp')
  await expect(form(page).getByRole('listitem')).toHaveText([/The Moscow Times/, /Bloomberg/])
  await press(page, 'Delete', 'Escape')
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/^‹ .?Bloomberg.? ‹ .?The Moscow Times.?$/)

  // Going elsewhere keeps what was written.
  await press(page, 'Enter')
  await page.keyboard.type('Обмен идёт')
  await cards(page).first().click()
  await expect(cards(page).last()).toContainText('Обмен идёт')

  const bundle = await bundleOf(home, project)
  const id = (list: { id: string; name: string }[], name: string) => list.find((entry) => entry.name === name)?.id
  const mention = (quote: string) =>
    bundle.annotations.find(
      (one: { target: { fragments: { quote: string }[] } }) => one.target.fragments[0]?.quote === quote,
    )
  const position = mention('поддержал перемирие, если его проверят наблюдатели')
  expect(position.body).toMatchObject({
    holders: [{ annotation: mention('Эммануэль Макрон').id }],
    stance: 'support',
    strength: 'hedged',
    issueId: id(bundle.issues, 'Перемирие'),
    condition: { text: 'если его проверят наблюдатели', fragments: [{ quote: 'если его проверят наблюдатели' }] },
  })
  const chain = [
    { sources: [{ annotation: mention('Bloomberg').id }], cue: [], basis: 'context' },
    { sources: [{ actor: id(bundle.actors, 'The Moscow Times') }], cue: [], basis: 'publisher' },
  ]
  expect(mention('Перемирие удержится').body.attribution).toEqual(chain)
  expect(mention('Обмен пленными продолжится').body.attribution).toEqual(chain)
  const checked = await actant(home, 'validate', home.file('talks.json', JSON.stringify(bundle)), '--json')
  expect(JSON.parse(checked.stdout).files[0].verdict).not.toBe('refuse')
  await expect(articleText(page)).toBeVisible()
})
