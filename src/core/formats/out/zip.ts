/** A ZIP archive, written file after file; the same files give the same bytes. */
import { Zip, ZipDeflate } from 'fflate'

export type ZipWriter = {
  /** The next bytes of the archive. */
  add(name: string, content: Uint8Array): Uint8Array[]
  end(): Uint8Array[]
}

export const zipWriter = (): ZipWriter => {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const taken = () => {
    const chunks = ready
    ready = []
    return chunks
  }
  return {
    add: (name, content) => {
      const file = new ZipDeflate(name)
      // The least that the format can say; it takes the parts of the local time, so that they are the same everywhere.
      file.mtime = new Date(1980, 0, 1)
      zip.add(file)
      file.push(content, true)
      return taken()
    },
    end: () => {
      zip.end()
      return taken()
    },
  }
}
