/** The parts of the forms that are filled in now and then, each by keys; and that a form that is left behind leaves nothing. */
import { actant, chooseMenu, expect, type Home, keepSettings, test } from './app.ts'
import { cards, selectQuote } from './quote.ts'
import { bundleOf, focused, form, makeActor, press, tag } from './tagging.ts'

const article = `<html lang="ru"><head><title>Гарантии</title>
<meta property="og:site_name" content="Хроника"></head><body><article><h1>Гарантии</h1>
<p>Сергей Лавров отверг план. По словам дипломата, сказанным агентству Bloomberg, нужны гарантии.</p>
<p>Войска останутся на месте. Обмен пленными продолжится.</p></article></body></html>`

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home): Promise<string> => {
  const project = home.file('talks.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file('talks.html', article))
  return project
}

type Quoted = { id: string; body: Record<string, unknown>; target: { fragments: { quote: string }[] } }
const quoted = (annotations: Quoted[], quote: string) =>
  annotations.find(({ target }) => target.fragments[0]?.quote === quote)

test('kind, modality, issue, steps with cue, basis, mode and addressees, and evidence are set by keys', async ({
  home,
  launch,
}) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  const { page } = app
  await makeActor(page, 'Сергей Лавров')
  await press(page, 'Enter', 'Shift+Tab')
  await expect(form(page).getByRole('combobox', { name: 'How it is mentioned' })).toBeFocused()
  await page.keyboard.type('nam')
  await press(page, 'Control+Enter')
  await expect(form(page)).toBeHidden()
  await tag(page, 'Bloomberg', '1')
  await tag(page, 'отверг план', '2')
  await press(page, 'Enter', 'Enter', 'Control+Enter')
  await expect(focused(page).locator('.card-line.main')).toContainText('Сергей Лавров')

  await tag(page, 'нужны гарантии', '3')
  await press(page, 'Enter', 'Tab')
  await page.keyboard.type('dem')
  await press(page, 'Tab')
  await page.keyboard.type('Гарантии')
  await press(page, 'Enter', 'Tab')
  await expect(form(page).getByRole('combobox', { name: /Add a step/ })).toBeFocused()
  await page.keyboard.type('лавров')
  await press(page, 'Enter')
  await page.keyboard.type('хрон')
  await press(page, 'Enter')
  await expect(form(page).getByRole('listitem')).toHaveText([/Сергей Лавров/, /Хроника/])

  // The outlet's step is known from the context; the speaker's from words, which are picked.
  await press(page, 'Shift+Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab')
  await expect(form(page).getByRole('combobox', { name: 'How it is known' })).toBeFocused()
  await page.keyboard.type('con')
  const heads = form(page).locator('.chain-step-head')
  await heads.nth(1).focus()
  await press(page, 'ArrowUp')
  await expect(heads.nth(0)).toBeFocused()
  await press(page, 'Enter', 'Tab', 'Tab', 'Tab')
  const pick = form(page).getByRole('button', { name: /Words that say so/ })
  await expect(pick).toBeFocused()
  await press(page, 'Enter')
  await selectQuote(page, 'По словам дипломата')
  await press(page, 'Enter')
  await expect(pick).toBeFocused()
  await press(page, 'Tab', 'Tab')
  await expect(form(page).getByRole('combobox', { name: 'Speech' })).toBeFocused()
  await page.keyboard.type('ind')
  await press(page, 'Tab')
  await page.keyboard.type('bloom')
  await press(page, 'Enter')
  await expect(form(page).getByRole('button', { name: /Remove .*Bloomberg/ })).toBeVisible()
  await form(page).getByRole('combobox', { name: 'Evidence for positions' }).focus()
  await press(page, 'Enter', 'Control+Enter')
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/Сергей Лавров.*Хроника/)

  const bundle = await bundleOf(home, project)
  const { id: issueId } = bundle.issues.find(({ name }: { name: string }) => name === 'Гарантии')
  const outlet = bundle.actors.find(({ name }: { name: string }) => name === 'Хроника')
  expect(outlet.actorType).toBe('outlet')
  const lavrov = quoted(bundle.annotations, 'Сергей Лавров')
  expect(lavrov?.body).toMatchObject({ mention: 'name' })
  const chain = [
    {
      sources: [{ annotation: lavrov?.id }],
      cue: [{ quote: 'По словам дипломата' }],
      basis: 'cue',
      mode: 'indirect',
      addressees: [{ annotation: quoted(bundle.annotations, 'Bloomberg')?.id }],
    },
    { sources: [{ actor: outlet.id }], cue: [], basis: 'context' },
  ]
  expect(quoted(bundle.annotations, 'нужны гарантии')?.body).toMatchObject({
    modality: 'demanded',
    issueIds: [issueId],
    attribution: chain,
    evidenceFor: [quoted(bundle.annotations, 'отверг план')?.id],
  })

  // The issue and the outlet came with the claim, and go with it.
  await chooseMenu(app, 'edit.undo')
  await expect(focused(page).locator('.card-line')).toHaveCount(0)
  const undone = await bundleOf(home, project)
  expect([undone.issues, undone.actors.length]).toEqual([[], 1])
  await chooseMenu(app, 'edit.redo')
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/Сергей Лавров.*Хроника/)

  // From the issue to what is about it.
  await cards(page).first().click()
  await press(page, 'Control+3')
  await page.getByRole('treeitem', { name: /Гарантии/ }).click()
  await press(page, 'Enter')
  const about = page.getByRole('listbox', { name: 'Annotations about the issue' })
  await expect(about.getByRole('option')).toHaveText([/нужны гарантии/])
  await about.focus()
  await press(page, 'Enter')
  await expect(about).toBeHidden()
  await expect(focused(page)).toContainText('нужны гарантии')

  // The same chain again, without the words, which stand elsewhere.
  await tag(page, 'Войска останутся на месте', '3')
  await press(page, 's', 'Control+d')
  await expect(form(page).getByRole('listitem')).toHaveText([/Сергей Лавров/, /Хроника/])
  await press(page, 'Control+Enter')
  await expect(focused(page).locator('.card-line.chain')).toHaveText(/Сергей Лавров.*Хроника/)
  const { annotations } = await bundleOf(home, project)
  expect(quoted(annotations, 'Войска останутся на месте')?.body['attribution']).toMatchObject([
    { cue: [], basis: 'context', mode: 'indirect' },
    { basis: 'context' },
  ])
})

test('what was made in a form that is left by Escape is nowhere', async ({ home, launch }) => {
  const project = await projectWith(home)
  const { page } = await launch({ args: [project] })
  await tag(page, 'Обмен пленными продолжится', '3')
  await press(page, 'Enter', 'Tab', 'Tab')
  await page.keyboard.type('Обмен')
  await press(page, 'Enter')
  await expect(form(page).getByRole('button', { name: /Remove .*Обмен/ })).toBeVisible()
  await press(page, 'Tab')
  await page.keyboard.type('Иван Орлов')
  await press(page, 'Enter')
  await expect(form(page).getByRole('listitem')).toHaveText(/Иван Орлов/)
  await press(page, 'Escape')
  await expect(form(page)).toBeHidden()
  const { actors, issues, annotations } = await bundleOf(home, project)
  expect([actors, issues]).toEqual([[], []])
  expect(annotations).toHaveLength(1)

  // An actor made of a mention is one step with its link.
  await makeActor(page, 'Сергей Лавров')
  await press(page, 'Control+z')
  await expect(focused(page).locator('.card-line.main')).toBeHidden()
  expect((await bundleOf(home, project)).actors).toEqual([])
})
