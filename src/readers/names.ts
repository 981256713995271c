/** What names of outlets, addresses and people look like in a line of text, as sources of regular expressions. */

/** `moscowtimes.ru`, `RZNonline.ru`, `минобороны.рф`. */
export const domain = String.raw`(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:[a-z]{2,}|рф)`

/** Within quotation marks, which are part of the match. */
export const quoted = String.raw`(?:«[^«»\n]{2,60}»|“[^“”\n]{2,60}”|"[^"\n]{2,60}")`

/** `Daily Telegraph`, `Sohu`, `El País`, `19FortyFive`: capitalised Latin words. */
export const latinName = String.raw`(?:[\dA-Z\u00c0-\u00de\u015e][\p{Script=Latin}\d&'’.-]*[\p{Script=Latin}\d](?:\s+\p{Lu}[\p{Script=Latin}\d&'’.-]*[\p{Script=Latin}\d]|\s+(?:of|and|the|de)(?=\s+\p{Lu})){0,5})`

/** `ИноСМИ`, `RZNonline`: one word with a capital inside it, and small letters. */
export const camelName = String.raw`(?:(?=\p{L}*\p{Ll})(?=\p{Lu}\p{L}*\p{Lu})\p{Lu}\p{L}+)`

/** Agencies that sign articles by their bare name. */
export const agency =
  '(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|Xinhua|Anadolu|dpa|UPI|TASS|Interfax|RIA Novosti|' +
  'ТАСС|Интерфакс|РИА Новости|Рейтер|Синьхуа|БелТА|Укринформ)'

export const person = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}`

/** Quotation marks around a whole name are taken off. */
export const bareName = (name: string): string =>
  /^(«[^«»]*»|“[^“”]*”|"[^"]*")$/.test(name.trim()) ? name.trim().slice(1, -1) : name.trim()
