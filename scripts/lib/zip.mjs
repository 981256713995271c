/** Writes a zip archive without compressing, quickly. Needs Node 22 for `crc32`. */
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

const UNIX = 3 << 8
const REGULAR_FILE = 0o100000
/** 1 January 1980, the earliest date the format knows. */
const DATE = 0x21

/** Packs the files of a folder, with their permissions. */
export function zipFolder(folder, target) {
  const file = openSync(target, 'w')
  const directory = []
  let offset = 0
  const write = (buffer) => {
    writeSync(file, buffer)
    offset += buffer.length
  }
  for (const name of filesIn(folder)) {
    const content = readFileSync(join(folder, name))
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(UNIX | 20, 4)
    common.copy(central, 6)
    central.writeUInt32LE((REGULAR_FILE | (statSync(join(folder, name)).mode & 0o777)) * 0x10000, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(central, Buffer.from(name))
    write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]))
    write(content)
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  write(listing)
  write(end)
  closeSync(file)
}

function filesIn(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`
    return entry.isDirectory() ? filesIn(folder, `${name}/`) : [name]
  })
}
