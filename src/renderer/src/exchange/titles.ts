import { foreignReaders } from '../../../core/formats/index.ts'

/** What people call a format that can be read. */
export const titleOf = (format: string): string => foreignReaders.find(({ id }) => id === format)?.title ?? format
