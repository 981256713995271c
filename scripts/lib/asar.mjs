/** Writes a flat asar archive (Electron's own format: a pickled JSON header, then the files end to end). */
import { writeFileSync } from 'node:fs'

/** @param {string} path @param {Record<string, string>} files content by name */
export function writeAsar(path, files) {
  const contents = []
  const entries = {}
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    entries[name] = { size: content.length, offset: String(offset) }
    offset += content.length
    contents.push(content)
  }
  const json = Buffer.from(JSON.stringify({ files: entries }))
  const padded = Math.ceil(json.length / 4) * 4
  const header = Buffer.alloc(16 + padded)
  header.writeUInt32LE(4, 0)
  header.writeUInt32LE(8 + padded, 4)
  header.writeUInt32LE(4 + padded, 8)
  header.writeUInt32LE(json.length, 12)
  json.copy(header, 16)
  writeFileSync(path, Buffer.concat([header, ...contents]))
}
