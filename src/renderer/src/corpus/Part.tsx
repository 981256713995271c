import type { ComponentProps, ReactNode } from 'react'
import type { CorpusAbout } from '../../../workbench/contract.ts'
import { goToPart } from '../actions/corpus.ts'
import { useShell } from '../app/context.tsx'
import type { Say } from '../app/shell.ts'

type Props = Omit<ComponentProps<'button'>, 'about' | 'name'> & {
  about: CorpusAbout | undefined
  name: Say
  children: ReactNode
}

/** What leads to the part of the corpus that it is about; just what it shows where that is nothing. */
export const Part = ({ about, name, children, ...rest }: Props) => {
  const shell = useShell()
  if (!about) return <div className={rest.className}>{children}</div>
  return (
    <button type="button" {...rest} onClick={() => void goToPart(shell, about, name)}>
      {children}
    </button>
  )
}
