/** The formats of others that can be read; a new one is a file beside this and a line here. */
import { brat, bratWithOpinions } from './brat.ts'
import { casJson } from './cas-json.ts'
import { casXmi, casXmiArchive } from './cas-xmi.ts'
import { dna } from './dna.ts'
import { doccano } from './doccano.ts'
import type { ForeignReader } from './foreign.ts'
import { huggingFace } from './hugging-face.ts'
import { labelStudio } from './label-studio.ts'
import { opinionNe } from './opinion-ne.ts'
import { qdpx } from './qdpx.ts'
import { webAnnotation } from './web-annotation.ts'
import { readWebannoTsv } from './webanno-tsv.ts'
import { isOldTsv, readOldTsv } from './webanno-tsv-old.ts'

const webannoTsv: ForeignReader = {
  id: 'webanno-tsv',
  // Who imported is called so in projects: another title would be somebody else, and import the same file again.
  title: 'WebAnno TSV 3 (INCEpTION)',
  extensions: ['tsv'],
  fits: (opening) => /^\uFEFF?#FORMAT=WebAnno TSV 3/.test(opening) || isOldTsv(opening),
  takes: 'text',
  read: ({ content, name }) => (isOldTsv(content) ? readOldTsv(content, name) : readWebannoTsv(content, name)),
}

export const foreignReaders: readonly ForeignReader[] = [
  brat,
  doccano,
  huggingFace,
  labelStudio,
  opinionNe,
  webAnnotation,
  casJson,
  casXmi,
  casXmiArchive,
  webannoTsv,
  dna,
  qdpx,
  bratWithOpinions,
]
