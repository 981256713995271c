import { focusNeighbourArea, togglePane } from '../actions/areas.ts'
import { changeTextSize, setLanguage, setTheme } from '../actions/settings.ts'
import type { Command } from './commands.ts'
import { projectOpen } from './states.ts'

const group = 'view'

export const viewCommands: Command[] = [
  {
    id: 'palette',
    group,
    label: 'palette.open',
    keys: ['CmdOrCtrl+K', 'CmdOrCtrl+Shift+P'],
    run: ({ ui }) => ui.set({ dialog: { kind: 'palette' } }),
  },
  {
    id: 'pane.left',
    group,
    label: 'pane.left',
    keys: ['CmdOrCtrl+B'],
    enabled: projectOpen,
    checked: ({ layout }) => layout.get().left.open,
    run: (shell) => togglePane(shell, 'left'),
  },
  {
    id: 'pane.right',
    group,
    label: 'pane.right',
    keys: ['CmdOrCtrl+Alt+B'],
    enabled: projectOpen,
    checked: ({ layout }) => layout.get().right.open,
    run: (shell) => togglePane(shell, 'right'),
  },
  { id: 'area.next', group, label: 'area.next', keys: ['F6'], run: (shell) => focusNeighbourArea(shell, 1) },
  {
    id: 'area.previous',
    group,
    label: 'area.previous',
    keys: ['Shift+F6'],
    run: (shell) => focusNeighbourArea(shell, -1),
  },
  {
    id: 'text.larger',
    group,
    label: 'text.larger',
    keys: ['CmdOrCtrl+=', 'CmdOrCtrl+Shift+='],
    run: (shell) => changeTextSize(shell, 10),
  },
  {
    id: 'text.smaller',
    group,
    label: 'text.smaller',
    keys: ['CmdOrCtrl+-'],
    run: (shell) => changeTextSize(shell, -10),
  },
  {
    id: 'text.normal',
    group,
    label: 'text.normal',
    keys: ['CmdOrCtrl+0'],
    run: (shell) => changeTextSize(shell, undefined),
  },
  ...(['system', 'light', 'dark'] as const).map(
    (theme, index): Command => ({
      id: `theme.${theme}`,
      group,
      label: `theme.${theme}`,
      keys: [`CmdOrCtrl+Shift+F${index + 5}`],
      checked: ({ settings }) => settings.get().theme === theme,
      run: (shell) => setTheme(shell, theme),
    }),
  ),
  ...(['en', 'ru'] as const).map(
    (language, index): Command => ({
      id: `language.${language}`,
      group,
      label: `language.${language}`,
      keys: [`CmdOrCtrl+Shift+F${index + 9}`],
      checked: ({ settings }) => settings.get().language === language,
      run: (shell) => setLanguage(shell, language),
    }),
  ),
]
