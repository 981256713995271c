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

  'article.adjudicate.more': 'Adjudicate…',
  'menu.adjudication': 'Adjudication',
  'adjudicate.agreed': 'Accept everything that is agreed',
  'adjudicate.take': 'Take this version',
  'adjudicate.take.of': 'Take version {place, number}',
  'adjudicate.both': 'Keep all versions',
  'adjudicate.neither': 'Keep none of them',
  'adjudicate.own': 'Decide differently, from a copy…',
  'adjudicate.next': 'Next place',
  'adjudicate.previous': 'Previous place',
  'adjudicate.leave': 'Leave the adjudication',
  'adjudication.title': 'Adjudication',
  'adjudication.onlyOne':
    'There is nothing to adjudicate: fewer than two people’s annotations of this article can be seen.',
  'adjudication.twoAtLeast': 'Two annotators at least are compared.',
  'adjudication.notDecided': 'This was not decided',
  'adjudication.accepted':
    '{count, plural, =0 {Nothing was taken over.} one {# agreed place is taken over.} other {# agreed places are taken over.}}',
  'adjudication.decided': '{count, plural, =0 {Decided: nothing is kept.} one {Decided.} other {Decided: # are kept.}}',
  'adjudication.progress': '{decided, number} of {total, number} decided',
  'adjudication.leave': 'Leave the adjudication',
  'adjudication.compared': 'Whose annotations are compared',
  'adjudication.show': 'What is walked through',
  'adjudication.show.open': 'Differences',
  'adjudication.show.agreed': 'Agreed',
  'adjudication.show.decided': 'Decided',
  'adjudication.accept': 'Accept {count, plural, one {# agreed place} other {# agreed places}}',
  'adjudication.unit': 'Place to decide about',
  'adjudication.at': '{at, number} of {total, number}',
  'adjudication.none.open':
    '{agreed, plural, =0 {Everything is decided.} other {No differences are left; accept what is agreed.}}',
  'adjudication.none.agreed': 'Nothing agreed is left to accept.',
  'adjudication.none.decided': 'Nothing has been decided yet.',
  'adjudication.missing': '{names} tagged nothing here.',
  'adjudication.stacked': 'Somebody has several annotations here; no rule decides which belong together.',
  'adjudication.was':
    'Decided by {name}: {rule, select, exact_match {all agreed} chosen {one was taken} several {several were kept} none {nothing was kept} own {differently} other {{rule}}}.',
  'adjudication.again':
    'Decided before by {name}; something has changed or come since. The decision stands until you decide again.',
  'adjudication.take': 'Take',
  'adjudication.takeOf': 'Take {key}, {name}’s version',
  'adjudication.ownOf': 'Decide differently, from a copy of {name}’s version',
  'adjudication.both': '{count, plural, =2 {Both} other {All #}}',
  'adjudication.neither': '{count, plural, one {Not this} =2 {Neither} other {None}}',
  'adjudication.own': 'Own…',
  'adjudication.ownHow': 'What you save here is kept instead of the versions. Escape goes back to them.',
  'adjudication.kept': 'kept',
  'adjudication.differs': 'differs',
  'adjudication.nothingSaid': 'not said',
} as const
