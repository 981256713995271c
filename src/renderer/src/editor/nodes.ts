/** What the article is made of in Lexical beside its headings, paragraphs, quotes and texts. */
import { $getDocument, ElementNode, type NodeKey } from 'lexical'

/**
 * One element around some 64 blocks that is laid out only near the window. It is not a shadow root, so selections cross it.
 * `lines` is the estimated number of lines, from which the style sheet makes the height it takes while not laid out.
 */
export class ChunkNode extends ElementNode {
  __lines: number

  constructor(lines = 0, key?: NodeKey) {
    super(key)
    this.__lines = lines
  }

  override $config() {
    return this.config('chunk', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div')
    element.className = 'chunk'
    element.style.setProperty('--lines', String(Math.ceil(this.__lines)))
    return element
  }

  override updateDOM(): false {
    return false
  }

  setLines(lines: number): this {
    const self = this.getWritable()
    self.__lines = lines
    return self
  }

  override isShadowRoot(): boolean {
    return false
  }
}

/** An item of a list; `marker` is its number or a bullet. */
export class ListItemNode extends ElementNode {
  __marker: string
  __depth: number
  __quote: boolean

  constructor(marker = '', depth = 1, quote = false, key?: NodeKey) {
    super(key)
    this.__marker = marker
    this.__depth = depth
    this.__quote = quote
  }

  override $config() {
    return this.config('article-list-item', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement(this.__quote ? 'blockquote' : 'p')
    element.className = 'item'
    element.dataset['marker'] = this.__marker
    element.style.setProperty('--depth', String(this.__depth))
    return element
  }

  override updateDOM(): false {
    return false
  }

  setItem(marker: string, depth: number, quote: boolean): this {
    const self = this.getWritable()
    self.__marker = marker
    self.__depth = depth
    self.__quote = quote
    return self
  }
}

/** A link as the source has it: it shows its address and leads nowhere. */
export class LinkNode extends ElementNode {
  __href: string

  constructor(href = '', key?: NodeKey) {
    super(key)
    this.__href = href
  }

  override $config() {
    return this.config('article-link', { extends: ElementNode })
  }

  override isInline(): true {
    return true
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('span')
    element.className = 'link'
    element.title = this.__href
    return element
  }

  override updateDOM(): false {
    return false
  }

  setHref(href: string): this {
    const self = this.getWritable()
    self.__href = href
    return self
  }
}
