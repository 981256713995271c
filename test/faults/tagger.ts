/**
 * A process that works on a project until it is killed: `node tagger.ts PROJECT ACTION COUNT`. It says each thing it did on
 * stdout, one line each, only after the workbench has acknowledged it.
 */
import { writeSync } from 'node:fs'
import { v7 } from 'uuid'
import { migrate } from '../../src/store/migrate.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { closeProject, openProject } from '../../src/store/open.ts'
import { createWorkbench } from '../../src/workbench/workbench.ts'

const [path = '', action = 'tag', count = '1000'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const project = openProject(path, { mode: 'write', program: 'tagger', now: () => new Date(), newId: () => v7() })
if (process.env['SYNCHRONOUS']) project.db.pragma(`synchronous = ${process.env['SYNCHRONOUS']}`)
const workbench = createWorkbench({ project, now: () => new Date(), newId: () => v7() })
workbench.identify({ id: '01990000-0000-7000-8000-00000000a001', name: 'Анна' })
const [article] = workbench.articles()
const articleId = article?.id ?? ''

const tag = (i: number) =>
  workbench.addAnnotation({ articleId, type: 'actor', fragments: [{ start: i % 1000, end: (i % 1000) + 6 }] }).id

const actions: Record<string, () => unknown> = {
  tag: () => {
    for (let i = 0; i < Number(count); i++) say(tag(i))
  },
  undo: () => {
    for (let i = 0; i < Number(count); i++) say(tag(i))
    workbench.undo()
    workbench.undo()
    say('undone')
    process.kill(process.pid, 'SIGKILL')
  },
  migrate: () => {
    say('opened')
    const later = `CREATE TABLE later (x TEXT) STRICT; INSERT INTO later SELECT content FROM annotations`
    migrate(project.db, path, [...migrations, { schema: migrations.length + 1, up: later }])
    say('migrated')
  },
  export: async () => {
    say('opened')
    await workbench.exportBundle(count)
    say('exported')
  },
  merge: async () => {
    say('opened')
    await workbench.mergeBundles([count])
    say('merged')
  },
  fail: () => {
    for (let i = 0; i < Number(count); i++) {
      try {
        say(tag(i))
      } catch (error) {
        say(String(error))
      }
    }
  },
  wait: () => {
    say('waiting')
    setInterval(() => {}, 1000)
  },
}

await actions[action]?.()
if (action !== 'wait') closeProject(project)
