/** What was changed in two places, and trying a merge out. */
export const conflicts = {
  'cli.merge.dryRun': 'only say what would happen; nothing is written',
  'cli.merge.would': '{file}: would be merged (nothing was written)',
  'cli.merge.texts': '{count, plural, one {# article has} other {# articles have}} another text here',
  'cli.merge.dangling': 'referred to, but neither here nor in the bundle: {counts}',
  'cli.conflicts.summary': 'list what was changed in two places',
  'cli.conflicts.description':
    'List the records that were changed in two places and wait for a decision: the version that is shown first, then the others. The window decides them one by one; --take decides all of them.',
  'cli.conflicts.take': 'decide all: for the version that is shown (first) or the one after it (second)',
  'cli.conflicts.total':
    '{file}: {count, plural, =0 {nothing to decide} one {# record to decide about} other {# records to decide about}}',
  'cli.conflicts.differing': 'differs in {members}',
  'cli.conflicts.deletedOrChanged': 'deleted in one place, kept in another',
  'cli.conflicts.version':
    '{n, number}. {what, select, deleted {deleted} other {version}} by {who}, {at, date, medium}, {at, time, short}',
} as const
