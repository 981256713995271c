/** The commands, in the order the help lists them; a new one is a file beside this and a line here. */
import { add } from './add.ts'
import { adjudicate } from './adjudicate.ts'
import { agree } from './agree.ts'
import { assign } from './assign.ts'
import { check } from './check.ts'
import { conflicts } from './conflicts.ts'
import { convert } from './convert.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { list } from './list.ts'
import { mappings } from './mappings.ts'
import { merge } from './merge.ts'
import { newCommand } from './new.ts'
import { splits } from './splits.ts'
import { stats } from './stats.ts'
import { validate } from './validate.ts'

export const commands = [
  newCommand,
  add,
  importCommand,
  mappings,
  list,
  stats,
  splits,
  assign,
  exportCommand,
  convert,
  merge,
  conflicts,
  validate,
  check,
  agree,
  adjudicate,
] as const
