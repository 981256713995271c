/** Taking over annotations made in other programs: on the command line, and as a step of the history. */
export const importing = {
  'cli.import.summary': 'take over annotations from other programs',
  'cli.import.description':
    'Take over articles and annotations from files of another program; folders are searched. How offsets are counted is found out by the quotes, and a file whose offsets cannot be proved is refused. What becomes of each layer is said by a mapping; without one by what --propose prints. All of it is one undo step, and importing twice changes nothing.',
  'cli.import.files': 'files, or folders to search',
  'cli.import.from': 'the format of the files: {formats}',
  'cli.import.mapping':
    'what becomes of layers and labels: the name of a mapping that is saved in the project, or a file (JSON, as --propose prints it)',
  'cli.import.propose': 'only print a mapping to begin with; nothing is written',
  'cli.import.annotator':
    'in whose name the annotations stand (by default whom the file names, else the importer of the format)',
  'cli.import.dryRun': 'only say what would be taken over; nothing is written',
  'cli.import.name.format': 'format',
  'cli.import.name.mapping': 'name or file',
  'cli.import.noFormat': 'name the format of the files: --from {formats}.',
  'cli.import.badMapping': '{file} is no mapping ({where}). One to begin with: actant import … --propose',
  'cli.import.imported': '{file}: taken over',
  'cli.import.would': '{file}: would be taken over',
  'cli.import.refused': '{file}: refused, nothing of it was taken over',
  'cli.import.noFiles': 'There is no file of this format.',
  'cli.import.new': 'new: {counts}',
  'cli.import.existing': 'here already: {counts}',
  'cli.import.total': 'New in the project: {counts}.',
  'cli.import.wouldTotal': 'Would be new in the project: {counts}. Nothing was written.',
  'cli.import.nothing': 'Nothing new.',
  'cli.import.offsets':
    'offsets: {reading}; {proof, select, quotes {proved by quotes ({fits, number} of {quotes, number} stand)} declared {as the format defines} same {all ways of counting lead to the same places} other {the only way that keeps to words}}',
  'cli.import.words': '({words, number} of {spans, number} begin and end with whole words)',
  'cli.import.noReading':
    'no single way of counting offsets fits its {spans, plural, one {# span} other {# spans}}: {tried}',
  'cli.import.byQuotes':
    '{count, plural, one {# annotation was} other {# annotations were}} found by the quote and what stands beside it: offsets do not lead there',
  'cli.import.tried': '{reading}: {fits, number}',
  'cli.import.reading':
    '{unit, select, codePoint {code points} utf16 {UTF-16 code units} utf8 {bytes of UTF-8} other {grapheme clusters}}{cr, select, yes {, CR counted} no {, CR not counted} other {}}{bom, select, yes {, byte order mark counted} no {, byte order mark not counted} other {}}{last, select, yes {, ends are last characters} no {, ends are exclusive} other {}}',
  'cli.import.leftOut':
    'left out: {count, number} × {what} ({reason, select, ignored {as the mapping says} unmapped {no rule of the mapping fits} no_words {a place without words} feature {a feature that the mapping makes no attribute of} value {a value that the mapping gives no meaning} attribute {a value that the codebook does not allow} unread {not read} end {one end was left out} self {to itself} other {the link type does not join these types}})',
  'cli.import.reanchored':
    '{count, plural, one {# annotation was} other {# annotations were}} found elsewhere: the text was corrected here',
  'cli.import.orphans':
    '{count, plural, one {# annotation has} other {# annotations have}} no place in the text as it was corrected here',
  'cli.import.line': 'line {at, number}: {problem}',
  'cli.import.entry': 'entry {at, number}: {problem}',
  'cli.import.detailed': '{sentence}: {detail}',
  'import.reason.format': 'this is not of the format',
  'import.reason.columns': 'the number of columns is wrong',
  'import.reason.offsets': 'the offsets do not lie in the text, in order',
  'import.reason.quote': 'the quote is not what stands there',
  'import.reason.ambiguous': 'the quote stands in several places',
  'import.reason.reference': 'what this refers to is not there',
  'import.reason.value': 'this cannot be read',
  'import.reason.twice': 'the id stands twice',
  'import.reason.several-values': 'it has another value already',
  'import.reason.no-text': 'there is no text for it',
  'import.reason.no-article':
    'its text is neither beside the file nor among the articles of the project: add the article, or put the text beside it',
  'import.reason.spaces':
    'this sentence is not above its words as they stand: the spaces between them were made up, in others like it too',
  'import.reason.several-articles': 'several articles of the project have these words',
  'cli.import.more': '… and {count, plural, one {# more} other {# more}}; all of them with --json',

  'cli.mappings.summary': 'list, print, save and remove import mappings',
  'cli.mappings.description':
    'List the import mappings that are saved in the project, print one of them as JSON, save one from a file, or remove one. The window saves them too; actant import takes them by name.',
  'cli.mappings.name': 'the mapping that is meant',
  'cli.mappings.save': 'save what is in this file under the name; one of the same name gives way',
  'cli.mappings.remove': 'remove it from the project',
  'cli.mappings.either': '--save and --remove exclude each other.',
  'cli.mappings.none': 'no mapping “{name}” is saved in this project.',
  'cli.mappings.empty': 'No mapping is saved in this project.',
  'cli.mappings.heading': 'Mapping',
  'cli.mappings.format': 'Format',
  'cli.mappings.rules': 'Rules',
  'cli.mappings.saved': 'Saved: “{name}”.',
  'cli.mappings.gone': 'Removed: “{name}”.',

  'step.import.add':
    'import {count, plural, one {annotations{named, select, yes { from “{name}”} other {}}} other {annotations from # files}}',
} as const
