/**
 * The interface's words: ICU messages by key, one catalogue a language, split by area. Everything that speaks to a person
 * (window, menus, command line) takes its sentences from here.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { adjudication as enAdjudication } from './en/adjudication.ts'
import { agreement as enAgreement } from './en/agreement.ts'
import { agreementView as enAgreementView } from './en/agreement-view.ts'
import { cli as enCli } from './en/cli.ts'
import { codebook as enCodebook } from './en/codebook.ts'
import { conflicts as enConflicts } from './en/conflicts.ts'
import { convert as enConvert } from './en/convert.ts'
import { corpus as enCorpus } from './en/corpus.ts'
import { correction as enCorrection } from './en/correction.ts'
import { exchange as enExchange } from './en/exchange.ts'
import { exporting as enExporting } from './en/export.ts'
import { failures as enFailures } from './en/failures.ts'
import { filters as enFilters } from './en/filters.ts'
import { findings as enFindings } from './en/findings.ts'
import { formats as enFormats } from './en/formats.ts'
import { forms as enForms } from './en/forms.ts'
import { importing as enImporting } from './en/import.ts'
import { links as enLinks } from './en/links.ts'
import { main as enMain } from './en/main.ts'
import { merging as enMerging } from './en/merging.ts'
import { people as enPeople } from './en/people.ts'
import { registry as enRegistry } from './en/registry.ts'
import { splits as enSplits } from './en/splits.ts'
import { steps as enSteps } from './en/steps.ts'
import { tables as enTables } from './en/tables.ts'
import { targets as enTargets } from './en/targets.ts'
import { window as enWindow } from './en/window.ts'
import { adjudication as ruAdjudication } from './ru/adjudication.ts'
import { agreement as ruAgreement } from './ru/agreement.ts'
import { agreementView as ruAgreementView } from './ru/agreement-view.ts'
import { cli as ruCli } from './ru/cli.ts'
import { codebook as ruCodebook } from './ru/codebook.ts'
import { conflicts as ruConflicts } from './ru/conflicts.ts'
import { convert as ruConvert } from './ru/convert.ts'
import { corpus as ruCorpus } from './ru/corpus.ts'
import { correction as ruCorrection } from './ru/correction.ts'
import { exchange as ruExchange } from './ru/exchange.ts'
import { exporting as ruExporting } from './ru/export.ts'
import { failures as ruFailures } from './ru/failures.ts'
import { filters as ruFilters } from './ru/filters.ts'
import { findings as ruFindings } from './ru/findings.ts'
import { formats as ruFormats } from './ru/formats.ts'
import { forms as ruForms } from './ru/forms.ts'
import { importing as ruImporting } from './ru/import.ts'
import { links as ruLinks } from './ru/links.ts'
import { main as ruMain } from './ru/main.ts'
import { merging as ruMerging } from './ru/merging.ts'
import { people as ruPeople } from './ru/people.ts'
import { registry as ruRegistry } from './ru/registry.ts'
import { splits as ruSplits } from './ru/splits.ts'
import { steps as ruSteps } from './ru/steps.ts'
import { tables as ruTables } from './ru/tables.ts'
import { targets as ruTargets } from './ru/targets.ts'
import { window as ruWindow } from './ru/window.ts'

const en = {
  ...enWindow,
  ...enForms,
  ...enExchange,
  ...enExporting,
  ...enFormats,
  ...enRegistry,
  ...enPeople,
  ...enCodebook,
  ...enFilters,
  ...enConflicts,
  ...enMerging,
  ...enLinks,
  ...enConvert,
  ...enCorrection,
  ...enSteps,
  ...enTargets,
  ...enFailures,
  ...enFindings,
  ...enCli,
  ...enAgreement,
  ...enAdjudication,
  ...enAgreementView,
  ...enCorpus,
  ...enSplits,
  ...enTables,
  ...enImporting,
  ...enMain,
}

export type MessageKey = keyof typeof en
export type Language = 'en' | 'ru'
export type MessageValues = Record<string, string | number | Date>
/** Says a message in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

export const languages: readonly Language[] = ['en', 'ru']

export const catalogues: Record<Language, Record<MessageKey, string>> = {
  en,
  ru: {
    ...ruWindow,
    ...ruForms,
    ...ruExchange,
    ...ruExporting,
    ...ruFormats,
    ...ruRegistry,
    ...ruPeople,
    ...ruCodebook,
    ...ruFilters,
    ...ruConflicts,
    ...ruMerging,
    ...ruLinks,
    ...ruConvert,
    ...ruCorrection,
    ...ruSteps,
    ...ruTargets,
    ...ruFailures,
    ...ruFindings,
    ...ruCli,
    ...ruAgreement,
    ...ruAdjudication,
    ...ruAgreementView,
    ...ruCorpus,
    ...ruSplits,
    ...ruTables,
    ...ruImporting,
    ...ruMain,
  },
}

/** Reasons are codes such as `too-large`, and the names of ICU's choices have no hyphens: there it is `too_large`. */
const selectable = (values: MessageValues): MessageValues =>
  typeof values['reason'] === 'string' ? { ...values, reason: values['reason'].replaceAll('-', '_') } : values

// Sentences hold no mark-up: an angle bracket is an angle bracket.
const plainText = { ignoreTag: true }

/** The translator for a language; formats are parsed on first use and kept. */
export const translator = (language: Language): Translate => {
  const parsed = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    let format = parsed.get(key)
    if (!format) {
      format = new IntlMessageFormat(catalogues[language][key], language, undefined, plainText)
      parsed.set(key, format)
    }
    return String(format.format(values && selectable(values)))
  }
}

/** The interface language for a locale tag such as `ru-RU` or `ru_RU.UTF-8`: Russian where it says so, else English. */
export const languageFor = (locale: string | undefined): Language => (/^ru\b|^ru_/i.test(locale ?? '') ? 'ru' : 'en')
