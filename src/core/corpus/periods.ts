/** Days, weeks, months or years, as fits how far the dates are apart; those between that have nothing are there too. */

export type PeriodUnit = 'day' | 'week' | 'month' | 'year'

/** Days as `YYYY-MM-DD`, half-open. Weeks begin on Mondays (ISO 8601). */
export type Period = { from: string; to: string }

const dayMs = 86_400_000
const mostDays = 31
const mostWeeks = 26
const mostMonths = 48

/** The finest unit that gives no more of them than can be taken in. */
export const unitFor = (first: string, last: string): PeriodUnit => {
  const days = (timeOf(last) - timeOf(first)) / dayMs + 1
  if (days <= mostDays) return 'day'
  if (days <= mostWeeks * 7) return 'week'
  return days <= mostMonths * 31 ? 'month' : 'year'
}

/** The period a day lies in. */
export const periodOf = (day: string, unit: PeriodUnit): Period => {
  const from = beginning(day, unit)
  return { from, to: following(from, unit) }
}

/** All periods from that of the first day to that of the last, in order. */
export const periodsBetween = (first: string, last: string, unit: PeriodUnit): Period[] => {
  const periods: Period[] = []
  for (let { from, to } = periodOf(first, unit); from <= last; { from, to } = periodOf(to, unit))
    periods.push({ from, to })
  return periods
}

/** The day of a date or a timestamp, in UTC. */
export const dayOf = (date: string): string => date.slice(0, 'YYYY-MM-DD'.length)

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number): string => dayOf(new Date(time).toISOString())

const beginning = (day: string, unit: PeriodUnit): string => {
  if (unit === 'year') return `${day.slice(0, 'YYYY'.length)}-01-01`
  if (unit === 'month') return `${day.slice(0, 'YYYY-MM'.length)}-01`
  if (unit === 'day') return day
  const time = timeOf(day)
  return dayAt(time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs)
}

const following = (from: string, unit: PeriodUnit): string => {
  if (unit === 'day') return dayAt(timeOf(from) + dayMs)
  if (unit === 'week') return dayAt(timeOf(from) + 7 * dayMs)
  const date = new Date(timeOf(from))
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + 1)
  return dayAt(date.getTime())
}
