/** A reader process that does what a file tells it to: hang, die, eat memory, answer nonsense. Other files it reads. */
import { type ReadArticle, readArticle } from '../../src/readers/index.ts'
import { serveReader } from '../../src/readers/serve.ts'

const kept: unknown[] = []

const words: ReadArticle = {
  text: 'x',
  blocks: [],
  marks: [],
  metadata: {},
  encodings: [],
  mediaType: 'text/plain',
  reader: 'text/1',
}

/** What is given back in place of the article. */
const deeds: Record<string, () => unknown> = {
  hang: () => {
    for (;;);
  },
  'never answer': () => new Promise(() => {}),
  'eat heap': () => {
    // Of numbers alone, which nobody has to look through: small objects keep a busy machine collecting for longer than a file may take.
    for (;;) kept.push(Array.from({ length: 100_000 }, () => 0.5))
  },
  'eat buffers': () => {
    for (;;) kept.push(new Uint8Array(16 * 1024 * 1024).fill(1))
  },
  exit: () => process.exit(0),
  'be killed': () => process.kill(process.pid, 'SIGKILL'),
  'throw later': () => new Promise(() => setTimeout(() => Promise.reject(new Error('on purpose')))),
  'answer nonsense': () => ({ text: 'x', blocks: [{ start: 0, end: 99 }] }),
  'answer for another': () => {
    process.send?.({ id: 9999, bug: '' })
    return words
  },
  'answer past the end': () => ({ ...words, blocks: [{ type: 'paragraph', start: 0, end: 2 }] }),
}

serveReader((bytes, options) => {
  const deed = deeds[new TextDecoder().decode(bytes).trim()]
  // What is wrong with it is for the other side to find out.
  return deed ? Promise.resolve(deed() as ReadArticle) : readArticle(bytes, options)
})
