/** Failures, findings and steps in words. */
import { Failure } from '../../../core/failure.ts'
import type { Finding } from '../../../core/finding.ts'
import type { StepInfo } from '../../../workbench/contract.ts'
import { shortened } from '../parts/Name.tsx'
import type { Words } from './words.tsx'

/** What went wrong and why, in one sentence; a bug is told as such, its text only in the details. */
export const explain = ({ t }: Pick<Words, 't'>, error: unknown): string =>
  error instanceof Failure ? t(`failure.${error.code}`, error.params) : t('problem.bug')

/** For whoever is asked for help. */
export const detailsOf = (error: unknown): string =>
  error instanceof Failure ? `${error.code} ${JSON.stringify(error.params)}` : String(error)

export const findingText = ({ t }: Pick<Words, 't'>, { code, params }: Finding): string => t(`finding.${code}`, params)

/** The step's name, such as `tag actor “Путин”`. */
export const stepName = ({ t }: Pick<Words, 't'>, { action, params }: StepInfo): string => {
  const name = params['quote'] ?? params['title'] ?? params['file'] ?? ''
  return t(`step.${action}`, {
    count: 1,
    type: '',
    encoding: '',
    ...params,
    named: name === '' ? 'no' : 'yes',
    name: isolated(String(name)),
  })
}

/** A name inside a sentence: cut, and kept from turning the direction of what stands around it. */
export const isolated = (name: string, limit = 60): string => `\u2068${shortened(name, limit)}\u2069`
