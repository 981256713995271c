import type { Language } from '../../../i18n/index.ts'

export type Formats = {
  /** `2025-08-22` or a timestamp, as a day. */
  day(date: string): string
  /** A timestamp as day and time of day, here. */
  moment(timestamp: string): string
  /** Time of day, hours and minutes. */
  clock(time: Date): string
  number(value: number): string
  /** Name of a language by its tag; the tag itself where nobody knows it. */
  languageName(tag: string): string
}

export const formats = (language: Language): Formats => {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const number = new Intl.NumberFormat(language)
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return {
    day: (date) => day.format(new Date(date)),
    moment: (timestamp) => moment.format(new Date(timestamp)),
    clock: (time) => clock.format(time),
    number: (value) => number.format(value),
    languageName(tag) {
      try {
        return names.of(tag) ?? tag
      } catch {
        return tag
      }
    },
  }
}
