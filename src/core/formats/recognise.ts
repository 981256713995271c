/** Which format a file is of, by its name and how it begins. */
import type { ForeignReader } from './foreign.ts'
import { foreignReaders } from './index.ts'

/** Bytes of a file's beginning that are enough to tell. */
export const openingLength = 256 * 1024

export const hasExtension = ({ extensions }: ForeignReader, name: string): boolean =>
  extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))

/** @param opening the first characters of the file; it may end inside of anything */
export const recogniseFormat = (name: string, opening: string): ForeignReader | undefined =>
  foreignReaders.find((reader) => hasExtension(reader, name) && (reader.fits?.(opening) ?? true))
