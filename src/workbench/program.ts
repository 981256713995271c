/** How the program names itself in what it writes. */
import manifest from '../../package.json' with { type: 'json' }

export const generator = { name: manifest.productName, version: manifest.version }
