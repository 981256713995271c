/** The formats for trainers and other tools; a new one is a file beside this and a line here. */
import { brat } from './brat.ts'
import { casJson } from './cas-json.ts'
import { csvClaims, csvPositions } from './csv-files.ts'
import { doccano } from './doccano.ts'
import type { OutFormat } from './format.ts'
import { graphml } from './graphml.ts'
import { hf } from './hf.ts'
import { iob2 } from './iob2.ts'
import { labelStudio } from './label-studio.ts'
import { networkCsv } from './network-csv.ts'
import { qdpx } from './qdpx.ts'
import { spacy } from './spacy.ts'
import { w3c } from './w3c.ts'
import { webannoTsv } from './webanno-tsv.ts'

/** In the order they are offered. */
export const outFormats: readonly OutFormat[] = [
  hf,
  spacy,
  brat,
  iob2,
  doccano,
  labelStudio,
  csvClaims,
  csvPositions,
  w3c,
  graphml,
  networkCsv,
  webannoTsv,
  casJson,
  qdpx,
]
