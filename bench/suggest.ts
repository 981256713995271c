/**
 * How often the first proposal for a person is right, on the dev articles of RuSentRel (persons as the corpus tagged them). The first
 * mention of a person in an article makes the actor, with the words it stands in; every later mention asks for a proposal.
 * Which forms are one person is said by hand in `suggest-gold.json` (the corpus does not say). Forms that are no person there
 * (places and words tagged by mistake) are left out. `node bench/suggest.ts`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../src/core/registries.ts'
import { createActorIndex } from '../src/core/suggest/actors.ts'
import { writeSection } from './page.ts'

type Gold = Record<string, Record<string, string>>
type Mention = { start: number; form: string; actor: string }
type Tally = { later: number; proposed: number; right: number; wrong: string[] }

const corpus = join(process.env['ACTANT_SHARED'] ?? '../shared', 'corpora/rusentrel')
const gold: Gold = JSON.parse(readFileSync(new URL('suggest-gold.json', import.meta.url), 'utf8'))

const mentionsOf = (article: string): Mention[] =>
  readFileSync(join(corpus, `${article}.ann`), 'utf8')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, place, form = ''] = line.split('\t')
      const [type, start] = place?.split(' ') ?? []
      const actor = gold[article]?.[form]
      return type === 'PER' && actor ? [{ start: Number(start), form, actor }] : []
    })
    .sort((a, b) => a.start - b.start)

type Propose = (form: string, known: Map<string, string[]>, recent: string[]) => string | undefined

const measure = (propose: Propose): Tally => {
  const tally: Tally = { later: 0, proposed: 0, right: 0, wrong: [] }
  for (const article of Object.keys(gold)) {
    const known = new Map<string, string[]>()
    const recent: string[] = []
    for (const { form, actor } of mentionsOf(article)) {
      const proposal = propose(form, known, recent)
      if (known.has(actor)) tally.later += 1
      if (proposal) tally.proposed += 1
      if (proposal === actor) tally.right += 1
      else if (proposal || known.has(actor)) tally.wrong.push(`${article}: ${form} → ${proposal ?? '–'} (${actor})`)
      known.set(actor, known.get(actor) ?? [form])
      recent.splice(0, recent.length, actor, ...recent.filter((one) => one !== actor))
    }
  }
  return tally
}

const actorOf = (id: string, [name = '', ...aliases]: string[]): Actor => ({
  id,
  name,
  actorType: 'person',
  aliases: aliases.map((text) => ({ text, kind: 'name' as const })),
  memberOf: [],
  version: {},
  createdAt: '',
  createdBy: '',
  modifiedAt: '',
  modifiedBy: '',
})

const ours =
  (sureOnly: boolean): Propose =>
  (form, known, recent) => {
    const [first] = createActorIndex([...known].map(([id, forms]) => actorOf(id, forms))).suggest(form, { recent })
    return first && (first.sure || !sureOnly) ? first.actorId : undefined
  }
const exact: Propose = (form, known) => [...known].find(([, forms]) => forms.includes(form))?.[0]

if (!existsSync(corpus) || readdirSync(corpus).length === 0) {
  console.log('Not measured: there is no RuSentRel beside the project (set ACTANT_SHARED).')
} else {
  const per = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  const lines = ['| proposal | recall | precision | later mentions |', '|---|--:|--:|--:|']
  for (const [name, propose] of [
    ['the same words', exact],
    ['first proposal', ours(false)],
    ['first proposal, where it is sure', ours(true)],
  ] as const) {
    const { later, proposed, right, wrong } = measure(propose)
    lines.push(`| ${name} | ${per(right, later)} | ${per(right, proposed)} | ${later} |`)
    if (process.argv.includes('--wrong')) console.log(wrong.join('\n'))
  }
  console.log(lines.join('\n'))
  writeSection('suggest', lines.join('\n'))
}
