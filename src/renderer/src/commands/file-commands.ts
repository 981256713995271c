import { checkProject, exportBundle, saveCopy, validateBundles } from '../actions/exchange.ts'
import { openImport } from '../actions/importing.ts'
import { pickBundles } from '../actions/merging.ts'
import { closeProject, newProject, openSample, pickProject } from '../actions/project.ts'
import type { Command } from './commands.ts'
import { projectOpen, projectWritable } from './states.ts'

const group = 'file'

export const fileCommands: Command[] = [
  { id: 'project.new', group, label: 'project.new.more', keys: ['CmdOrCtrl+N'], run: newProject },
  { id: 'project.open', group, label: 'project.open.more', keys: ['CmdOrCtrl+O'], run: pickProject },
  {
    id: 'project.sample',
    group,
    label: 'project.sample',
    keys: ['CmdOrCtrl+Alt+S'],
    run: async (shell) => void (await openSample(shell)),
  },
  {
    id: 'project.rename',
    group,
    label: 'project.rename.more',
    keys: ['CmdOrCtrl+F2'],
    enabled: projectWritable,
    run: ({ ui }) => ui.set({ dialog: { kind: 'rename' } }),
  },
  {
    id: 'project.saveCopy',
    group,
    label: 'project.saveCopy.more',
    keys: ['CmdOrCtrl+Shift+S'],
    enabled: projectOpen,
    run: saveCopy,
  },
  {
    id: 'bundle.export',
    group,
    label: 'bundle.export.more',
    keys: ['CmdOrCtrl+E'],
    enabled: projectOpen,
    run: (shell) => exportBundle(shell),
  },
  {
    id: 'bundle.merge',
    group,
    label: 'bundle.merge.more',
    keys: ['CmdOrCtrl+J'],
    enabled: projectWritable,
    run: pickBundles,
  },
  {
    id: 'import.open',
    group,
    label: 'import.more',
    keys: ['CmdOrCtrl+Shift+I'],
    enabled: projectWritable,
    run: (shell) => openImport(shell),
  },
  {
    id: 'export.open',
    group,
    label: 'export.more',
    keys: ['CmdOrCtrl+Shift+F'],
    enabled: projectOpen,
    run: ({ ui }) => ui.set({ dialog: { kind: 'exportFormat' } }),
  },
  {
    id: 'conflicts',
    group,
    label: 'conflicts.open',
    keys: ['CmdOrCtrl+Shift+K'],
    enabled: projectOpen,
    run: ({ ui }) => ui.set({ dialog: { kind: 'conflicts' } }),
  },
  {
    id: 'bundle.validate',
    group,
    label: 'bundle.validate.more',
    keys: ['CmdOrCtrl+Alt+V'],
    enabled: ({ ui }) => ui.get().service === 'ready',
    run: validateBundles,
  },
  {
    id: 'project.check',
    group,
    label: 'project.check',
    keys: ['CmdOrCtrl+Alt+P'],
    enabled: projectOpen,
    run: checkProject,
  },
  {
    id: 'project.close',
    group,
    label: 'project.close',
    keys: ['CmdOrCtrl+Shift+W'],
    enabled: projectOpen,
    run: closeProject,
  },
]
