/** The program around the window: starting, files from outside, settings, processes that die, closing. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type App,
  actant,
  anna,
  answerDialogs,
  chooseMenu,
  electronArguments,
  electronPath,
  environment,
  expect,
  type Home,
  keepSettings,
  keptSettings,
  root,
  servicePid,
  test,
} from './app.ts'
import { articleText, cards, selectQuote } from './quote.ts'

const minister = 'The minister denied the report. Critics called the denial evasive.\n'

test.beforeEach(({ home }) => keepSettings(home))

const projectWith = async (home: Home, text = minister, name = 'talks') => {
  const project = home.file(`${name}.actant`)
  await actant(home, 'new', project)
  await actant(home, 'add', project, home.file(`${name}.txt`, text))
  return project
}

const openProject = async (app: App) => {
  await expect(articleText(app.page)).toContainText('The minister')
}

/** How many annotations stand in the file, asked from outside. */
const annotationsIn = async (home: Home, project: string) => {
  const { stdout } = await actant(home, 'list', project, '--json')
  const { articles } = JSON.parse(stdout) as { articles: { annotations: Record<string, number> }[] }
  return articles.flatMap(({ annotations }) => Object.values(annotations)).reduce((sum, count) => sum + count, 0)
}

test('a project on the command line is opened, and is the one to open next time', async ({ home, launch }) => {
  const project = await projectWith(home)
  const first = await launch({ args: [project] })
  await openProject(first)
  await first.close()
  expect(keptSettings(home)).toMatchObject({ lastProject: project, recents: [project] })
  const second = await launch()
  await openProject(second)
})

test('a project that is not there any more is not opened, and named as missing', async ({ home, launch }) => {
  keepSettings(home, { recents: [home.file('gone.actant')], lastProject: home.file('gone.actant') })
  const { page } = await launch()
  const settings = await page.evaluate(() => window.actant.settings())
  expect(settings.recents).toMatchObject([{ name: 'gone.actant', folder: home.folder, missing: true }])
  await expect(articleText(page)).toHaveCount(0)
})

test('a second start hands its files to the first and ends', async ({ home, launch }) => {
  const project = await projectWith(home)
  const app = await launch()
  const second = spawn(electronPath, [...electronArguments, root, project], {
    env: environment(home),
    stdio: 'ignore',
  })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await openProject(app)
})

test('settings and the window’s place are kept', async ({ launch }) => {
  const bounds = { x: 60, y: 40, width: 1100, height: 700 }
  const first = await launch()
  await first.electron.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  )
  await first.page.evaluate(() =>
    window.actant.changeSettings({ theme: 'dark', language: 'ru', layout: { left: 200 } }),
  )
  await first.page.evaluate((id) => window.actant.keepView(id, { scroll: 7 }), anna.id)
  await first.close()

  const second = await launch()
  const found = await second.electron.evaluate(({ BrowserWindow, nativeTheme }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
    dark: nativeTheme.shouldUseDarkColors,
    background: BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  }))
  expect(found).toEqual({ bounds, dark: true, background: '#1B1A18' })
  expect(await second.page.evaluate(() => window.actant.settings())).toMatchObject({
    language: 'ru',
    layout: { left: 200 },
  })
  expect(await second.page.evaluate((id) => window.actant.view(id), anna.id)).toEqual({ scroll: 7 })
  expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

test('the native menu speaks the interface’s language and carries its commands', async ({ launch }) => {
  const app = await launch()
  const titles = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
  await expect.poll(titles).toContain('Edit')
  await chooseMenu(app, 'language.ru')
  await expect.poll(titles).toContain('Правка')
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'ru')
})

test('a new project, an article and a copy by the dialogs', async ({ home, launch }) => {
  const app = await launch()
  await answerDialogs(app, home.file('fresh'))
  await chooseMenu(app, 'project.new')
  await expect.poll(() => readdirSync(home.folder)).toContain('fresh.actant')

  await answerDialogs(app, home.file('talks.txt', minister))
  await chooseMenu(app, 'article.addFiles')
  await openProject(app)

  await answerDialogs(app)
  await chooseMenu(app, 'project.saveCopy')
  await answerDialogs(app, home.file('copy.actant'))
  await chooseMenu(app, 'project.saveCopy')
  await expect.poll(() => readdirSync(home.folder)).toContain('copy.actant')
  await expect(async () => expect((await actant(home, 'check', home.file('copy.actant'))).code).toBe(0)).toPass()
})

test('dropped files are told apart by their names, and only real files get a handle', async ({ home, launch }) => {
  const { page } = await launch()
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'drop'
    document.body.append(input)
  })
  await page
    .locator('#drop')
    .setInputFiles([home.file('a.txt', 'a'), home.file('b.actant', 'b'), home.file('c.bundle.json', '{}')])
  const grants = await page.evaluate(() => {
    const { files } = document.querySelector('#drop') as HTMLInputElement
    return window.actant.dropped([...(files ?? []), new File(['x'], 'made-up.txt')])
  })
  expect(grants.map(({ kind, name }) => [kind, name])).toEqual([
    ['article', 'a.txt'],
    ['project', 'b.actant'],
    ['bundle', 'c.bundle.json'],
  ])
  expect(JSON.stringify(grants)).not.toContain(home.folder)
})

test('while the window is open, others may read the project and are told who holds it', async ({ home, launch }) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  await openProject(app)
  const exported = await actant(home, 'export', project, '-o', home.file('out.json'))
  expect(exported.code).toBe(0)
  const refused = await actant(home, 'add', project, home.file('more.txt', 'More.'))
  expect(refused.code).toBe(4)
  expect(refused.stderr).toContain(String(await servicePid(app)))
})

test.describe('what dies', () => {
  test.use({ provoked: /^The (service|page) ended|Failed to load resource|service-gone/ })

  test('the service killed: what was acknowledged is there, and work goes on', async ({ home, launch }) => {
    const project = await projectWith(home)
    const app = await launch({ args: [project] })
    await openProject(app)
    await selectQuote(app.page, 'The minister')
    await app.page.keyboard.press('1')
    await expect(cards(app.page)).toHaveCount(1)
    await expect(app.page.locator('.saved')).toContainText(/\d/)

    for (let round = 0; round < 3; round++) {
      const pid = await servicePid(app)
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => servicePid(app)).not.toBe(pid)
    }
    await expect(cards(app.page)).toHaveCount(1)
    await expect(async () => {
      await selectQuote(app.page, 'Critics')
      await app.page.keyboard.press('1')
      await expect(cards(app.page)).toHaveCount(2, { timeout: 1000 })
    }).toPass()
    await expect.poll(() => annotationsIn(home, project)).toBe(2)
    await app.close()
    expect((await actant(home, 'check', project)).code).toBe(0)
  })

  test('the window closed while a service has just died or is starting again: the program ends, the project is whole', async ({
    home,
    launch,
  }) => {
    const project = await projectWith(home)
    for (const waitsForNext of [false, true]) {
      const app = await launch({ args: [project] })
      await openProject(app)
      const pid = await servicePid(app)
      process.kill(pid, 'SIGKILL')
      if (waitsForNext) await expect.poll(() => servicePid(app)).not.toBe(pid)
      await app.close()
    }
    // The service that was starting ends by itself.
    await expect
      .poll(() => readdirSync(home.folder).filter((name) => name.startsWith('talks.actant')))
      .toEqual(['talks.actant'])
    expect((await actant(home, 'check', project)).code).toBe(0)
  })

  test('the page crashed: it is loaded again, with nothing lost and nothing twice', async ({ home, launch }) => {
    const project = await projectWith(home)
    const app = await launch({ args: [project] })
    await openProject(app)
    await selectQuote(app.page, 'The minister')
    await app.page.keyboard.press('1')
    await expect.poll(() => annotationsIn(home, project)).toBe(1)
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await expect.poll(() => app.output()).toContain('The page ended')
    const shown = () =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelectorAll("[role=grid] [role=row]").length',
        ),
      )
    await expect.poll(shown).toBe(1)
    expect(await annotationsIn(home, project)).toBe(1)
  })
})

test('SIGTERM ends the program with the project closed into one file', async ({ home, launch }) => {
  const project = await projectWith(home)
  const app = await launch({ args: [project] })
  await openProject(app)
  const end = app.ended
  process.kill(app.pid, 'SIGTERM')
  expect(await end).toBe(0)
  expect(readdirSync(home.folder).filter((name) => name.startsWith('talks.actant'))).toEqual(['talks.actant'])
})

test('the window stays while the page says that it must', async ({ launch }) => {
  const app = await launch()
  await app.page.evaluate(() => {
    const stop = window.actant.onClosing(async () => {
      stop()
      document.title = 'asked'
      return false
    })
  })
  const end = app.ended
  await app.page.evaluate(() => window.actant.close())
  await expect(app.page).toHaveTitle('asked')
  await app.page.waitForTimeout(300)
  expect(app.electron.windows()).toHaveLength(1)
  await app.page.evaluate(() => window.actant.close())
  expect(await end).toBe(0)
})

test('a page that does not answer holds nobody up', async ({ launch }) => {
  const app = await launch()
  const end = app.ended
  void app.page
    .evaluate(() => {
      for (const began = Date.now(); Date.now() - began < 20_000; );
    })
    .catch(() => {})
  await app.page.waitForTimeout(200)
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const began = Date.now()
  expect(await end).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('damaged settings do not keep the program from starting', async ({ home, launch }) => {
  home.file(join('state', 'settings.json'), '{"language": 5, "window": {"bounds": {"x": 1e999')
  const { page } = await launch()
  expect(await page.evaluate(() => window.actant.settings())).toMatchObject({ language: 'en', recents: [] })
})
