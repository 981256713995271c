/** Those of tables with one article a row. */
export const tableExtensions = ['csv', 'tsv', 'tab', 'jsonl', 'ndjson', 'json']

/** The extensions of files that articles are read from, as the file dialog offers them; a test compares them with the readers. */
export const articleExtensions = [
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'mhtml',
  'mht',
  'eml',
  'docx',
  'docm',
  'odt',
  'ott',
  'epub',
  'pdf',
]
