/** What formats are called: by their own names, but for those that are said in words. */
import type { OutFormat } from '../core/formats/out/format.ts'
import type { Translate } from './index.ts'

const worded = ['hf', 'csv-claims', 'csv-positions', 'graphml', 'network-csv', 'qdpx'] as const

/** What a format to export in is called. */
export const outTitle = (t: Translate, { id, title }: Pick<OutFormat, 'id' | 'title'>): string => {
  const inWords = worded.find((one) => one === id)
  return inWords ? t(`export.title.${inWords}`) : title
}
