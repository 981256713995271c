import { useEffect, useRef, useState } from 'react'
import type { ImportMapping } from '../../../core/formats/mapping.ts'
import type {
  ImportPreview,
  ImportReport,
  ImportRequest,
  NamedMapping,
  RecognisedFiles,
} from '../../../workbench/contract.ts'
import { previewImport, recognise, tryImport } from '../actions/importing.ts'
import { isCancelled } from '../actions/notices.ts'
import type { Shell } from '../app/shell.ts'
import { importMappingsQuery } from '../data/queries.ts'

/** Files of one format, looked into, and what is to become of them. */
export type Looked = {
  format: string
  files: string[]
  preview: ImportPreview
  mapping: ImportMapping
  /** The saved mapping that it is; '' where it was changed here; absent where it is the proposal. */
  saved?: string | undefined
}

/** From files over what they hold to what an import would do; each step can fail or be stopped, and stays where it was then. */
export const useImport = (shell: Shell, initial: RecognisedFiles | undefined) => {
  const [found, setFound] = useState(initial)
  const [looked, setLooked] = useState<Looked>()
  const [report, setReport] = useState<ImportReport>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  // What nobody waits for any more is stopped.
  const [left] = useState(() => new AbortController())
  useEffect(() => () => left.abort(), [left])
  const how = { place: 'dialog', signal: left.signal } as const
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    try {
      await run()
    } catch (error) {
      if (!isCancelled(error)) setError(error)
    } finally {
      setBusy(false)
    }
  }
  /** What was changed here last and not saved, else what was saved last. */
  const usualFor = async (format: string): Promise<NamedMapping | undefined> => {
    const { importDraft } = shell.ui.get()
    if (importDraft?.format === format) return { ...importDraft, name: '' }
    const all = await shell.queries.fetchQuery({ ...importMappingsQuery(shell), staleTime: 0 })
    return all.findLast((one) => one.format === format)
  }
  const lookInto = async (from: RecognisedFiles, format: string, named?: NamedMapping) => {
    const files = from.formats.find((one) => one.format === format)?.files ?? [
      ...new Set([...from.formats.flatMap((one) => one.files), ...from.rest]),
    ]
    const preview = await previewImport(shell, { files, format, ...(named && { mapping: named.mapping }) }, how)
    setLooked({ format, files, preview, mapping: preview.mapping, ...(named && { saved: named.name }) })
  }
  const take = (handles: string[]) =>
    attempt(async () => {
      const recognised = await recognise(shell, handles, how)
      setFound(recognised)
      const format = recognised.formats[0]?.format
      if (format === undefined) setLooked(undefined)
      else await lookInto(recognised, format, await usualFor(format))
    })
  const chooseFormat = (format: string) =>
    attempt(async () => {
      if (found) await lookInto(found, format, await usualFor(format))
    })
  const chooseMapping = (named: NamedMapping | undefined) =>
    attempt(async () => {
      if (found && looked) await lookInto(found, looked.format, named)
    })
  const tryOut = (request: ImportRequest) => attempt(async () => setReport(await tryImport(shell, request, how)))

  const begun = useRef(false)
  useEffect(() => {
    const format = initial?.formats[0]?.format
    if (begun.current || format === undefined) return
    begun.current = true
    void chooseFormat(format)
  })
  const change = (mapping: ImportMapping) => {
    if (!looked) return
    // Closed by mistake, it is there again.
    shell.ui.set({ importDraft: { format: looked.format, mapping } })
    setLooked({ ...looked, mapping, saved: '' })
  }
  const named = (saved: string) => {
    if (saved) shell.ui.set({ importDraft: undefined })
    if (looked) setLooked({ ...looked, saved })
  }
  return {
    found,
    looked,
    report,
    busy,
    error,
    take,
    chooseFormat,
    chooseMapping,
    change,
    named,
    tryOut,
    back: () => setReport(undefined),
  }
}
