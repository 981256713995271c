/** Reading text as a file of some format, and what a person sees of it. */
import type { FailureParams } from '../../src/core/failure.ts'
import { Failure } from '../../src/core/failure.ts'
import { type ReadArticle, type ReadOptions, readArticle } from '../../src/readers/index.ts'

export const readText = (text: string, options: ReadOptions = { fileName: 'a.txt' }): Promise<ReadArticle> =>
  readArticle(new TextEncoder().encode(text), options)

export const readHtml = (page: string): Promise<ReadArticle> => readText(page, { mediaType: 'text/html' })

export const readMarkdown = (text: string): Promise<ReadArticle> => readText(text, { mediaType: 'text/markdown' })

/** `type[details] text` of every block. */
export const shownBlocks = ({ text, blocks }: ReadArticle): string[] =>
  blocks.map(({ start, end, ...block }) => {
    const detail =
      block.type === 'heading'
        ? block.level
        : block.type === 'listItem'
          ? `${block.ordered ? '1.' : '-'}${block.depth}`
          : ''
    return `${block.type}${detail} ${text.slice(start, end)}`
  })

/** `type text`, for links with their address. */
export const shownMarks = ({ text, marks }: ReadArticle): string[] =>
  marks.map(
    (mark) => `${mark.type} ${text.slice(mark.start, mark.end)}${mark.type === 'link' ? ` → ${mark.href}` : ''}`,
  )

/** The parameters of the failure that `act` ends in. */
export const refusal = async (act: () => Promise<unknown>): Promise<FailureParams | undefined> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof Failure && error.code === 'unreadable-article') return error.params
    throw error
  }
  return undefined
}
