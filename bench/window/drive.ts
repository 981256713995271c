/** Starts the built program on a project and measures it through `in-page.ts`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Page } from '@playwright/test'
import { installBench, type PageBench } from './in-page.ts'

declare global {
  interface Window {
    bench: PageBench
  }
}

export type Driven = {
  page: Page
  /** Megabytes of the window's process that are its own, after collecting garbage. */
  memory(): Promise<number>
  /** Milliseconds of processor time the window's main thread has had; the same on a busy machine. Undefined but on Linux. */
  processorTime(): number | undefined
  /** Adds a folder's articles as the menu does; the system's dialog is answered. Does not wait for them. */
  addFolder(path: string): Promise<void>
  close(): Promise<void>
}

/** `ACTANT_APP` names another built project to take in place of this one. */
const root = process.env['ACTANT_APP'] ?? fileURLToPath(new URL('../..', import.meta.url))

// Not who made the annotations: what is tagged here is never there already.
const driver = { id: '01990000-0000-7000-8000-00000000000c', name: 'Driver' }

/** Opens the project in a window of its own, with `state` as the folder where the program keeps its settings. */
export const drive = async (project: string, state: string): Promise<Driven> => {
  mkdirSync(state, { recursive: true })
  const settings = { language: 'en', identity: driver }
  writeFileSync(join(state, 'settings.json'), JSON.stringify(settings))
  const electronFolder = fileURLToPath(new URL('../../node_modules/electron', import.meta.url))
  const app = await _electron.launch({
    executablePath: join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim()),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, project],
    env: { ...(process.env as Record<string, string>), HOME: state, ACTANT_STATE_DIR: state, LANG: 'en_US.UTF-8' },
  })
  const page = await app.firstWindow()
  await page.waitForSelector('[role=option]')
  await page.evaluate(installBench)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
  return {
    page,
    memory: () => privateMegabytes(page, pid),
    processorTime: () => mainThreadTime(pid),
    addFolder: (path) =>
      app.evaluate(({ dialog, Menu }, folder) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
        Menu.getApplicationMenu()?.getMenuItemById('article.addFolder')?.click()
      }, path),
    close: () => app.close(),
  }
}

const mainThreadTime = (pid: number | undefined): number | undefined => {
  const path = `/proc/${pid}/task/${pid}/schedstat`
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : undefined
}

const privateMegabytes = async (page: Page, pid: number | undefined): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  await page.waitForTimeout(500)
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
  return (kilobytes('Private_Clean') + kilobytes('Private_Dirty')) / 1024
}
