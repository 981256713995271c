/** Mappings by name. They belong to the project file, as what somebody decided about its sources. */
import { z } from 'zod'
import { Failure } from '../core/failure.ts'
import { readSetting, writeSetting } from '../store/project-settings.ts'
import { type Session, transact } from '../store/write.ts'
import type { Announce } from './announce.ts'
import { type ImportCalls, type NamedMapping, namedMapping } from './contract-import.ts'

type MappingCalls = Pick<ImportCalls, 'importMappings' | 'saveImportMapping' | 'removeImportMapping'>

export const mappingCalls = (session: Session, announce: Announce): MappingCalls => ({
  importMappings: () => listed(session),
  saveImportMapping: (named) => {
    const others = listed(session).filter(({ name }) => name !== named.name)
    keep(session, announce, [...others, named])
  },
  removeImportMapping: (name) => {
    const all = listed(session)
    const others = all.filter((one) => one.name !== name)
    if (others.length === all.length) throw new Failure('not-found', { kind: 'mapping', id: name })
    keep(session, announce, others)
  },
})

/** What cannot be read, since a later version wrote it, is not offered. */
const listed = ({ project }: Session): NamedMapping[] =>
  z
    .array(z.unknown())
    .parse(JSON.parse(readSetting(project.db, 'mappings') ?? '[]'))
    .flatMap((one) => namedMapping.safeParse(one).data ?? [])

const keep = (session: Session, announce: Announce, mappings: readonly NamedMapping[]): void =>
  announce(
    transact(session, (tx) => {
      writeSetting(tx.db, 'mappings', JSON.stringify(mappings))
      tx.touched.project = true
    }),
  )
