/** Text that comes in pieces, cut into lines. */

export type Lines = { push(piece: string): string[]; end(): string[] }

/** Lines keep their ends, CR alone is none; one that is longer than `most` characters is cut there. */
export const createLines = (most: number): Lines => {
  let rest = ''
  return {
    push(piece) {
      const text = rest + piece
      const lines: string[] = []
      let start = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        lines.push(text.slice(start, end + 1))
        start = end + 1
      }
      rest = text.slice(start)
      if (rest.length > most) {
        lines.push(rest)
        rest = ''
      }
      return lines
    },
    end() {
      const last = rest
      rest = ''
      return last === '' ? [] : [last]
    },
  }
}
