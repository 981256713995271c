/** Entries of the registries that may be one, and what was said about them. */
import { z } from 'zod'
import { uuid } from '../core/schema.ts'
import { type Duplicate, findDuplicates } from '../core/suggest/duplicates.ts'
import { readSetting, writeSetting } from '../store/project-settings.ts'
import { listRecords } from '../store/records.ts'
import { type Session, transact } from '../store/write.ts'
import type { Announce } from './announce.ts'
import type { DuplicateCalls, Duplicates } from './contract-duplicates.ts'

export const duplicateCalls = (session: Session, announce: Announce): DuplicateCalls => ({
  duplicates: () => duplicates(session),
  keepApart: (first, second) =>
    writeApart(session, announce, [
      ...readApart(session).filter((pair) => !isPair(pair, first, second)),
      [first, second],
    ]),
  proposeAgain: (first, second) =>
    writeApart(
      session,
      announce,
      first === undefined || second === undefined
        ? []
        : readApart(session).filter((pair) => !isPair(pair, first, second)),
    ),
})

const duplicates = (session: Session): Duplicates => {
  const { db } = session.project
  const apart = new Set(readApart(session).map(keyOf))
  const found = findDuplicates({
    actors: listRecords(db, 'actor'),
    issues: listRecords(db, 'issue'),
    codes: listRecords(db, 'code'),
  })
  const pairs = found.filter(({ ids }) => !apart.has(keyOf(ids)))
  return { pairs, apart: found.length - pairs.length }
}

type Pair = Duplicate['ids']

const keyOf = (pair: Pair): string => pair.toSorted().join()

const isPair = (pair: Pair, first: string, second: string): boolean => keyOf(pair) === keyOf([first, second])

const pairsForm = z.array(z.tuple([uuid, uuid]))

const readApart = ({ project }: Session): Pair[] =>
  pairsForm.parse(JSON.parse(readSetting(project.db, 'apart') ?? '[]'))

const writeApart = (session: Session, announce: Announce, pairs: Pair[]): void => {
  announce(
    transact(session, (tx) => {
      writeSetting(tx.db, 'apart', JSON.stringify(pairs))
      tx.touched.project = true
    }),
  )
}
