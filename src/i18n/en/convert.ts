/** Converting files from one program's format to another's. */
export const convert = {
  'cli.convert.summary': 'convert annotations from one program’s format to another’s',
  'cli.convert.description':
    'Read annotations of another program, or a bundle, and write them in another format, without a project. Ends with an account of what was carried and what could not be.',
  'convert.name.in': 'in',
  'convert.name.out': 'out',
  'convert.in': 'a file, or a folder of files of one format',
  'convert.out': 'the file to write, or a folder that is not there yet',
  'convert.from': 'the format to read; recognised where there is only one it can be',
  'convert.to': 'the format to write; by the extension where only one has it',
  'convert.whichFrom': 'it is not clear which format “{file}” is of: say it with --from ({formats}).',
  'convert.whichTo': 'the name “{file}” does not say in which format to write: say it with --to ({formats}).',
  'convert.nothing': 'Nothing could be read, so nothing was written.',
} as const
