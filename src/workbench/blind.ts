/**
 * Blind mode: others' work on an article is kept from whoever has not done it. It is set for the project file, since it is
 * the study that asks for it, whoever sits at the machine; the command line, which shows no text, does not keep it.
 */
import { readSetting, writeSetting } from '../store/project-settings.ts'
import { type Sight, sightOf } from '../store/sight.ts'
import { type Session, transact } from '../store/write.ts'
import type { Announce } from './announce.ts'

export const isBlind = ({ project }: Session): boolean => readSetting(project.db, 'blind') === 'yes'

export const setBlind = (session: Session, announce: Announce, on: boolean): void => {
  if (isBlind(session) === on) return
  announce(
    transact(session, (tx) => {
      writeSetting(tx.db, 'blind', on ? 'yes' : 'no')
      tx.touched.project = true
    }),
  )
}

/** What who works now may see; absent where that is everything. */
export const sightIn = (session: Session): Sight | undefined =>
  session.keepsBlind && isBlind(session) ? sightOf(session.project.db, session.me?.id) : undefined
