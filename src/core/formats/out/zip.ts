/** A ZIP archive, written file after file; the same files give the same bytes. */
import { deflateSync, Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate'
import { Failure } from '../../failure.ts'

/** Each fails with 'file' (`zip-full`) where the archive would hold more than its format can number. */
export type ZipWriter = {
  add(name: string, content: Uint8Array): void
  /** Begins a file that is given in parts; no other one may be begun before its last part. */
  open(name: string): (part: Uint8Array, isLast: boolean) => void
  end(): void
  /** What there is of the archive since it was asked last. */
  taken(): Uint8Array[]
}

/** @param name of the archive */
export const zipWriter = (name: string): ZipWriter => {
  let ready: Uint8Array[] = []
  let [files, bytes] = [0, 0]
  const check = (count: number, most: number) => {
    if (count > most) throw new Failure('file', { file: name, reason: 'zip-full' })
  }
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    bytes += chunk.length
    check(bytes, mostBytes)
    ready.push(chunk)
  })
  const begin = <F extends ZipInputFile>(file: F): F => {
    files += 1
    check(files, mostFiles)
    // The least that the format can say; it takes the parts of the local time, so that they are the same everywhere.
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    return file
  }
  return {
    add: (name, content) => begin(deflated(name)).push(content as Uint8Array<ArrayBuffer>, true),
    open: (name) => {
      const file = begin(new ZipDeflate(name))
      let size = 0
      return (part, isLast) => {
        size += part.length
        check(size, mostBytes)
        file.push(part as Uint8Array<ArrayBuffer>, isLast)
      }
    },
    end: () => zip.end(),
    taken: () => {
      const chunks = ready
      ready = []
      return chunks
    },
  }
}

/** What numbers of two and four bytes can say, but for the last one, which leads to numbers that are not written here. */
const [mostFiles, mostBytes] = [0xfffe, 0xfffffffe]

/** A file that is compressed whole: the room that it takes is as large as the file, where a stream's is half a megabyte. */
const deflated = (name: string): ZipPassThrough => {
  const file = new ZipPassThrough(name)
  const process = (content: Uint8Array, isLast: boolean) => file.ondata(null, deflateSync(content), isLast)
  return Object.assign(file, { compression: deflate, process })
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5 */
const deflate = 8
