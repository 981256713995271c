import { describe, expect, it } from 'vitest'
import { mergeFindings, projectFindings, refusing, reporting } from '../../src/core/finding.ts'
import { languages, translator } from '../../src/i18n/index.ts'

/** Every value a sentence may ask for. */
const params = {
  line: 3,
  column: 14,
  size: 600_000_000,
  limit: 512_000_000,
  name: 'actorId',
  found: '2.0',
  known: '1.0',
  id: '01990000-0000-7000-8000-000000000001',
  start: 12,
  end: 7,
  length: 5,
  value: '"x"',
  member: 'prefix',
  list: '/issues',
  kind: 'actor',
  reason: 'checksum',
}

describe.each(languages)('findings in %s', (language) => {
  const t = translator(language)

  it('have a sentence each, which names what it is given', () => {
    for (const code of [...refusing, ...reporting, ...projectFindings, ...mergeFindings]) {
      const sentence = t(`finding.${code}`, { ...params, rule: 'missing' })
      expect(sentence, code).toMatch(/^[\p{Lu}“]/u)
      expect(sentence, code).not.toMatch(/[{}]|undefined/)
    }
    expect(t('finding.duplicate-key', params)).toContain('actorId')
    expect(t('finding.unsupported-version', params)).toMatch(/2\.0.*1\.0/)
  })

  it('differ by what is wrong with a member', () => {
    const rules = ['missing', 'unknown', 'number', 'repeated', 'empty', 'value']
    const sentences = rules.map((rule) => t('finding.schema', { ...params, rule }))
    expect(new Set(sentences).size).toBe(rules.length)
    expect(sentences[0]).toContain('prefix')
  })
})
