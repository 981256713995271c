import { describe, expect, it } from 'vitest'
import { readMarkdown, shownBlocks, shownMarks } from './read.ts'

describe('markdown', () => {
  it('has the layout it is written with', async () => {
    const read = await readMarkdown(
      '# Talks\n\nSome *emphasis*,\n**strong** [link](https://a.example/x) and `code`.\n\n> quoted\n\n1. one\n   - nested\n2. two\n',
    )
    expect(shownBlocks(read)).toEqual([
      'heading1 Talks',
      'paragraph Some emphasis, strong link and code.',
      'quote quoted',
      'listItem1.1 one',
      'listItem-2 nested',
      'listItem1.1 two',
    ])
    expect(shownMarks(read)).toEqual(['italic emphasis', 'bold strong', 'link link → https://a.example/x', 'code code'])
    expect(read).toMatchObject({ reader: 'markdown/1', mediaType: 'text/markdown', metadata: { title: 'Talks' } })
  })

  it('trusts raw HTML no more than a page', async () => {
    const read = await readMarkdown(
      'a <b onclick="x()">bold</b> <script>alert(1)</script>[x](javascript:alert(1))\n\n<iframe src="https://a.example/">f</iframe>\n\n<div hidden>h</div>\n',
    )
    expect(read.text).toBe('a bold x')
    expect(shownMarks(read)).toEqual(['bold bold'])
  })
})

describe('front matter', () => {
  it('is recognised and left out of the text', async () => {
    const read = await readMarkdown(
      '---\ntitle: "River \\"talks\\""\ndate: 2031-04-07\nauthor: \'Jane O\'\'Roe\'\nsource: The Delta Courier # a daily\n' +
        'url: https://courier.example/1\nlang: en-GB\ntags:\n  - water\n---\n# Another heading\n\nThe talks have stalled.\n',
    )
    expect(read.text).toBe('Another heading\n\nThe talks have stalled.')
    expect(read.metadata).toEqual({
      title: 'River "talks"',
      publishedAt: '2031-04-07',
      author: "Jane O'Roe",
      outlet: { name: 'The Delta Courier' },
      url: 'https://courier.example/1',
      language: 'en-GB',
    })
  })
  it('is not what merely stands between two rules', async () => {
    expect((await readMarkdown('---\nThe talks have stalled.\n\n---\nMore.')).text).toContain('The talks have stalled.')
  })
})
