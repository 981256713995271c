/**
 * Entry of a reader process: reads article files for the program, which can end it at any time. It has no database, no
 * environment and, where the runtime can forbid it, no files but its own code.
 */
import { readArticle } from './index.ts'
import { serveReader } from './serve.ts'

serveReader(readArticle)
