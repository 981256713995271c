/** Failures and findings in the person's language. */
import type { FailureCode, FailureParams } from '../core/failure.ts'
import type { Finding } from '../core/finding.ts'
import type { Translate } from '../i18n/index.ts'

export const failureSentence = (
  t: Translate,
  { code, params }: { code: FailureCode; params: FailureParams },
): string => {
  const sentence = t(`failure.${code}`, params)
  const { since } = params
  return code === 'held' && since !== undefined
    ? `${sentence} ${t('cli.heldSince', { since: new Date(since) })}`
    : sentence
}

export type Explained = { code: Finding['code']; where: string; message: string }

/** Findings as programs get them. Where a file has too many to list, the last one says how many there are besides. */
export const explained = (t: Translate, findings: readonly Finding[]): Explained[] =>
  findings.map(({ code, where, params = {} }) => {
    const { more } = params
    const message = t(`finding.${code}`, params)
    return { code, where, message: more === undefined ? message : `${message} ${t('cli.moreFindings', { more })}` }
  })

/** Findings as a person reads them, indented under the file they belong to. */
export const findingLines = (t: Translate, findings: readonly Finding[]): string[] =>
  explained(t, findings).map(({ code, where, message }) => `  ${[code, ...(where ? [where] : []), message].join('  ')}`)
