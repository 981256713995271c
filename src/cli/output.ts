/** stdout and stderr. A reader that has gone (`| head`) is no error: what it did not want is dropped. */
import type { Writable } from 'node:stream'
import { fileFailure } from './file-failure.ts'

export type Output = {
  /**
   * Resolves when the stream has taken the bytes, so that a slow reader slows us down instead of filling memory. Fails with
   * 'disk-full' or 'file'.
   */
  write(data: string | Uint8Array): Promise<void>
  /** Whether anybody still reads. */
  isOpen(): boolean
}

/** @param name what to call the stream in a failure */
export const outputTo = (stream: Writable, name: string): Output => {
  let isOpen = true
  // Each write is told of its own error; without a listener Node would end the process besides.
  stream.on('error', () => {
    isOpen = false
  })
  return {
    isOpen: () => isOpen,
    write: (data) =>
      new Promise((resolve, reject) => {
        if (!isOpen || data.length === 0) return resolve()
        stream.write(data, (error) => {
          if (error && !('code' in error && error.code === 'EPIPE')) reject(fileFailure(error, name))
          else resolve()
        })
      }),
  }
}
