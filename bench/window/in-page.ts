/** Measures inside the window. This function is sent to the page as text, so it refers to nothing outside itself. */

export type PageBench = {
  /** Opens an article from the list; ms from the click to the frame that shows its text and its annotations. */
  open(title: string, opening: string): Promise<number>
  /** Draws the same text as plain paragraphs in the same place, styles and face; ms to its frame. */
  drawBare(text: string): Promise<number>
  removeBare(): void
  /** Scrolls one wheel step a frame; ms of main thread and frame of each step. */
  scroll(what: 'article' | 'bare', steps: number): Promise<{ steps: number[]; longTasks: number }>
  /** Selects the word at a place of the window (0 its top, 1 its bottom). */
  selectWord(share: number): Promise<void>
  /** Presses a key in the text at the start of a frame; ms until that frame is drawn. */
  press(code: string): Promise<number>
  /** From now on notes for each digit pressed the ms from the press to the frame that shows the tag. */
  watchKeys(): void
  takeKeyTimes(): number[]
  /** From now on notes the ms from each frame to the next. */
  watchFrames(): void
  takeFrames(): number[]
  /** Clicks at many places; ms of each click's own work, which finds what is under it. */
  clicks(count: number): number[]
  /** How many ranges the lines of annotations have now. */
  painted(): number
}

export const installBench = (): void => {
  const now = () => performance.now()
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

  /** A message sent in a frame arrives when the frame's style, layout and paint are done. */
  const drawn = (): Promise<number> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(now())
      port2.postMessage(0)
    })

  const inFrame = (work: () => void): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const start = now()
        work()
        void drawn().then((end) => resolve(end - start))
      }),
    )

  const nextDrawn = async () => {
    await frame()
    return drawn()
  }

  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  const find = (selector: string, within: ParentNode = document): HTMLElement => {
    const element = within.querySelector(selector)
    if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}`)
    return element
  }

  const scroller = () => find('.article-scroller:not(.bare)')
  const text = () => find('.article-text', scroller())

  const painted = (): number => {
    let size = 0
    for (const [name, highlight] of CSS.highlights) if (/-\d$/.test(name)) size += highlight.size
    return size
  }

  const isShown = (opening: string): boolean => {
    const article = document.querySelector('.article-scroller:not(.bare) .article-text')
    const first = article?.querySelector('p, h1, h2, h3')
    if (!article || !first?.textContent?.startsWith(opening)) return false
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('actant-tint')) continue
      for (const range of highlight) return article.contains(range.startContainer)
    }
    return false
  }

  const longTasks: number[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration)
  }).observe({ type: 'longtask' })

  const keyTimes: number[] = []
  const frameTimes: number[] = []
  let isWatching = false

  const bench: PageBench = {
    open: async (title, opening) => {
      const rows = [...document.querySelectorAll('[role=option]')]
      const row = rows.find((one) => one.textContent?.includes(title))
      if (!(row instanceof HTMLElement)) throw new Error(`${title} is not in the list`)
      const start = now()
      row.click()
      for (;;) {
        const end = await nextDrawn()
        if (isShown(opening)) return end - start
        if (end - start > 60_000) throw new Error(`${title} did not open`)
      }
    },

    drawBare: async (content) => {
      const { left, top, width, height } = scroller().getBoundingClientRect()
      await nextDrawn()
      const start = now()
      const host = document.createElement('div')
      host.className = 'article-scroller bare'
      Object.assign(host.style, { position: 'fixed', zIndex: '9', left: `${left}px`, top: `${top}px` })
      Object.assign(host.style, { width: `${width}px`, height: `${height}px` })
      const article = document.createElement('div')
      article.className = 'article-text'
      for (const paragraph of content.split('\n\n')) {
        const element = document.createElement('p')
        element.style.paddingBlockEnd = '0.6em'
        element.textContent = paragraph
        article.append(element)
      }
      host.append(article)
      document.body.append(host)
      return (await nextDrawn()) - start
    },

    removeBare: () => find('.bare').remove(),

    scroll: async (what, count) => {
      const element = what === 'bare' ? find('.bare') : scroller()
      element.scrollTop = 0
      await rest(400)
      longTasks.length = 0
      const steps: number[] = []
      for (let step = 0; step < count; step += 1) {
        steps.push(
          await inFrame(() => {
            element.scrollTop += 120
          }),
        )
      }
      await rest(100)
      const found = longTasks.length
      element.scrollTop = 0
      await rest(400)
      return { steps, longTasks: found }
    },

    selectWord: async (share) => {
      const { top, height } = scroller().getBoundingClientRect()
      const { left } = text().getBoundingClientRect()
      const caret = document.caretPositionFromPoint(left + 120, top + height * (0.15 + 0.7 * share))
      const node = caret?.offsetNode
      if (!caret || !(node instanceof Text)) throw new Error('There is no text there')
      const words = [...node.data.matchAll(/\p{L}{3,}/gu)]
      const word = words.find(({ index }) => index >= caret.offset) ?? words.at(-1)
      if (!word) throw new Error('There is no word there')
      const start = word.index
      const end = start + word[0].length
      text().focus({ preventScroll: true })
      getSelection()?.setBaseAndExtent(node, start, node, end)
      await nextDrawn()
      await nextDrawn()
    },

    press: (code) =>
      inFrame(() => {
        const key = code.startsWith('Digit') ? code.slice(-1) : code
        text().dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))
      }),

    watchKeys: () => {
      if (isWatching) return
      isWatching = true
      const onKey = (event: KeyboardEvent) => {
        const before = painted()
        const look = async () => {
          const end = await nextDrawn()
          if (painted() !== before) keyTimes.push(end - event.timeStamp)
          else if (end - event.timeStamp < 2000) await look()
        }
        if (event.code.startsWith('Digit')) void look()
      }
      window.addEventListener('keydown', onKey, { capture: true })
    },

    takeKeyTimes: () => keyTimes.splice(0),

    watchFrames: () => {
      let last = now()
      const next = () => {
        frameTimes.push(now() - last)
        last = now()
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    },

    takeFrames: () => frameTimes.splice(0),

    clicks: (count) => {
      const area = text().getBoundingClientRect()
      const { top, height } = scroller().getBoundingClientRect()
      return Array.from({ length: count }, (_, index) => {
        const clientX = area.left + 24 + ((index * 37) % (area.width - 48))
        const clientY = top + 60 + ((index * 53) % (height - 120))
        const start = now()
        text().dispatchEvent(new MouseEvent('click', { clientX, clientY, detail: 1, bubbles: true }))
        return now() - start
      })
    },

    painted,
  }
  Object.assign(window, { bench })
}
