/** The command line of the window's program. */
import { resolve } from 'node:path'

/**
 * The files it names.
 * @param isDevelopment the program is itself named on Electron's command line
 */
export const filesIn = (argv: string[], isDevelopment: boolean, folder: string): string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .slice(isDevelopment ? 1 : 0)
    .map((argument) => resolve(folder, argument))
