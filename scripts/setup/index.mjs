/** Everything a fresh machine needs. Uses nothing but Node itself: it runs before anything is installed. */
import { withLock } from '../lib/lock.mjs'
import { takeSteps } from '../lib/progress.mjs'
import { electronStep, installedElectron } from './electron.mjs'
import { requireNode } from './node.mjs'
import { packagesStep } from './packages.mjs'
import { systemStep } from './system-libraries.mjs'

/**
 * Brings what is missing, in order; says nothing where everything is in place.
 * @param {{ electron?: boolean, system?: boolean, again?: boolean, verbose?: boolean, further?: import('../lib/progress.mjs').Step[] }} [options]
 *   `electron`: also the runtime. `system`: also what the runtime needs of the system. `again`: ask anew for what could not be reached lately.
 *   `further`: more steps, numbered along.
 */
export async function ensureSetup({
  electron = true,
  system = electron,
  again = false,
  verbose = false,
  further = [],
} = {}) {
  requireNode()
  const steps = [
    packagesStep,
    ...(electron ? [electronStep({ again })] : []),
    ...(system ? [systemStep] : []),
    ...further,
  ]
  await withLock('set-up', () => takeSteps(steps, { verbose }))
  return electron ? installedElectron() : undefined
}
