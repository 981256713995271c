/**
 * Whether two Russian words can be forms of one name. No dictionary: names of people and places are what dictionaries lack. Two words
 * agree when, after the same beginning, both of their endings stand in one paradigm of the declension of nouns, surnames or
 * adjectives (after the tables of Зализняк's «Грамматический словарь русского языка», proper names included).
 */

/** Each line is one paradigm: the endings a name of that kind takes in all cases (singular, then plural). '' is the bare stem. */
const paradigms: readonly (readonly string[])[] = [
  // Трамп, Макрон, Байден, Вашингтон; Мерц, Пентагон; европейцы by the plural line below
  ['', 'а', 'у', 'ом', 'ем', 'е'],
  // Лавров, Путин, Рябков
  ['', 'а', 'у', 'ым', 'е', 'ы', 'ых', 'ыми'],
  // Лаврова, Путина as women's names
  ['а', 'ой', 'у', 'ою'],
  // Обама, Москва, Канада
  ['а', 'ы', 'и', 'е', 'у', 'ой', 'ою', 'ей'],
  // чиновники, дипломаты; страны
  ['', 'ы', 'и', 'ов', 'ев', 'ей', 'ам', 'ами', 'ах', 'ям', 'ями', 'ях'],
  ['а', 'ы', 'и', '', 'ам', 'ами', 'ах'],
  // Россия, Германия, коалиция, Мелания
  ['ия', 'ии', 'ию', 'ией', 'ий', 'иям', 'иями', 'иях'],
  // Илья, Земля
  ['я', 'и', 'е', 'ю', 'ей', 'ёй', 'ь', 'ям', 'ями', 'ях'],
  ['ья', 'ьи', 'ье', 'ью', 'ьей', 'ьёй', 'ей'],
  // Кремль, Израиль, Меркель (a man's name or a thing)
  ['ь', 'я', 'ю', 'ем', 'ём', 'е', 'и', 'ей', 'ям', 'ями', 'ях'],
  // Сибирь, область
  ['ь', 'и', 'ью', 'ей', 'ям', 'ями', 'ях'],
  // Сергей, Андрей, Китай
  ['й', 'я', 'ю', 'ем', 'ём', 'е', 'и', 'ев', 'ям', 'ями', 'ях'],
  // Юрий, Дмитрий, Валерий
  ['ий', 'ия', 'ию', 'ием', 'ии', 'иев'],
  // Зеленский, российский
  ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими'],
  // Белый, Толстой; второй
  ['ый', 'ой', 'ого', 'ому', 'ым', 'ом', 'ая', 'ую', 'ое', 'ые', 'ых', 'ыми'],
  ['ий', 'его', 'ему', 'им', 'ем', 'яя', 'ей', 'юю', 'ее', 'ие', 'их', 'ими'],
  // министерство, ведомство, агентство
  ['о', 'а', 'у', 'ом', 'е', 'ам', 'ами', 'ах'],
  // издание
  ['ие', 'ия', 'ию', 'ием', 'ии', 'ий', 'иям', 'иями', 'иях'],
  // A vowel falls out: немец — немца, европеец — европейца, Песок — Песка, Орёл — Орла
  ['ец', 'ца', 'цу', 'цем', 'цом', 'це', 'цы', 'цев', 'цов', 'цам', 'цами', 'цах'],
  ['еец', 'ейца', 'ейцу', 'ейцем', 'ейце', 'ейцы', 'ейцев', 'ейцам', 'ейцами', 'ейцах'],
  ['ок', 'ка', 'ку', 'ком', 'ке', 'ки', 'ков', 'кам', 'ками', 'ках'],
  ['ел', 'ла', 'лу', 'лом', 'ле', 'ёл'],
  // Лев
  ['ев', 'ьва', 'ьву', 'ьвом', 'ьве'],
  // россияне, парижане, израильтянин
  ['анин', 'анина', 'анину', 'анином', 'анине', 'ане', 'ан', 'анам', 'анами', 'анах'],
  ['янин', 'янина', 'янину', 'янином', 'янине', 'яне', 'ян', 'янам', 'янами', 'янах'],
]

const longestEnding = Math.max(...paradigms.flat().map((ending) => ending.length))

const paradigmsOf = new Map<string, Set<number>>()
for (const [index, endings] of paradigms.entries())
  for (const ending of endings) paradigmsOf.set(ending, (paradigmsOf.get(ending) ?? new Set()).add(index))

/** A stem as short as this never carries an ending: «ЕС», «ООН», «Ким» (the last takes them at three letters). */
const shortestStem = 3

/**
 * Whether two words (lower case, ё folded to е) can be forms of one name.
 * Russian words only: two words in Latin letters agree when they are equal or differ by the English possessive.
 */
export const sameName = (left: string, right: string): boolean => {
  if (left === right) return true
  if (/[a-z]/.test(left) || /[a-z]/.test(right)) return withoutPossessive(left) === withoutPossessive(right)
  let shared = 0
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared += 1
  for (
    let stem = Math.max(shortestStem, left.length - longestEnding, right.length - longestEnding);
    stem <= shared;
    stem += 1
  ) {
    const first = paradigmsOf.get(left.slice(stem))
    const second = paradigmsOf.get(right.slice(stem))
    if (first && second && [...first].some((paradigm) => second.has(paradigm))) return true
  }
  return false
}

const withoutPossessive = (word: string) => word.replace(/['’]s?$/u, '')
