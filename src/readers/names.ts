/** What names of outlets, addresses and people look like in a line of text, as sources of regular expressions. */

/** `moscowtimes.ru`, `RZNonline.ru`, `минобороны.рф`. */
export const domain = String.raw`(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:[a-z]{2,}|рф)`

/** Within quotation marks, which are part of the match. */
export const quoted = String.raw`(?:«[^«»\n]{2,60}»|“[^“”\n]{2,60}”|"[^"\n]{2,60}")`

/** `Daily Telegraph`, `Sohu`, `NBC News`: capitalised Latin words. */
export const latinName = String.raw`(?:[A-Z][\w&'’.-]*\w(?:\s+[A-Z][\w&'’.-]*\w|\s+(?:of|and|the)(?=\s+[A-Z])){0,5})`

/** `ИноСМИ`, `RuBaltic`: one word with a capital inside it. */
export const camelName = String.raw`(?:[A-ZА-ЯЁ]\p{Ll}+\p{Lu}[\p{L}]*)`

/** Agencies that sign articles by their bare name. */
export const agency =
  '(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|Xinhua|Anadolu|dpa|UPI|TASS|Interfax|RIA Novosti|' +
  'ТАСС|Интерфакс|РИА Новости|Рейтер|Синьхуа|БелТА|Укринформ)'

export const person = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}`

/** Quotation marks around a whole name are taken off. */
export const bareName = (name: string): string =>
  /^(«[^«»]*»|“[^“”]*”|"[^"]*")$/.test(name.trim()) ? name.trim().slice(1, -1) : name.trim()
