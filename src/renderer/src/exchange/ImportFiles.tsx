import { useMemo, useState } from 'react'
import { fileLines } from '../../../i18n/import-words.ts'
import type { ImportedFile } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { Name, shortened } from '../parts/Name.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'
import { Lines } from './Lines.tsx'

const ROW = 44

/** What became of each file, and what there is to say about the one that is chosen. */
export const ImportFiles = ({ files, first }: { files: readonly ImportedFile[]; first?: boolean }) => {
  const { t } = useWords()
  const items = useMemo(() => files.map((file, index) => ({ file, key: String(index) })), [files])
  const common = useMemo(() => commonFolder(files.map(({ file }) => file)), [files])
  const [activeKey, setActiveKey] = useState('0')
  const active = items.find(({ key }) => key === activeKey)?.file
  return (
    <section className="import-files" aria-label={t('import.files')}>
      <VirtualList
        label={t('import.files')}
        items={items}
        keyOf={({ key }) => key}
        activeKey={activeKey}
        onActive={setActiveKey}
        onEnter={() => {}}
        click="active"
        {...(first && { first })}
        height={ROW}
      >
        {({ file }) => (
          <span className="import-file">
            <span className="import-file-name">
              <Name text={bareName(file.file)} />
              {common < file.file.length - bareName(file.file).length ? (
                <Name className="quiet small" text={folderOf(file.file, common)} />
              ) : null}
            </span>
            {file.outcome === 'refused' ? (
              <span className="file-outcome bad">{t('import.file.refused')}</span>
            ) : file.problems.length > 0 ? (
              <span className="file-outcome bad">{t('import.file.problems', { count: file.problems.length })}</span>
            ) : (
              <span className="file-outcome quiet">
                {isKnown(file) ? t('import.file.known') : t('cli.count.annotation', { count: file.added.annotation })}
              </span>
            )}
          </span>
        )}
      </VirtualList>
      {active ? <FileLines file={active} name={active.file.slice(common)} /> : null}
    </section>
  )
}

const FileLines = ({ file, name }: { file: ImportedFile; name: string }) => {
  const { t } = useWords()
  const lines = fileLines(t, file, Number.POSITIVE_INFINITY)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <section className="import-file-lines small" tabIndex={0} aria-label={bareName(file.file)}>
      {/* In the list there may be no room for all of it. */}
      <h3 dir="auto">{shortened(name)}</h3>
      {lines.length > 0 ? <Lines lines={lines} /> : <p className="quiet">{t('import.file.none')}</p>}
    </section>
  )
}

/** Everything in it was in the project before. */
const isKnown = ({ added, existing }: ImportedFile): boolean =>
  Object.values(added).every((count) => count === 0) && existing.article > 0

const bareName = (path: string): string => path.split(/[/\\]/).at(-1) || path

/** Length of what all paths have in common, up to a folder's end. */
const commonFolder = (paths: readonly string[]): number => {
  const [first = ''] = paths
  let length = first.length
  for (const path of paths) while (!path.startsWith(first.slice(0, length))) length -= 1
  return Math.max(first.lastIndexOf('/', length - 1), first.lastIndexOf('\\', length - 1)) + 1
}

/** The folders between what all files have in common and the file. */
const folderOf = (path: string, common: number): string => path.slice(common, -bareName(path).length - 1)
