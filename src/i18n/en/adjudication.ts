/** Deciding between annotators: on the command line, as a step of the history, and in the window. */
export const adjudication = {
  'cli.adjudicate.summary': 'decide between annotators by a rule',
  'cli.adjudicate.description':
    'Take over into the gold layer what annotators agree on. The rule exact-match takes what all of them tagged exactly once in the same place and described in the same way; everything else is left for somebody to decide in the window, and what was decided before stays.',
  'cli.adjudicate.rule': 'the rule to decide by: exact-match',
  'cli.adjudicate.annotator': 'only compare this annotator (id or name); may be repeated',
  'cli.adjudicate.dryRun': 'only say what would be decided; nothing is written',
  'cli.adjudicate.name.rule': 'rule',
  'cli.adjudicate.noRule': 'name the rule to decide by: --rule exact-match.',
  'cli.adjudicate.nobody':
    'There is no article that two annotators have tagged. Let a second person annotate one, or merge their bundle: actant merge PROJECT BUNDLE.',
  'cli.adjudicate.done':
    '{file}: {accepted, plural, one {# agreed place} other {# agreed places}} taken over; {open, plural, one {# difference is} other {# differences are}} open, {decided, number} decided before.',
  'cli.adjudicate.would':
    '{file}: {accepted, plural, one {# agreed place} other {# agreed places}} would be taken over (nothing was written); {open, plural, one {# difference is} other {# differences are}} open, {decided, number} decided before.',
  'cli.adjudicate.left': 'The differences are decided in the window.',
  'cli.adjudicate.article': 'Article',
  'cli.adjudicate.accepted': 'Agreed',
  'cli.adjudicate.open': 'Open',
  'cli.adjudicate.decided': 'Decided before',

  'step.adjudication.decide':
    '{count, plural, one {decide between annotators{named, select, yes { about “{name}”} other {}}} other {decide about # places between annotators}}',
  'step.adjudication.rule':
    'accept {count, plural, one {# place} other {# places}} on which annotators agree{named, select, yes { (“{name}”)} other {}}',
} as const
