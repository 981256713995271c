import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/words.tsx'
import { PaneTabs } from './PaneTabs.tsx'

type Props = {
  /** How many entries there are; with none there is nothing to filter. */
  count: number
  filter: { label: string; value: string; onChange(value: string): void }
  /** The button by which entries come. */
  children: ReactNode
}

/** What stands over each list on the left: the tabs, how many entries there are, adding one, and the filter. */
export const PaneHead = ({ count, filter, children }: Props) => {
  const { number } = useWords()
  return (
    <>
      <header className="pane-head">
        <PaneTabs />
        <span className="quiet small pane-count">{count > 0 ? number(count) : null}</span>
        {children}
      </header>
      {count > 0 ? (
        <div className="pane-filter">
          <ListFilter size={15} aria-hidden="true" />
          <input
            className="input"
            type="search"
            value={filter.value}
            placeholder={filter.label}
            aria-label={filter.label}
            onChange={(event) => filter.onChange(event.target.value)}
          />
        </div>
      ) : null}
    </>
  )
}
