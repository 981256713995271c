/** Tagging the other mentions of an actor, by keys. */
import { actant, chooseMenu, expect, keepSettings, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { cards } from './quote.ts'
import { bundleOf, focused, makeActor, press } from './tagging.ts'

const article = `<html lang="ru"><head><title>Встреча</title></head><body><article><h1>Встреча</h1>
<p>Сергей Лавров отверг план. По словам Лаврова, нужны гарантии. Анна Лаврова при этом не была.</p>
<p>Вечером к Лаврову пришли гости, и Лавров ответил. С Сергеем Лавровым говорил и Bloomberg.</p></article></body></html>`

test.beforeEach(({ home }) => keepSettings(home))

test('the other mentions are walked through, taken or skipped, and are one step', async ({ home, launch }) => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', article))
  const app = await launch({ args: [project] })
  const { page } = app
  const bar = page.getByRole('group', { name: 'Further mentions' })
  await makeActor(page, 'Bloomberg')
  await press(page, 'm')
  await expect(page.locator('.status-said')).toHaveText(/No further mention of .*Bloomberg/)
  await makeActor(page, 'Сергей Лавров')

  await press(page, 'm')
  await expect(bar).toBeFocused()
  await expect(bar.getByRole('status')).toHaveText(/^1 of 4: .*Лаврова.* Is this .*Сергей Лавров/)
  await expectAccessible(page)
  await press(page, 'Enter')
  await expect(bar.getByRole('status')).toHaveText(/^2 of 4: .*Лаврову/)
  await press(page, 'n')
  await expect(bar.getByRole('status')).toHaveText(/^3 of 4: .*Лавров/)
  await press(page, 'y')
  await expect(cards(page)).toHaveCount(4)
  await press(page, 'Escape')
  await expect(bar).toBeHidden()
  await expect(page.locator('.status-said')).toHaveText(/2 mentions are tagged and linked to .*Сергей Лавров/)

  const marks = async () =>
    (await bundleOf(home, project)).annotations.map(
      (one: { target: { fragments: { quote: string }[] }; origin: string }) => [
        one.target.fragments[0]?.quote,
        one.origin,
      ],
    )
  expect(await marks()).toEqual([
    ['Сергей Лавров', 'manual'],
    ['Лаврова', 'suggestion'],
    ['Лавров', 'suggestion'],
    ['Bloomberg', 'manual'],
  ])
  // The keyboard is back in the text: one step takes both away.
  await press(page, 'Control+z')
  await expect(cards(page)).toHaveCount(2)

  // What was skipped is asked again; all at once.
  await cards(page).first().click()
  await chooseMenu(app, 'mention.others')
  await expect(bar.getByRole('status')).toHaveText(/^1 of 4/)
  await press(page, 'Shift+Enter')
  await expect(bar).toBeHidden()
  await expect(cards(page)).toHaveCount(6)
  await expect(focused(page)).toContainText('Сергей Лавров')
  expect(await marks()).toHaveLength(6)
})

test('what was taken is not lost when the window is closed in the middle of it', async ({ home, launch }) => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', article))
  const app = await launch({ args: [project] })
  const { page } = app
  await makeActor(page, 'Сергей Лавров')
  const asked = page.getByRole('group', { name: 'Further mentions' }).getByRole('status')
  for (const [key, place] of Object.entries({ m: 1, Enter: 2, n: 3, y: 4 })) {
    await press(page, key)
    await expect(asked).toHaveText(new RegExp(`^${place} of 4`))
  }
  await app.close()
  expect((await bundleOf(home, project)).annotations).toHaveLength(3)

  const again = await launch({ args: [project] })
  await expect(cards(again.page)).toHaveCount(3)
  await chooseMenu(again, 'edit.undo')
  await expect(cards(again.page)).toHaveCount(1)
})
