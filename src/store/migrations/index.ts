/** Every schema there has been. A migration that was released is never changed: `up` makes its schema from the one before. */
import { initial } from './0001-initial.ts'

export type Migration = { schema: number; up: string }

export const migrations: readonly Migration[] = [{ schema: 1, up: initial }]

export const currentSchema = migrations.length
