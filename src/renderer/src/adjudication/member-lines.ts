/** What an annotation says, member by member, so that versions can be laid beside each other. */
import type { Annotation } from '../../../core/annotation.ts'
import type { ContentMember } from '../../../workbench/contract.ts'
import type { Words } from '../app/words.tsx'
import { bodyWords } from '../merging/member-words.ts'
import { list } from '../merging/members.ts'
import type { Names } from '../panes/names.ts'

export type MemberLine = { member: Exclude<ContentMember, 'place'>; text: string | undefined }

/** What is said, and what only another version says (then without a text); in the order of the form. */
export const memberLines = (
  row: Annotation,
  differing: readonly ContentMember[],
  names: Names,
  words: Words,
): MemberLine[] => {
  const said = {
    ...bodyWords(row, { names, words }),
    codes: list(row.codes.map((id) => names.code(id).label)),
    attributes: list(Object.entries(row.attributes).map(([key, value]) => names.attribute(row.type, key, value))),
  }
  return (Object.keys(said) as MemberLine['member'][])
    .map((member) => ({ member, text: said[member] || undefined }))
    .filter(({ member, text }) => text !== undefined || differing.includes(member))
}
