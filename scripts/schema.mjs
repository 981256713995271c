// Writes docs/actant-bundle-1.schema.json from the schemas the program reads with. Run it after changing a record.
import { writeFileSync } from 'node:fs'
import { bundleJsonSchema } from '../src/core/json-schema.ts'

const file = new URL('../docs/actant-bundle-1.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`)
