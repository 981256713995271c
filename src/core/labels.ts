/** Labels in two languages, and the keys that are made of them. */
import type { Label } from './schema.ts'

/** The label in a language, or in the other one where it has only that. */
export const labelIn = ({ ru, en }: Label, language: keyof Label): string =>
  (language === 'ru' ? ru : en) ?? ru ?? en ?? ''

/** Small letters and digits of any script, joined by hyphens; empty where a label has none. */
export const keyFrom = ({ ru, en }: Label): string =>
  (en ?? ru ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A label of words in one of the two languages, by their letters. */
export const labelFrom = (text: string): Label => (/\p{Script=Cyrillic}/u.test(text) ? { ru: text } : { en: text })
