import type { window as en } from '../en/window.ts'

export const window: Record<keyof typeof en, string> = {}
