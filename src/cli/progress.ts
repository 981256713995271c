/** The line that says how far long work is: on a terminal only, after a moment, gone at the end. */
import type { Translate } from '../i18n/index.ts'
import type { Events } from '../workbench/contract.ts'
import { columns, harmless, shorten } from './text.ts'

export type Progress = {
  show(step: Omit<Events['progress'], 'job'>): void
  clear(): void
}

const WAIT_MS = 500
const INTERVAL_MS = 100

/** Where to draw, normally stderr: stdout belongs to the result. */
export type Terminal = { isTTY?: boolean; columns?: number; write(text: string): unknown }

export const progressOn = (
  terminal: Terminal,
  t: Translate,
  env: NodeJS.ProcessEnv,
  now = () => performance.now(),
): Progress => {
  if (!terminal.isTTY || env['TERM'] === 'dumb') return { show() {}, clear() {} }
  let due = now() + WAIT_MS
  let drawn = false
  return {
    show({ done, total, subject }) {
      if (now() < due) return
      due = now() + INTERVAL_MS
      drawn = true
      const share = total
        ? t('cli.progress.share', { share: Math.min(1, done / total) })
        : t('cli.progress.count', { done })
      const room = (terminal.columns || 80) - 1 - columns(share) - 1
      terminal.write(`\r\x1b[K${share} ${subject === undefined ? '' : shorten(harmless(subject), room)}`)
    },
    clear() {
      if (drawn) terminal.write('\r\x1b[K')
      drawn = false
    },
  }
}
