/** A page with nothing but the article editor, driven by tests through `window.page`. */

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Annotation } from '../../../../src/core/annotation.ts'
import type { Article } from '../../../../src/core/article.ts'
import { ArticleEditor } from '../../../../src/renderer/src/editor/ArticleEditor.tsx'
import type {
  ArticleEditorHandle,
  ArticleEditorProps,
  EditorLabels,
} from '../../../../src/renderer/src/editor/types.ts'

export type TestPage = {
  /** What the editor asked for, oldest first. */
  calls: [string, ...unknown[]][]
  handle: ArticleEditorHandle | null
  show(article: Article, annotations: Annotation[], props?: Partial<ArticleEditorProps>): void
  update(props: Partial<ArticleEditorProps>): void
}

declare global {
  interface Window {
    page: TestPage
  }
}

const labels: EditorLabels = {
  text: 'Text of the article',
  hint: 'Select and press 1, 2 or 3',
  toolbar: 'Tag the selection',
  handle: 'Drag the boundary',
  types: { actor: 'Actor', position: 'Position', claim: 'Claim' },
  letters: { actor: 'A', position: 'P', claim: 'C' },
  describe: (annotation) => `${annotation.type}: ${annotation.target.fragments.map((one) => one.quote).join(' … ')}`,
}

const element = document.getElementById('root')
const root = element && createRoot(element)
let current: ArticleEditorProps | undefined

const render = () => flushSync(() => current && root?.render(<ArticleEditor {...current} />))

const page: TestPage = {
  calls: [],
  handle: null,
  show: (article, annotations, props) => {
    const record =
      (name: string) =>
      (...args: unknown[]) => {
        page.calls.push([name, ...args])
      }
    current = {
      article,
      annotations,
      focusId: undefined,
      onFocus: (id, how) => {
        page.calls.push(['onFocus', id, how])
        page.update({ focusId: id })
      },
      onTag: record('onTag'),
      onRemove: record('onRemove'),
      onEdit: record('onEdit'),
      onReshape: record('onReshape'),
      onVisible: record('onVisible'),
      onSelection: record('onSelection'),
      snap: true,
      labels,
      locale: 'en',
      handleRef: (handle) => {
        page.handle = handle
      },
      ...props,
    }
    render()
  },
  update: (props) => {
    if (!current) return
    current = { ...current, ...props }
    render()
  },
}
window.page = page
