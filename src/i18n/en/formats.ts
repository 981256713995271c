/** Exporting in the formats of trainers and other tools, with the account of what was carried. */
export const formats = {
  'formats.name.choice': 'choice',
  'formats.name.types': 'types',
  'formats.name.shares': 'shares',
  'formats.option.format': 'write in the format of another tool, with an account of what it cannot hold; needs -o',
  'formats.option.layer':
    'whose annotations: an annotator (id or name), “gold” for what was adjudicated, “all” for everybody’s side by side',
  'formats.option.types': 'only these types, with commas: actor,position,claim',
  'formats.option.chains': 'chains of attribution as relations between spans, in words, or not at all',
  'formats.option.labels': 'call spans by their type alone, or by type and codes',
  'formats.option.mapping':
    'call spans and relations as they were called where an import by this mapping (name or file) took them from',
  'formats.option.nesting':
    'IOB2: of spans inside one another keep the outermost or the innermost, or write a file per code',
  'formats.option.network':
    'networks: of nodes and issues, of nodes that say something about the same issues, or of issues',
  'formats.option.node':
    'networks: take for a node who holds a position, who says it in the first place, or the outlet that passes it on',
  'formats.option.measure':
    'networks: what the weight of an edge is; congruence and conflict belong to networks of one kind of node, stance (the mean) to those of nodes and issues',
  'formats.option.repeats': 'networks: count equal statements all, once in an article, or once in the project',
  'formats.option.bom': 'CSV: begin with a byte order mark, for spreadsheet programs',
  'formats.option.split': 'split by article into train and test (80/20), or train, validation and test (80/10/10)',
  'formats.option.seed': 'seed of the split (1 where none is given)',
  'formats.option.stratify': 'keep the shares within each outlet or month too',
  'formats.needsOutput': 'with --format, say where to write: -o FILE, or -o FOLDER.',
  'formats.needsFormat': 'these options belong to a format: name it with --format.',
  'formats.needsSplit': '--seed and --stratify belong to --split.',
  'formats.layerInstead': 'with --format, say whose annotations by --layer.',
  'formats.noGold': 'there is no gold layer: nothing was adjudicated in this project.',
  'formats.done':
    'Wrote {file} ({format}): {articles, plural, one {# article} other {# articles}}, {annotations, plural, one {# annotation} other {# annotations}}.',
  'formats.state': 'State of the project: {state}',
  'formats.report.kind': 'Kind',
  'formats.report.all': 'In the project',
  'formats.report.carried': 'Carried',
  'formats.report.lost': 'Not carried, and why',
  'formats.report.without': 'What of the carried records has no place in this format, with how many records:',
  'formats.lost':
    '{reason, select, no_place {no place in the format} not_chosen {not chosen} not_annotated {nobody worked on it} type {another type} orphan {no place in the text} unreferenced {nothing that went out names it} merged {merged into another} end_not_exported {an end did not go out} actor_end {leads to an actor} token_border {not on word borders} nested {nested in another or crossing it} no_article {its article is not here} no_actor {nobody of the registry says it} no_issue {about no issue} no_stance {no stance, or an ambiguous one} repeated {said before} other {{reason}}}',
  'formats.changed':
    '{change, select, discontinuous {one span made of several} token_border {widened to word borders} line_break {parted at line breaks} source_not_span {a source or holder that is no span here} white_space {white space at its ends cut off} stamp {who wrote it when} source_left_out {somebody among several who is not in the registry} illegal_character {characters that XML cannot hold} one_language {a label in two languages went out in one} other {{name}}}',
  'formats.kind.annotator': 'annotators',
  'formats.kind.code': 'codes',
  'formats.kind.attribute': 'attributes',
  'formats.kind.linkType': 'link types',
  'formats.kind.actor': 'actors',
  'formats.kind.issue': 'issues',
  'formats.kind.article': 'articles',
  'formats.kind.annotation': 'annotations',
  'formats.kind.link': 'links',
  'formats.kind.adjudication': 'adjudications',
  'formats.kind.progress': 'progress',
  'formats.kind.tombstone': 'deletions',
  'formats.kind.conflict': 'conflicts',

  'cli.stats.summary': 'count what the project holds',
  'cli.stats.description':
    'Count what a corpus is made of (annotations by type, code and annotator, articles by outlet and time, stances by issue, lengths), and say what it has little of.',
  'formats.stats.unknown': '(not known)',
} as const
