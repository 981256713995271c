import { UserRound } from 'lucide-react'
import { askIdentity } from '../actions/identity.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name } from '../parts/Name.tsx'
import { useShell } from './context.tsx'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'

export const WhoAmI = () => {
  const shell = useShell()
  const { t } = useWords()
  const name = useStore(shell.settings, ({ identity }) => identity?.name)
  return (
    <IconButton
      className="who"
      label={name ? t('identity.is', { name }) : t('identity.unknown')}
      onClick={() => void askIdentity(shell)}
    >
      <UserRound size={16} aria-hidden="true" />
      {name ? <Name className="small" text={name} /> : null}
    </IconButton>
  )
}
