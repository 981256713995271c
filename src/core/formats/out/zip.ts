/** A ZIP archive, written file after file; the same files give the same bytes. */
import { Zip, ZipDeflate } from 'fflate'

export type ZipWriter = {
  add(name: string, content: Uint8Array): void
  /** Begins a file that is given in parts; no other one may be begun before its last part. */
  open(name: string): (part: Uint8Array, isLast: boolean) => void
  end(): void
  /** What there is of the archive since it was asked last. */
  taken(): Uint8Array[]
}

export const zipWriter = (): ZipWriter => {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const open = (name: string) => {
    const file = new ZipDeflate(name)
    // The least that the format can say; it takes the parts of the local time, so that they are the same everywhere.
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    return (part: Uint8Array, isLast: boolean) => file.push(part, isLast)
  }
  return {
    add: (name, content) => open(name)(content, true),
    open,
    end: () => zip.end(),
    taken: () => {
      const chunks = ready
      ready = []
      return chunks
    },
  }
}
