/** One sentence or two a failure: what happened, why, what is safe, what can be done. */
import { unreadable } from './unreadable.ts'
export const failures = {
  'failure.not-a-project':
    '“{file}” is not an Actant project. It was not touched. Projects have the ending .actant; articles and bundles are added to an open project.',
  'failure.newer-project':
    '“{file}” was written by a newer Actant (schema {found}; this one knows {known}). It was not touched. Install the newer version to open it.',
  'failure.damaged-project':
    'The project is damaged: {reason, select, truncated {its file has been cut short} sqlite {the database does not hold together} schema {it lacks tables that every project has} record {a stored record no longer reads as it was written} history {the history of changes no longer reads as it was written} backup {a copy of it did not pass its checks} other {{reason}}}. Nothing is written to it. Open the latest backup beside it, or a copy of your own.',
  'failure.held':
    'The project is being worked on elsewhere: {program} on {host} (process {pid}) has it. You can read and export it meanwhile; to change it, close it there first.',
  'failure.read-only':
    '“{file}” can only be read: {reason, select, medium {its folder or medium cannot be written to} damaged {it is damaged} asked {it was opened for reading} other {{reason}}}. Nothing was changed. To go on working, save a copy elsewhere.',
  'failure.busy':
    'Bundles are being merged right now. Nothing was changed; do it again when that is done, or stop the merge.',
  'failure.no-project': 'No project is open. Open one or create one first.',
  'failure.project-gone':
    '“{file}” was deleted, moved or replaced while it was open, so the last change was not saved. Everything before it is still in memory: save a copy of the project now.',
  'failure.disk-full':
    'Not saved: there is no room left on the disk for “{file}”. What was saved before is intact. Free some space and do it again.',
  'failure.file':
    '{reason, select, missing {“{file}” does not exist.} denied {There is no permission to use “{file}”.} read_only {“{file}” lies on a medium that cannot be written to.} directory {“{file}” is a folder; a file is needed.} not_regular {“{file}” is no regular file.} exists {“{file}” already exists. It was not touched; choose another name.} is_project {“{file}” is the open project itself. It was not touched; choose another name.} io {Reading or writing “{file}” failed: the disk reports an error. Nothing more is written to it; save a copy elsewhere and check the disk.} busy {“{file}” is busy in another program. Nothing was changed; try again in a moment.} name {The name “{file}” is not possible here; choose another.} too_many_files {The system cannot open any more files at the moment; “{file}” was not touched. Close some programs and try again.} zip_full {“{file}” would hold more than a ZIP archive can: 65,534 files, or 4 GB. Nothing was written.} other {Using “{file}” failed ({reason}).}}',
  'failure.unreadable-article': unreadable,
  'failure.refused-bundle': '“{file}” is not a sound bundle, so nothing of it was taken over. The findings say where.',
  'failure.refused-codebook':
    '{reason, select, too_large {“{file}” has {size, number} bytes; a codebook of more than {limit, number} is not read.} not_json {“{file}” is no JSON: it breaks off, or stops making sense, in line {line}, column {column}.} too_deep {“{file}” is nested too deeply (line {line}, column {column}).} duplicate_key {In “{file}” the member “{name}” stands twice, so nobody can say which one is meant (at {where}).} duplicate_id {In “{file}” two entries have one id or one key (at {where}).} unsupported_version {“{file}” is a codebook of format version {found}; this Actant reads {known}.} format {“{file}” is no codebook: it does not say so in its member “format”.} ill_formed_text {“{file}” holds text that is no Unicode (at {where}).} other {“{file}” is not as a codebook must be (at {where}).}} Nothing of it was taken over.',
  'failure.not-found':
    '{kind, select, article {This article} annotation {This annotation} code {This code} annotator {This annotator} actor {This actor} issue {This issue} link {This link} attribute {This attribute} linkType {This link type} conflict {This conflict, or this version of it,} split {This split} other {This record}} is not in the project (any more).',
  'failure.bad-request':
    '{reason, select, span {These offsets do not lie in the article, in order.} inside_character {A boundary would lie inside a character; move it by one.} id_taken {This id is already taken.} body {This does not fit the annotation’s type.} quote {These words are not in the text any more.} wrong_type {An annotation of this type cannot stand there.} attribute_value {The codebook does not allow this value.} split {There is nothing to part here.} orphan {The annotation has lost its place in the text; place it again first.} cycle {An entry cannot stand under itself or be merged into itself.} key_taken {This key is already taken.} link_types {A link of this type cannot join these two.} linked {These two are linked like this already.} text {The text would be empty, or hold half a character or a carriage return.} only_once {Of this there can be only one; decide for one version.} annotator {People stay with what they made; decide for one version.} anchored {The annotation has its place in the text.} inputs {What is decided about must be annotations of this article by annotators, each in one decision.} nesting {In {count, plural, one {# place} other {# places}} of article {article} spans share words, and this format knows one tag a word: choose --nesting outermost, innermost or per-code.} several_people {Several people annotated these articles, and this format cannot tell whose a span is: name one by --layer, or take --layer all.} mapping {This format cannot take a mapping: it has no labels.} chains {Chains of attribution cannot go out like this in this format.} measure {A network of this kind has other measures: {known}.} splits {This format is one table; it cannot be split.} name_taken {This name is already taken.} other {This cannot be done ({reason}).}} Nothing was changed.',
  'failure.not-yours':
    'This annotation is someone else’s and stays as it is. Changing it makes a copy of your own; it cannot be removed.',
  'failure.annotated':
    'The article already has annotations, so its text cannot be read anew in another encoding. Remove the annotations first, or add the file to another project.',
  'failure.cancelled': 'Cancelled.',
  'failure.service-gone':
    'The part of Actant that keeps the project stopped and is being started again. What was saved is safe; the last action may not have been done: look, and do it again.',
  'failure.who-are-you': 'Say who you are first: your name stands with everything you add.',
} as const
