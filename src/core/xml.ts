/** Text in XML 1.0. */

/** As content or as the value of an attribute; what XML cannot hold at all goes out as the replacement character. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(illegal, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')

/** Whether there is something in it that XML cannot hold. */
export const isIllegalInXml = (text: string): boolean => !text.isWellFormed() || text.search(illegal) >= 0

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML refuses
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
