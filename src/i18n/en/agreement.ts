/** Agreement between annotators: measures, what they mean, what they are about, why there is no figure. */
export const agreement = {
  'agreement.metric.spanF1Exact': 'Span F1, exact',
  'agreement.metric.spanF1Overlap': 'Span F1, overlap',
  'agreement.metric.cohenKappa': 'Cohen’s κ',
  'agreement.metric.scottPi': 'Scott’s π',
  'agreement.metric.fleissKappa': 'Fleiss’ κ',
  'agreement.metric.krippendorffAlpha': 'Krippendorff’s α',
  'agreement.metric.alphaU': 'Krippendorff’s αU',
  'agreement.metric.gamma': 'γ',
  'agreement.metric.chainGiven': 'Chain given, F1',
  'agreement.metric.chainExact': 'Chain, same',
  'agreement.metric.chainSimilarity': 'Chain, similarity',
  'agreement.metric.chainAlpha': 'Chain, α',

  'agreement.meaning.spanF1Exact':
    'The share of spans that two annotators both tagged, with the same type and exactly the same words: 1 is all of them. Chance is not taken off.',
  'agreement.meaning.spanF1Overlap':
    'The share of spans that two annotators both tagged with the same type, where it is enough that they overlap; each span counts for one other at most. Chance is not taken off.',
  'agreement.meaning.cohenKappa':
    'How often two annotators decided the same about overlapping spans, less what their own habits would give by chance: 1 is always, 0 is no better than chance.',
  'agreement.meaning.scottPi':
    'As Cohen’s κ, with chance taken from the habits of both together, so that different habits count as disagreement.',
  'agreement.meaning.fleissKappa':
    'As Scott’s π for any number of annotators, over the spans that all of them decided.',
  'agreement.meaning.krippendorffAlpha':
    'How far any number of annotators decided the same about overlapping spans, less chance; decisions may be missing. For one code, issue or stance: that one against all others.',
  'agreement.meaning.alphaU':
    'How far annotators cut the same stretches out of the text for one type or code, less chance; where nothing is tagged counts too.',
  'agreement.meaning.gamma':
    'Places and categories at once, after the best alignment of all annotators, against random texts like theirs. The chance part is drawn with the seed.',
  'agreement.meaning.chainGiven':
    'Of overlapping positions and claims to which somebody gave a chain of attribution: how far all gave one.',
  'agreement.meaning.chainExact':
    'The share of overlapping positions and claims with the same chain of attribution, step by step.',
  'agreement.meaning.chainSimilarity':
    'How alike the chains of attribution are on average: 1 less the steps that would have to be changed, as a share of the longer chain.',
  'agreement.meaning.chainAlpha': 'The similarity of the chains less what chance would give.',

  'agreement.attribute.code': 'codes',
  'agreement.attribute.issue': 'issue',
  'agreement.attribute.stance': 'stance',
  'agreement.attribute.actor': 'actor mentioned',
  'agreement.attribute.holder': 'holder',
  'agreement.attribute.speaker': 'first speaker',

  'agreement.scope.all': 'everything',
  'agreement.scope.type': 'type: {type, select, actor {actors} position {positions} claim {claims} other {{type}}}',
  'agreement.scope.code': 'code: {name}',
  'agreement.scope.issue': 'issue: {name}',
  'agreement.scope.stance':
    'stance: {stance, select, support {support} oppose {oppose} neutral {neutral} ambiguous {ambiguous} other {{stance}}}',
  'agreement.scope.article': 'article: {name}',
  'agreement.scope.pair': '{first} and {second}',

  'agreement.undefined': 'undefined',
  'agreement.reason.no-items': 'nothing was judged by two annotators',
  'agreement.reason.one-category': 'everything was given the same value, so that chance explains all agreement',
  'agreement.reason.two-annotators': 'only for two annotators',
  'agreement.reason.unequal-ratings': 'not everything was judged by equally many annotators',
  'agreement.reason.no-units': 'nothing is tagged',
  'agreement.reason.overlapping-units': 'spans of one annotator overlap',
  'agreement.reason.misplaced-units': 'spans are empty or reach outside the text',
  'agreement.reason.different-lengths': 'the two sides are not of the same length',
  'agreement.reason.too-large': 'too many spans cross each other to be aligned',

  'cli.agree.summary': 'say how far annotators agree',
  'cli.agree.description':
    'Say how far annotators agree, over the articles on which at least two of them worked: in what was tagged, in codes, issues, stances, holders, speakers and chains of attribution. With --vectors it checks its own arithmetic against a table and needs no project.',
  'cli.agree.metric': 'only this measure; may be given several times: {metrics}',
  'cli.agree.article': 'only this article (id, its beginning, or title); may be given several times',
  'cli.agree.annotator': 'only this annotator (id or name); may be given several times',
  'cli.agree.type': 'only this type (actor, position, claim); may be given several times',
  'cli.agree.seed': 'seed for what rests on chance (by default 1)',
  'cli.agree.csv': 'give the figures as CSV',
  'cli.agree.vectors': 'run the table of vectors in this file instead of a project',
  'cli.agree.data': 'folder with the files that the vectors name; may be given several times',
  'cli.agree.name.metric': 'measure',
  'cli.agree.name.article': 'article',
  'cli.agree.name.type': 'type',
  'cli.agree.name.seed': 'number',
  'cli.agree.name.folder': 'folder',
  'cli.agree.compared':
    'Compared: {annotators}; {articles, plural, one {# article} other {# articles}}, {annotations, plural, one {# annotation} other {# annotations}}. Seed {seed}.',
  'cli.agree.nobody':
    'No article was worked on by two annotators. Let a second person annotate an article, or merge their bundle: actant merge PROJECT BUNDLE.',
  'cli.agree.measure': 'Measure',
  'cli.agree.about': 'About',
  'cli.agree.scope': 'Of',
  'cli.agree.value': 'Value',
  'cli.agree.items': 'Rests on',
  'cli.agree.differ': 'Differ',
  'cli.agree.number': '{value, number, ::.000}',
  'cli.agree.count': '{count, number}',
  'cli.agree.meanings': 'What the figures mean:',
  'cli.agree.noArticle': 'there is no article {name}.',
  'cli.agree.noAnnotator': 'there is no annotator {name}.',
  'cli.agree.twoAnnotators': 'name two annotators at least.',
  'cli.agree.ambiguous': '{name} may mean several; name it by its id.',
  'cli.agree.formats': '--json and --csv exclude each other.',
  'cli.agree.either': 'name a project, or give --vectors FILE; not both.',
  'cli.agree.notVectors': '{file} is no table of vectors: {detail}',
  'cli.agree.vector.pass': 'pass',
  'cli.agree.vector.fail': 'FAIL',
  'cli.agree.vector.total': '{passed, number} of {total, plural, one {# vector} other {# vectors}} passed.',
  'cli.agree.vector.differs': 'got {got}, expected {expected}',
  'cli.agree.vector.unknown-metric': 'no such measure: {detail}',
  'cli.agree.vector.bad-input': 'the input is not of the form this measure takes: {detail}',
  'cli.agree.vector.missing-data': 'the file {detail} is not there; name its folder with --data',
} as const
