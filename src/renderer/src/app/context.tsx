import { createContext, useContext } from 'react'
import type { Shell, UiState } from './shell.ts'
import { useStore } from './store.ts'

const ShellContext = createContext<Shell | undefined>(undefined)

export const ShellProvider = ShellContext

export const useShell = (): Shell => {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('outside of the shell')
  return shell
}

/** A part of the window's own state. */
export const useUi = <S,>(select: (state: UiState) => S): S => useStore(useShell().ui, select)
