// Goes into the fallback runtime as its `default_app.asar`: starts the app named on the command line, as Electron's own does.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { appArgument, modules, wantsVersion } = readArguments(process.argv.slice(1))

if (wantsVersion) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (!appArgument) {
  console.error('Usage: electron [options] <app folder or file>')
  process.exit(1)
}
const require = createRequire(import.meta.url)
for (const module of modules) require(resolve(module))

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
// Electron holds back `ready` until this module is done: the app's own listeners have to be there by then.
await import(pathToFileURL(prepareApp(resolve(appArgument))).href)

function readArguments(args) {
  const modules = []
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]
    if (argument === '-v' || argument === '--version') return { modules, wantsVersion: true }
    if (argument === '-r' || argument === '--require') modules.push(args[++index])
    else if (!argument.startsWith('-')) return { appArgument: argument, modules }
  }
  return { modules }
}

/** Takes name and version from the app's package.json, which is read from its folder only. Returns the file to run. */
function prepareApp(path) {
  const description = join(path, 'package.json')
  if (!existsSync(description)) {
    app.setAppPath(dirname(path))
    return path
  }
  const { main = 'index.js', name, productName, version } = JSON.parse(readFileSync(description, 'utf8'))
  if (version) app.setVersion(version)
  if (productName ?? name) app.setName(productName ?? name)
  app.setAppPath(path)
  return join(path, main)
}
