/** Text as it is compared when something is looked up by name: lower case, ё as е, one space. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
