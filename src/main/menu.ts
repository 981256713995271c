/** The page's menu model made native. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Translate } from '../i18n/index.ts'
import type { MenuItem, MenuModel } from '../preload/api.ts'

type Platform = NodeJS.Platform
type Choose = (id: string) => void

/** The menu bar for a platform; `choose` is called with the id of a command. */
export const menuBar = (
  model: MenuModel,
  platform: Platform,
  say: Translate,
  choose: Choose,
): MenuItemConstructorOptions[] => [
  ...(platform === 'darwin' ? [applicationMenu(say)] : []),
  ...menuTemplate(model.items, platform, choose),
]

/** Until the page has sent its own. */
export const firstMenu = (platform: Platform, say: Translate): MenuItemConstructorOptions[] =>
  platform === 'darwin'
    ? [applicationMenu(say)]
    : [{ label: say('main.file'), submenu: [{ role: 'quit', label: say('main.quit') }] }]

export const menuTemplate = (items: MenuItem[], platform: Platform, choose: Choose): MenuItemConstructorOptions[] =>
  items.map((item) => nativeItem(item, platform, choose))

const nativeItem = (item: MenuItem, platform: Platform, choose: Choose): MenuItemConstructorOptions => {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, ...(item.label !== undefined && { label: plain(item.label) }) }
    case 'submenu':
      return {
        label: plain(item.label),
        enabled: item.enabled ?? true,
        submenu: menuTemplate(item.items, platform, choose),
      }
    case 'command':
      return {
        id: item.id,
        label: plain(item.label),
        enabled: item.enabled ?? true,
        ...(item.checked !== undefined && { type: 'checkbox', checked: item.checked }),
        ...shownKey(item.accelerator, platform),
        click: () => choose(item.id),
      }
  }
}

/** macOS ignores `registerAccelerator` and would take a bare letter away from every text field. */
const shownKey = (accelerator: string | undefined, platform: Platform): MenuItemConstructorOptions => {
  if (accelerator === undefined || (platform === 'darwin' && !accelerator.includes('+'))) return {}
  return { accelerator, registerAccelerator: platform === 'darwin' }
}

/** A single `&` marks a key to press; project and file names may hold one. */
const plain = (label: string) => label.replaceAll('&', '&&')

const applicationMenu = (say: Translate): MenuItemConstructorOptions => ({
  label: 'Actant',
  submenu: [
    { role: 'about', label: say('main.about') },
    { type: 'separator' },
    { role: 'services', label: say('main.services') },
    { type: 'separator' },
    { role: 'hide', label: say('main.hide') },
    { role: 'hideOthers', label: say('main.hide-others') },
    { role: 'unhide', label: say('main.show-all') },
    { type: 'separator' },
    { role: 'quit', label: say('main.quit') },
  ],
})
