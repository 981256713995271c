import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from 'react'
import { isDrawer, type Side, togglePane } from '../actions/areas.ts'
import { useShell, useUi } from './context.tsx'
import { defaultLayout } from './layout.ts'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'
import './SidePane.css'

const MIN = 200
const MAX = 640
const STEP = 16
// Two versions have room beside each other.
const COMPARING = 440

/** A pane beside the text that can be folded and resized; a drawer over the text where the window is narrow. */
export const SidePane = ({ side, children }: { side: Side; children: ReactNode }) => {
  const shell = useShell()
  const { t } = useWords()
  const { open, width: chosen } = useStore(shell.layout, (layout) => layout[side])
  const comparing = useUi(
    ({ adjudication, articleId }) => adjudication !== undefined && adjudication.articleId === articleId,
  )
  const width = side === 'right' && comparing ? Math.max(chosen, COMPARING) : chosen
  const listed = useStore(shell.layout, ({ leftTab }) => leftTab)
  const drawn = useUi(({ drawer }) => drawer === side)
  const drawer = useIsDrawer(side)
  if (drawer ? !drawn : !open) return null
  const Landmark = side === 'left' ? 'nav' : 'aside'
  const pane = {
    'data-area': side === 'left' ? 'articles' : 'annotations',
    'aria-label': t(
      side === 'right' ? 'pane.annotations' : listed === 'articles' ? 'pane.articles' : `registry.${listed}.tab`,
    ),
  }
  if (!drawer) {
    return (
      <Landmark className={`side-pane ${side}`} style={{ inlineSize: width }} {...pane}>
        {children}
        <Separator side={side} width={width} />
      </Landmark>
    )
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the drawer is a shortcut for its key */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape does it by keyboard */}
      <div className="drawer-veil" onClick={() => togglePane(shell, side)} />
      <Landmark
        className={`side-pane drawer ${side}`}
        {...pane}
        onKeyDown={(event) => {
          if (event.code === 'Escape' && !event.defaultPrevented) togglePane(shell, side)
        }}
      >
        {children}
      </Landmark>
    </>
  )
}

const Separator = ({ side, width }: { side: Side; width: number }) => {
  const { layout } = useShell()
  const { t } = useWords()
  const resize = (wanted: number) =>
    layout.set({ [side]: { open: true, width: Math.round(Math.min(MAX, Math.max(MIN, wanted))) } })
  const outwards = side === 'left' ? 1 : -1

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget
    const from = event.clientX
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => resize(width + outwards * (move.clientX - from))
    handle.onpointerup = () => {
      handle.onpointermove = null
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted =
      event.code === 'ArrowLeft'
        ? width - outwards * STEP
        : event.code === 'ArrowRight'
          ? width + outwards * STEP
          : event.code === 'Home'
            ? MIN
            : event.code === 'End'
              ? MAX
              : undefined
    if (wanted === undefined) return
    event.preventDefault()
    resize(wanted)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no value and no focus
    <div
      className={`separator ${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(side === 'left' ? 'pane.left.resize' : 'pane.right.resize')}
      aria-valuenow={width}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => resize(defaultLayout[side].width)}
    />
  )
}

const useIsDrawer = (side: Side): boolean => {
  const [drawer, setDrawer] = useState(() => isDrawer(side))
  useEffect(() => {
    const measure = () => setDrawer(isDrawer(side))
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [side])
  return drawer
}
