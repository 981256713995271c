/** Long work in steps: whoever runs it can say how far it is, let others have their turn in between, and stop. */

/** Yields how much of the work is done, from 0 to 1, every few milliseconds. */
export type Steps<T> = Generator<number, T>

/** All of it at once. */
export const finish = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Steps that are a part of longer work, which is `from` done before and `to` after them. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield from + (to - from) * value
  }
}

/** Records that are gone through between two steps. */
export const recordsAStep = 200
