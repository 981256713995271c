/** The sample project: who annotated what, and how it hangs together. */
import { courier } from './courier.ts'
import { gazeta } from './gazeta.ts'
import { izvestia } from './izvestia.ts'
import type { AnnotatedArticle, Link } from './types.ts'

export { attributes, codes, linkTypes } from './codebook.ts'
export { actors, issues } from './registry.ts'

export const title = 'Проба: переговоры о водах Асты · Sample: the waters of the Asta'

export const annotator = 'Вера Соколова'

/** When the project was begun. */
export const begun = '2025-04-02T08:00:00.000Z'

export const articles: AnnotatedArticle[] = [gazeta, izvestia, courier]

export const links: Link[] = [
  ['g.figures', 'contradicts', 'g.harvest'],
  ['g.observers-for', 'contradicts', 'g.uniforms'],
  ['g.uniforms', 'supports', 'g.observers-against'],
  ['g.mission', 'questions', 'g.observers-against', 'Миссия без оружия — всё же чужие люди на плотине.'],
  ['g.blackmail', 'questions', 'g.releases'],
  ['g.blackmail', 'accuses', 'actor:arn'],
  ['g.cannot-check', 'questions', 'g.flow'],
  ['g.flow', 'questions', 'g.stalling'],
  ['g.stalling', 'accuses', 'actor:karenda'],
  ['g.one-question', 'supports', 'g.artillery'],
  ['i.reading', 'contradicts', 'i.consent'],
  ['i.wishful', 'questions', 'i.consent'],
  ['i.silence', 'supports', 'i.consent'],
  ['i.excuse', 'questions', 'i.gates-sound'],
  ['i.ice', 'questions', 'i.gates-ministry'],
  ['i.pretext', 'accuses', 'actor:limoria'],
  ['i.flood', 'supports', 'i.meeting-dost'],
  ['c.misunderstanding', 'contradicts', 'c.consent'],
  ['c.unverified', 'questions', 'c.test-offer'],
  ['c.theatre', 'questions', 'c.gas-fields'],
  ['c.fish', 'supports', 'c.mission-seim'],
  ['c.ice', 'questions', 'c.flood'],
  ['c.ice', 'contradicts', 'i.ice', 'Из двух статей: лёд ушёл 9 марта — и ещё не тронулся.'],
  ['c.two-gates', 'supports', 'i.two-gates', 'Те же слова Арн, пересказанные другим изданием.'],
  ['c.not-sell', 'contradicts', 'c.two-gates'],
]
