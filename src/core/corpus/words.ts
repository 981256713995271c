const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

/** Runs of letters and digits of any script, joined by hyphens and apostrophes; a script without spaces has one word a run. */
export const countWords = (text: string): number => text.match(run)?.length ?? 0
