/** Looking through the whole project file. */
import { newFindingList } from '../core/finding-list.ts'
import { checkRows, countRows, isDamage } from '../store/check.ts'
import type { Project } from '../store/open.ts'
import { takeSnapshot } from '../store/snapshot.ts'
import { newTouched } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { CheckReport } from './contract.ts'
import type { Job } from './jobs.ts'

/** More than this nobody reads. */
const keptFindings = 1000

/** Checks one state of the project while others work. A project that turns out damaged is not written to any more. */
export const checkProject = async (project: Project, announce: Announce, job: Job): Promise<CheckReport> => {
  const snapshot = takeSnapshot(project)
  try {
    const found = newFindingList(keptFindings)
    const total = countRows(snapshot.db)
    let done = 0
    for (const findings of checkRows(snapshot.db)) {
      for (const { code, where, params } of findings) found.add(code, where, params)
      if (project.reason !== 'damaged' && findings.some(isDamage)) markDamaged(project, announce)
      job.report(Math.min(++done, total), total)
      if (snapshot.yields) await job.pause()
    }
    const findings = found.list()
    return { ok: findings.length === 0, findings }
  } finally {
    snapshot.close()
  }
}

const markDamaged = (project: Project, announce: Announce): void => {
  project.access = 'read'
  project.reason = 'damaged'
  announce({ result: undefined, touched: { ...newTouched(), project: true } })
}
