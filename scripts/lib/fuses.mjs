/** Electron's fuses: switches kept as characters behind a fixed mark in the executable. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

const MARK = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const OFF = 0x30
const ON = 0x31
const REMOVED = 0x72

/** A fuse's place in the row (version 1 of the row). */
export const FUSES = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  inspectArguments: 3,
  asarIntegrity: 4,
  onlyLoadAppFromAsar: 5,
  browserSnapshot: 6,
  fileProtocolPrivileges: 7,
}

/** Reads the fuses of an executable; `undefined` where it has been removed or does not exist in that version. */
export function readFuses(executable) {
  const { row } = findFuses(readFileSync(executable), executable)
  return Object.fromEntries(Object.entries(FUSES).map(([name, at]) => [name, { [ON]: true, [OFF]: false }[row[at]]]))
}

/** Sets fuses of an executable by name. Throws for one it does not have. */
export function setFuses(executable, wanted) {
  const { row, at } = findFuses(readFileSync(executable), executable)
  for (const [name, on] of Object.entries(wanted)) {
    const index = FUSES[name]
    if (index >= row.length || row[index] === REMOVED) throw new Error(`${executable} has no fuse "${name}"`)
    row[index] = on ? ON : OFF
  }
  const file = openSync(executable, 'r+')
  writeSync(file, row, 0, row.length, at)
  closeSync(file)
}

function findFuses(binary, executable) {
  const mark = binary.indexOf(MARK)
  if (mark < 0) throw new Error(`${executable} has no fuses: not an Electron executable?`)
  const version = binary[mark + MARK.length]
  if (version !== 1) throw new Error(`${executable}: fuses of version ${version}, expected 1`)
  const at = mark + MARK.length + 2
  return { at, row: Buffer.from(binary.subarray(at, at + binary[at - 1])) }
}
