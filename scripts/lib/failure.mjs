/** A failure the person at the terminal can do something about: one clear line, no stack. */
export class Failure extends Error {}

/** Runs a script's body; ends the process with its exit code, or with 1 and one clear line. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    process.stderr.write(error instanceof Failure ? `\n✗ ${error.message}\n` : `\n✗ ${error.stack}\n`)
    process.exitCode = 1
  }
}
