/** How the field for correcting looks. It stands in a shadow root, which the window's style sheets do not reach; its tokens do. */
import { EditorView } from '@codemirror/view'

export const theme = EditorView.theme({
  '&': { blockSize: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    overflow: 'hidden auto',
    font: '400 var(--text-size) / 1.7 var(--face-text)',
    scrollbarColor: 'light-dark(#bdb6a9, #57524b) transparent',
  },
  '.cm-content': {
    boxSizing: 'border-box',
    inlineSize: '100%',
    maxInlineSize: 'calc(var(--text-measure) + 48px)',
    marginInline: 'auto',
    padding: '24px 24px 40vh',
    caretColor: 'var(--accent)',
  },
  // Each paragraph runs the way its first letter does.
  '.cm-line': { padding: '0', unicodeBidi: 'plaintext', textAlign: 'start' },
  '.cm-content ::selection': { backgroundColor: 'var(--chosen-text)' },
  '.cm-specialChar': {
    color: 'var(--ink-quiet)',
    backgroundColor: 'var(--hover)',
    borderRadius: '2px',
  },
  '.actor': { textDecoration: 'underline solid 2px var(--type-actor)' },
  '.position': { textDecoration: 'underline double 1px var(--type-position)' },
  '.claim': { textDecoration: 'underline dotted 2px var(--type-claim)' },
  '.actor, .position, .claim': { textDecorationSkipInk: 'none', textUnderlineOffset: '0.18em' },
  '.claim .position, .position .claim, .actor .claim': { textUnderlineOffset: '0.4em' },
  '.found': { backgroundColor: 'var(--found)' },
  '.found-now': { backgroundColor: 'var(--found-now)' },
})
