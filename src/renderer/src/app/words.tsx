/** The interface's language for components: sentences, dates and numbers. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { type Language, type Translate, translator } from '../../../i18n/index.ts'
import { type Formats, formats } from './formats.ts'

export type Words = Formats & { language: Language; t: Translate }

const made = new Map<Language, Words>()

/** The words of a language; made once, so that parsed messages are kept. */
export const wordsIn = (language: Language): Words => {
  let words = made.get(language)
  if (!words) {
    words = { language, t: translator(language), ...formats(language) }
    made.set(language, words)
  }
  return words
}

const WordsContext = createContext<Words>(wordsIn('en'))

export const useWords = (): Words => useContext(WordsContext)

export const WordsProvider = ({ language, children }: { language: Language; children: ReactNode }) => {
  const words = useMemo(() => wordsIn(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <WordsContext value={words}>{children}</WordsContext>
}
