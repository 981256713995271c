/** The part of PDF.js that parses; loading it in the same thread makes it available to the other part. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
