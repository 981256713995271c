import { foreignReaders } from '../../../core/formats/index.ts'
import type { Translate } from '../../../i18n/index.ts'

/** What people call a format that can be read. */
export const titleOf = (t: Translate, format: string): string =>
  format === 'cas-xmi-zip'
    ? t('import.title.cas-xmi-zip')
    : (foreignReaders.find(({ id }) => id === format)?.title ?? format)
