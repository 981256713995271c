/** The hand-made annotation of a real article, made once more from nothing: by keys alone. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { actant, answerDialogs, expect, keepSettings, root, test } from '../app.ts'
import { articleText } from '../quote.ts'
import { choose, press, selectByFinding, tabTo, take } from './keyboard.ts'
import { byName, type GoldAnnotation, type GoldBundle, linksByName, namesIn, type Rec } from './records.ts'

const shared = process.env['ACTANT_SHARED'] ?? join(root, '../shared')
const goldFile = join(shared, 'gold/moscowtimes-2025-08-22.bundle.json')
const articleFile = join(shared, 'articles/moscowtimes-2025-08-22.txt')

/** As a codebook's file has its entries: without who wrote them when. */
const namelessly = (codebook: GoldBundle['codebook']) =>
  Object.fromEntries(
    Object.entries(codebook).map(([list, entries]) => [
      list,
      entries.map(({ version, createdAt, createdBy, modifiedAt, modifiedBy, ...entry }) => entry),
    ]),
  )

/** Enough of an actor's other names to make one of every kind; to type them all takes long and shows no more. */
const aliasesOf = ({ aliases }: { aliases: { text: string; lang?: string; kind: string }[] }) => aliases.slice(0, 2)

/** Which annotations are made, by their place in the bundle; a link is made from the later of its ends. */
const mentions = [8, 14, 15, 41, 55, 78, 80, 87, 93, 94, 95, 108]
const positions = [11, 43, 56, 88, 91, 105]
const claims = [0, 7, 76, 92, 89, 104]
const links = [
  [7, 0],
  [89, 92],
  [56, 43],
] as const

const focused = (page: Page) => page.locator('.cards [data-active]')
const form = (page: Page) => page.getByRole('form', { name: 'Edit the annotation' })

type Source = { annotation?: string; actor?: string; implicit?: true }
type Step = {
  sources: Source[]
  cue: { start: number; end: number }[]
  basis: string
  mode?: string
  addressees?: Source[]
}

test('a substantial part of the gold annotation is made by keys alone and exported equal to it', async ({
  home,
  launch,
}) => {
  test.skip(!existsSync(goldFile), `needs ${goldFile}: set ACTANT_SHARED`)
  test.setTimeout(420_000)
  const gold: GoldBundle = JSON.parse(readFileSync(goldFile, 'utf8'))
  const text = gold.articles[0]?.text ?? ''
  const goldNames = namesIn(gold)
  const actorOf = (id: unknown) => gold.actors.find((actor) => actor.id === id)
  const chosen = (places: readonly number[]) => places.flatMap((place) => gold.annotations[place] ?? [])
  const wantedLinks = gold.links.filter(({ from, to }) =>
    links.some(([one, other]) => {
      const ends = [gold.annotations[one]?.id, gold.annotations[other]?.id]
      return ends.includes(from as string) && ends.includes((to as { annotation?: string }).annotation ?? '')
    }),
  )
  /** Gold ids to those of the annotations made here. */
  const made = new Map<string, string>()

  keepSettings(home)
  const project = home.file('gold.actant')
  await actant(home, 'new', project)
  await actant(home, 'add', project, articleFile)
  const app = await launch({ args: [project] })
  const { page } = app
  await expect(articleText(page)).toBeVisible()

  const nameOf = (source: Source): string => {
    const mention = source.annotation && gold.annotations.find(({ id }) => id === source.annotation)
    return String(actorOf(mention ? mention.body.actorId : source.actor)?.name ?? '')
  }
  const takeSource = async (label: string, source: Source) => {
    const field = form(page).getByRole('combobox', { name: label, exact: true })
    const id = source.annotation && made.get(source.annotation)
    await take(page, field, nameOf(source), id ? { id } : { name: nameOf(source) })
  }
  const pick = async (button: string, fragments: { start: number; end: number }[]) => {
    for (const fragment of fragments) {
      await tabTo(page, form(page).getByRole('button', { name: `${button}: Pick words in the text` }))
      await press(page, 'Enter')
      await selectByFinding(page, text, fragment)
      await press(page, 'Enter')
    }
  }
  const tag = async (annotation: GoldAnnotation, key: string) => {
    const [first, ...others] = annotation.target.fragments
    if (!first) throw new Error('no target')
    const before = await focused(page)
      .getAttribute('id', { timeout: 1 })
      .catch(() => null)
    await selectByFinding(page, text, first)
    await press(page, key)
    await expect(focused(page)).not.toHaveAttribute('id', before ?? '')
    await expect(focused(page).locator('.card-quote')).toHaveText(first.quote)
    made.set(annotation.id, (await focused(page).getAttribute('id'))?.replace('card-', '') ?? '')
    for (const fragment of others) {
      await press(page, 'f')
      await selectByFinding(page, text, fragment)
      await press(page, 'Enter')
      await expect(focused(page).locator('.card-quote')).toContainText(`… ${fragment.quote}`)
    }
  }
  const codesAndNote = async ({ type, codes, attributes, note, certainty }: GoldAnnotation) => {
    for (const id of codes) {
      const code = gold.codebook.codes.find((one) => one.id === id)
      await take(page, form(page).getByRole('combobox', { name: 'Codes' }), String(code?.key), { id })
    }
    for (const [key, value] of Object.entries(attributes)) {
      const attribute = gold.codebook.attributes.find((one) => one.type === type && one.key === key)
      const name = String((attribute?.label as { en?: string } | undefined)?.en)
      const field = form(page).getByLabel(name, { exact: true })
      if (typeof value === 'boolean' || attribute?.valueType === 'enum') await choose(page, field, String(value))
      else {
        await tabTo(page, field)
        await page.keyboard.insertText(String(value))
      }
    }
    if (note) {
      await tabTo(page, form(page).getByRole('textbox', { name: 'Note' }))
      await page.keyboard.insertText(note)
    }
    if (certainty === 'unsure') {
      await tabTo(page, form(page).getByRole('checkbox', { name: /nsure/ }))
      await press(page, 'Space')
    }
  }
  const save = async () => {
    await press(page, 'Control+Enter')
    await expect(form(page)).toBeHidden()
  }
  const fillChain = async (attribution: Step[]) => {
    for (const [index, step] of attribution.entries()) {
      const adds = form(page).getByRole('combobox', { name: /Add a step/ })
      const [source] = step.sources
      const name = source ? nameOf(source) : ''
      const id = source?.annotation && made.get(source.annotation)
      if (step.basis === 'publisher') await take(page, adds, '', { id: 'outlet' })
      else await take(page, adds, name, id ? { id } : { name })
      const item = form(page).getByRole('listitem').nth(index)
      if (step.basis === 'publisher' || (step.cue.length === 0 && !step.mode && !step.addressees)) continue
      await tabTo(page, item.getByRole('button').first(), 'Shift+Tab')
      await press(page, 'Enter')
      await pick('Words that say so', step.cue)
      if (step.mode) await choose(page, form(page).getByRole('combobox', { name: 'Speech' }), step.mode)
      for (const addressee of step.addressees ?? []) await takeSource('To whom', addressee)
      await tabTo(page, item.getByRole('button').first(), 'Shift+Tab')
      await press(page, 'Enter')
    }
  }

  // The article's outlet, so that it is proposed as the last step of every chain.
  await press(page, 'F2')
  const details = page.getByRole('dialog')
  await tabTo(page, details.getByRole('textbox', { name: 'Outlet' }))
  await page.keyboard.insertText('moscowtimes.ru')
  await press(page, 'Enter')
  await expect(details).toBeHidden()

  // The team's codebook comes as a file.
  const codebook = home.file(
    'codebook.json',
    JSON.stringify({ format: 'actant-codebook', formatVersion: '1.0', ...namelessly(gold.codebook) }),
  )
  await answerDialogs(app, codebook)
  await press(page, 'Control+k')
  await page.keyboard.insertText('Import codebook')
  await press(page, 'Enter')
  const imported = page.getByRole('dialog', { name: 'Importing a codebook' })
  await expect(imported).toBeVisible()
  await press(page, 'Escape')
  await expect(imported).toBeHidden()

  // The registry: each actor with its names, groups before their members.
  const wanted = new Set<string>()
  const want = (id: unknown) => {
    const actor = actorOf(id)
    if (!actor || wanted.has(actor.id)) return
    for (const group of actor.memberOf as string[]) want(group)
    wanted.add(actor.id)
  }
  for (const mention of chosen(mentions)) want(mention.body.actorId)
  for (const one of [...chosen(positions), ...chosen(claims)]) {
    want(one.body.toward)
    for (const step of one.body.attribution as Step[]) for (const source of step.sources) want(source.actor)
  }
  for (const id of wanted) {
    const actor = actorOf(id) as Rec & { aliases: { text: string; lang?: string; kind: string }[]; memberOf: string[] }
    await press(page, 'Control+Shift+N')
    const dialog = page.getByRole('dialog', { name: 'New actor' })
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await page.keyboard.insertText(String(actor.name))
    await choose(page, dialog.getByRole('combobox', { name: 'Type', exact: true }), String(actor.actorType))
    for (const [index, alias] of aliasesOf(actor).entries()) {
      await tabTo(page, dialog.getByRole('button', { name: 'Add a name' }))
      await press(page, 'Enter')
      await expect(dialog.getByRole('textbox', { name: `Alias ${index + 1}`, exact: true })).toBeFocused()
      await page.keyboard.insertText(alias.text)
      await press(page, 'Tab')
      const kind = dialog.getByRole('combobox', { name: `Kind of alias ${index + 1}`, exact: true })
      await choose(page, kind, alias.kind)
      await press(page, 'Tab')
      if (alias.lang) await page.keyboard.insertText(alias.lang)
    }
    for (const group of actor.memberOf) {
      await take(page, dialog.getByRole('combobox', { name: 'Member of' }), String(actorOf(group)?.name), {
        name: String(actorOf(group)?.name),
      })
    }
    if (actor.wikidata) {
      await tabTo(page, dialog.getByRole('textbox', { name: 'Wikidata' }))
      await page.keyboard.insertText(String(actor.wikidata))
    }
    if (actor.note) {
      await tabTo(page, dialog.getByRole('textbox', { name: 'Note' }))
      await page.keyboard.insertText(String(actor.note))
    }
    await press(page, 'Control+Enter')
    await expect(dialog).toBeHidden()
  }

  for (const mention of chosen(mentions)) {
    await tag(mention, '1')
    const actor = actorOf(mention.body.actorId)
    await press(page, 'a')
    const picker = page.getByRole('dialog', { name: 'Say who this is' })
    await take(page, picker.getByRole('combobox'), String(actor?.name), { name: String(actor?.name) })
    await expect(picker).toBeHidden()
    await press(page, 'Enter')
    await choose(page, form(page).getByRole('combobox', { name: 'How it is mentioned' }), String(mention.body.mention))
    await codesAndNote(mention)
    await save()
  }

  const linkOn = async (annotation: GoldAnnotation) => {
    for (const { from, to, type } of wantedLinks) {
      if (from !== annotation.id) continue
      await press(page, 'l')
      const picker = page.getByRole('dialog', { name: 'Link to another annotation' })
      await expect(picker.getByRole('radio').and(page.locator(':focus'))).toBeVisible()
      await press(page, String(type).slice(0, 1))
      const other = (to as { annotation: string }).annotation
      await take(page, picker.getByRole('combobox'), '', { id: made.get(other) ?? other })
      await expect(picker).toBeHidden()
    }
  }
  const choices = (group: string) => form(page).getByRole('group', { name: group, exact: true })
  const letter = async (group: string, key: string) => {
    const radios = choices(group).getByRole('radio')
    for (let pressed = 0; pressed < 60; pressed += 1) {
      if (await choices(group).evaluate((element) => element.contains(document.activeElement))) break
      await press(page, 'Tab')
    }
    await press(page, key)
    await expect(radios.and(page.locator(':checked'))).toHaveCount(1)
  }
  /** Issues with those they stand under, as far as annotations name them. */
  const issuePath = (id: unknown): Rec[] => {
    const issue = gold.issues.find((one) => one.id === id)
    return issue ? [...issuePath(issue.parent), issue] : []
  }
  const takeIssue = async (label: string, id: unknown) => {
    const name = String(issuePath(id).at(-1)?.name)
    await take(page, form(page).getByRole('combobox', { name: label, exact: true }), name, { name })
  }

  // The tree of issues: a new one stands beside the one the list is at, and goes under the one before it by a key.
  await press(page, 'Control+3')
  const branches = new Set(
    [...chosen(positions), ...chosen(claims)].flatMap(({ body }) =>
      [body.issueId, ...((body.issueIds as string[] | undefined) ?? [])].flatMap((id) => issuePath(id)),
    ),
  )
  const tree = page.getByRole('tree', { name: 'Issues' })
  for (const issue of branches) {
    await press(page, 'Control+Alt+n')
    const dialog = page.getByRole('dialog', { name: 'New issue' })
    await expect(dialog.getByRole('textbox', { name: 'Issue' })).toBeFocused()
    await page.keyboard.insertText(String(issue.name))
    const parent = dialog.getByRole('combobox', { name: 'Part of' })
    const above = gold.issues.find(({ id }) => id === issue.parent)
    // The dialog offers to put it beside the issue before.
    await tabTo(page, parent)
    await press(page, 'Backspace')
    if (above) await take(page, parent, String(above.name), { name: String(above.name) })
    if (issue.description) {
      await tabTo(page, dialog.getByRole('textbox', { name: 'Description' }))
      await page.keyboard.insertText(String(issue.description))
    }
    await press(page, 'Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(tree).toContainText(String(issue.name))
  }
  for (const position of chosen(positions)) {
    const { holders, stance, strength, issueId, toward, condition, attribution } = position.body as {
      holders: Source[]
      stance?: string
      strength?: string
      issueId?: string
      toward?: string
      condition?: { text: string; fragments: { start: number; end: number }[] }
      attribution: Step[]
    }
    await tag(position, '2')
    await press(page, 'Enter')
    for (const holder of holders) await takeSource('Who holds it', holder)
    if (stance) await letter('Stance', { support: 's', oppose: 'o', neutral: 'n', ambiguous: 'm' }[stance] ?? '')
    if (strength) await letter('Firmness', { firm: 'f', hedged: 'h' }[strength] ?? '')
    if (issueId) await takeIssue('On which issue', issueId)
    if (toward) {
      const name = String(actorOf(toward)?.name)
      await take(page, form(page).getByRole('combobox', { name: 'Toward whom' }), name, { name })
    }
    if (condition) await pick('On what condition', condition.fragments)
    await fillChain(attribution)
    await codesAndNote(position)
    await save()
    await linkOn(position)
  }
  for (const claim of chosen(claims)) {
    const { paraphrase, modality, issueIds, evidenceFor, attribution } = claim.body as {
      paraphrase?: string
      modality?: string
      issueIds: string[]
      evidenceFor: string[]
      attribution: Step[]
    }
    await tag(claim, '3')
    await press(page, 'Enter')
    if (paraphrase) await page.keyboard.insertText(paraphrase)
    if (modality) await choose(page, form(page).getByRole('combobox', { name: 'How it is said' }), modality)
    for (const issueId of issueIds) await takeIssue('Issues', issueId)
    await fillChain(attribution)
    for (const id of evidenceFor) {
      const evidence = form(page).getByRole('combobox', { name: 'Evidence for positions' })
      await take(page, evidence, '', { id: made.get(id) ?? id })
    }
    await codesAndNote(claim)
    await save()
    await linkOn(claim)
  }

  const { stdout, code } = await actant(home, 'export', project)
  expect(code).toBe(0)
  const bundle: GoldBundle = JSON.parse(stdout)
  const names = namesIn(bundle)
  const annotations = [...chosen(mentions), ...chosen(positions), ...chosen(claims)]
  expect(byName(bundle.annotations, names)).toEqual(byName(annotations, goldNames))
  expect(byName(bundle.actors, names)).toEqual(
    byName(
      gold.actors.filter(({ id }) => wanted.has(id)).map((actor) => ({ ...actor, aliases: aliasesOf(actor as never) })),
      goldNames,
    ),
  )
  expect(byName(bundle.issues, names)).toEqual(byName([...branches], goldNames))
  expect(wantedLinks).toHaveLength(links.length)
  expect(linksByName(bundle.links, names)).toEqual(linksByName(wantedLinks, goldNames))
})
