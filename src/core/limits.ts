/** How large what comes from outside may be. */

/** Bytes of a bundle; larger ones are refused before they are read. */
export const bundleLimit = 512_000_000

/** Bytes of a codebook alone. */
export const codebookLimit = 16_000_000

/** Bytes of a file of another program with annotations. */
export const foreignLimit = 256 * 1024 * 1024
