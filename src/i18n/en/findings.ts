/** One sentence a finding: what is wrong, and what becomes of it. Where it stands is told beside it, as a JSON pointer. */
export const findings = {
  'finding.not-json': 'This is no JSON: it breaks off, or stops making sense, in line {line}, column {column}.',
  'finding.too-large': 'The file has {size, number} bytes; more than {limit, number} are not read.',
  'finding.too-deep': 'Objects and lists are nested more than {limit, number} deep (line {line}, column {column}).',
  'finding.duplicate-key': 'The member “{name}” stands here twice, so nobody can say which one is meant.',
  'finding.forbidden-key': 'A member must not be called “__proto__”.',
  'finding.ill-formed-text': 'This text is no Unicode: it holds half a character, or bytes that are not UTF-8.',
  'finding.unsupported-version':
    'The file is of format version {found}; this program reads {known} and whatever later 1.x versions add. Another version of Actant may read it.',
  'finding.unknown-type': 'There is no annotation type {value}; there are “actor”, “position” and “claim”.',
  'finding.duplicate-id': 'The id {id} already belongs to another record of the file.',
  'finding.negative-offset': 'An offset counts from 0 and cannot be {value}.',
  'finding.fractional-offset': 'An offset counts whole code points and cannot be {value}.',
  'finding.start-after-end': 'This range ends at {end}, which is not after its start at {start}.',
  'finding.fragment-order': 'This fragment starts before the end of the one in front of it.',
  'finding.wrong-article-id': 'The id is not the digest of the article’s text: one of the two was changed.',
  'finding.schema':
    '{rule, select, missing {“{member}” is missing here.} unknown {The format knows no “{member}” here.} number {The number {value} cannot be kept as it is written.} repeated {{value} stands in this list a second time.} empty {Nothing stands in here, but something has to.} other {The value {value} is not possible here.}}',
  'finding.end-past-text': 'The fragment ends past the end of the text.',
  'finding.inside-character': 'The fragment begins or ends inside a character.',
  'finding.quote-mismatch': 'The text at these offsets is not what is quoted.',
  'finding.dangling-reference':
    '{kind, select, annotator {The annotator} code {The code} attribute {The attribute} linkType {The link type} actor {The actor} issue {The issue} article {The article} annotation {The annotation} other {The record}} “{id}” that is meant here is not there. The reference is kept.',
  'finding.layout-past-text':
    'This piece of layout ends at {end, number}, past the end of the text ({length, number}). It is left out.',
  'finding.digest-mismatch':
    'The digest does not fit the content: the file was changed after it was written, or not written properly.',
  'finding.not-canonical':
    '{rule, select, order {The list {list} is not in canonical order.} other {The file is not in canonical form (spaces, order of members or way of writing).}} That does no harm, but two files of the same content then differ.',
  'finding.sqlite-damaged': 'SQLite finds the project file damaged: {reason}',
  'finding.text-damaged': 'The article’s text is not the one that was stored.',
  'finding.record-damaged':
    '{reason, select, checksum {The record is not the one that was stored.} schema {The record lacks something or holds something it must not.} place {The record is filed in the wrong place.} twice {The record is there twice.} counts {The number of annotations kept with the article is wrong.} other {The record is damaged ({reason}).}}',
  'finding.history-damaged': 'A step of the history is not the one that was stored; it cannot be undone or redone.',
  'finding.concurrent':
    '{kind, select, annotator {This annotator} code {This code} attribute {This attribute} linkType {This link type} actor {This actor} issue {This issue} article {This article} annotation {This annotation} link {This link} adjudication {This decision} progress {This progress} other {This record}} was changed here and there independently and differently. Both versions are kept; which one stands is yours to decide.',
} as const
