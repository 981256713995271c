/** What was done, as undo and redo name it; the parts of `window.ts` that come with the analyst's model. */
export const steps = {
  'step.annotation.move':
    'move boundaries of {type, select, actor {actor} position {position} other {claim}}{named, select, yes { “{name}”} other {}}',
  'step.annotation.duplicate':
    'duplicate {type, select, actor {actor} position {position} other {claim}}{named, select, yes { “{name}”} other {}}',
  'step.annotation.split':
    'split {type, select, actor {actor} position {position} other {claim}}{named, select, yes { “{name}”} other {}}',
  'step.annotation.place':
    'place {type, select, actor {actor} position {position} other {claim}} again{named, select, yes { “{name}”} other {}}',
  'step.article.correct': 'correct text{named, select, yes { of “{name}”} other {}}',
  'step.mention.link':
    '{count, plural, one {link mention to actor{named, select, yes { “{name}”} other {}}} other {link # mentions to actor{named, select, yes { “{name}”} other {}}}}',
  'step.mention.linkNew': 'add actor{named, select, yes { “{name}”} other {}} and link it',
  'step.mention.tag':
    '{count, plural, one {tag # mention} other {tag # mentions}} of actor{named, select, yes { “{name}”} other {}}',
  'step.mention.unlink':
    '{count, plural, one {unlink mention{named, select, yes { “{name}”} other {}}} other {unlink # mentions}}',
  'step.actor.add': 'add actor{named, select, yes { “{name}”} other {}}',
  'step.actor.update': 'change actor{named, select, yes { “{name}”} other {}}',
  'step.actor.remove':
    '{count, plural, one {remove actor{named, select, yes { “{name}”} other {}}} other {remove # actors}}',
  'step.actor.merge': 'merge into actor{named, select, yes { “{name}”} other {}}',
  'step.actor.unmerge': 'unmerge actor{named, select, yes { “{name}”} other {}}',
  'step.issue.add': 'add issue{named, select, yes { “{name}”} other {}}',
  'step.issue.update': 'change issue{named, select, yes { “{name}”} other {}}',
  'step.issue.remove':
    '{count, plural, one {remove issue{named, select, yes { “{name}”} other {}}} other {remove # issues}}',
  'step.issue.move': 'move issue{named, select, yes { “{name}”} other {}}',
  'step.issue.merge': 'merge into issue{named, select, yes { “{name}”} other {}}',
  'step.issue.unmerge': 'unmerge issue{named, select, yes { “{name}”} other {}}',
  'step.code.add': 'add code{named, select, yes { “{name}”} other {}}',
  'step.code.update': 'change code{named, select, yes { “{name}”} other {}}',
  'step.code.remove':
    '{count, plural, one {remove code{named, select, yes { “{name}”} other {}}} other {remove # codes}}',
  'step.code.move': 'move code{named, select, yes { “{name}”} other {}}',
  'step.code.merge': 'merge into code{named, select, yes { “{name}”} other {}}',
  'step.code.unmerge': 'unmerge code{named, select, yes { “{name}”} other {}}',
  'step.attribute.add': 'add attribute{named, select, yes { “{name}”} other {}}',
  'step.attribute.update': 'change attribute{named, select, yes { “{name}”} other {}}',
  'step.attribute.remove':
    '{count, plural, one {remove attribute{named, select, yes { “{name}”} other {}}} other {remove # attributes}}',
  'step.linkType.add': 'add link type{named, select, yes { “{name}”} other {}}',
  'step.linkType.update': 'change link type{named, select, yes { “{name}”} other {}}',
  'step.linkType.remove':
    '{count, plural, one {remove link type{named, select, yes { “{name}”} other {}}} other {remove # link types}}',
  'step.link.add': 'add link{named, select, yes { “{name}”} other {}}',
  'step.link.update': 'change link{named, select, yes { “{name}”} other {}}',
  'step.link.remove':
    '{count, plural, one {remove link{named, select, yes { “{name}”} other {}}} other {remove # links}}',
  'step.progress.set': 'set progress{named, select, yes { of “{name}”} other {}}',
  'step.conflict.decide': 'decide conflict{named, select, yes { about “{name}”} other {}}',
  'step.codebook.import': 'import codebook{named, select, yes { “{name}”} other {}}',
} as const
