import type { failures as en } from '../en/failures.ts'

export const failures: Record<keyof typeof en, string> = {}
