/** Tables with one article a row. */
export const tables = {
  'cli.name.columns': 'columns',
  'cli.add.columns':
    'of a table (CSV, TSV, JSON Lines, JSON): which column is what, as text=body,title=headline. What there is: {roles}. By default what was chosen for such a table before, else what names and contents say',
  'cli.add.columns.wrong':
    '--columns {given}: say which column is what, as text=body,title=headline; text must be there, and each only once. What there is: {roles}.',
  'cli.add.columns.none':
    'No column of {file} looks like the text of articles. Name it: --columns text=… (its columns are {columns}).',
  'cli.add.columns.taken': '{file}: taken as {columns}. Another choice: --columns.',
  'cli.add.table':
    'table     {file}: {added, plural, one {# article} other {# articles}} added, {existing, number} already there, {refused, number} refused.',
  'table.title': 'Articles from a table',
  'table.of': '{file} ({at, number} of {count, number})',
  'table.what': 'Each row becomes an article. Say which column is what; only the text must be there.',
  'table.remembered': 'As chosen for such a table before.',
  'table.none': 'No column',
  'table.role.text': 'Text',
  'table.role.title': 'Title',
  'table.role.date': 'Date',
  'table.role.outlet': 'Outlet',
  'table.role.author': 'Author',
  'table.role.url': 'Address',
  'table.role.language': 'Language',
  'table.role.id': 'Its own id',
  'table.encoding': 'Encoding',
  'table.preview': 'The first rows',
  'table.row': 'Row',
  'table.damaged':
    '{damaged, plural, one {# of the first {looked, number} rows is damaged} other {# of the first {looked, number} rows are damaged}}: such rows are left out and listed, the others are added.',
  'table.noText': 'Choose the column that holds the text.',
  'table.add': 'Add articles',
  'table.skip': 'Leave this table out',
  'table.looking': 'Looking into the table',
  'table.notRead': 'The table was not read',
  'added.filter': 'Show',
  'added.filter.all': 'All ({count, number})',
  'added.filter.refused': 'Refused ({count, number})',
  'added.filter.existing': 'Already there ({count, number})',
  'added.filter.added': 'Added ({count, number})',
  'added.none': 'No file or row of this kind.',
  'added.copyList': 'Copy the list',
  'added.copied': 'Copied.',
  'added.stopped': 'Stopped before the end. What was added until then stays, and one undo takes it back.',
  'added.rows':
    '{added, plural, one {# article} other {# articles}} added, {existing, number} already there, {refused, number} refused',
  'added.rowName': '{file}, row {row, number}',
} as const
