// First, so that what stands beside the components can overrule it.
import './theme/index.css'

import { notifyManager, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { Broken } from './app/Broken.tsx'
import { ShellProvider } from './app/context.tsx'
import { createShell } from './app/create-shell.ts'
import { followBugs, followWorld, openFirst, reopen } from './app/start.ts'
import { followKeys } from './commands/keys.ts'
import { keepMenu } from './commands/native-menu.ts'

// A tag is painted in the frame after its key; by default the cache waits one more turn of the loop.
notifyManager.setScheduler(queueMicrotask)

const begin = async () => {
  const api = window.actant
  const start = await api.start()
  const shell = createShell(api, start, (shell) => void reopen(shell))
  followBugs(shell)
  followWorld(shell)
  followKeys(shell)
  keepMenu(shell)
  const root = document.getElementById('root')
  if (!root) throw new Error('no root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={shell.queries}>
        <ShellProvider value={shell}>
          <Broken shell={shell}>
            <App />
          </Broken>
        </ShellProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  await openFirst(shell, start)
}

void begin()
