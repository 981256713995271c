/** `npm start [-- FILE…]`: opens the window; where nobody can see one, draws it and saves a picture. `--stay` keeps it open. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { electronArguments } from './lib/electron-arguments.mjs'
import { Failure, main } from './lib/failure.mjs'
import { isRoot, root, scratch } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { buildStep } from './setup/build.mjs'
import { hasDisplay, withDisplay } from './setup/display.mjs'
import { ensureSetup } from './setup/index.mjs'

const PICTURE_LIMIT_SECONDS = 90

await main(async () => {
  const given = process.argv.slice(2)
  const stay = given.includes('--stay')
  const electron = await ensureSetup({ further: [buildStep()] })
  const noted = hasDisplay() ? [] : ['--enable-logging=stderr']
  const args = [
    ...electronArguments(),
    ...noted,
    root,
    ...given.filter((argument) => argument !== '--stay').map(asGiven),
  ]
  if (hasDisplay()) return openWindow(electron.executable, args)
  process.stdout.write('There is no display here: the window is drawn on a virtual one.\n')
  return withDisplay((env) => takePicture(electron.executable, args, env, stay))
})

/** npm changes to the project's folder: file names are meant from where the command was given. */
function asGiven(argument) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), argument)
  return !argument.startsWith('-') && existsSync(path) ? path : argument
}

async function openWindow(executable, args) {
  const { code, signal } = await run(executable, args, { show: true })
  if (signal && signal !== 'SIGINT' && signal !== 'SIGTERM')
    throw new Failure(`The window ended by ${signal}.${sandboxHint(executable)}`)
  return code
}

async function takePicture(executable, args, display, stay) {
  const picture = scratch('window.png')
  const log = scratch('window.log')
  rmSync(picture, { force: true })
  const isDrawn = () => existsSync(picture) && statSync(picture).size > 0
  const announce = () => {
    process.stdout.write(`A picture of the window: ${picture}\n`)
    if (stay) process.stdout.write(`The window stays open on display ${display.DISPLAY}; end it with Ctrl+C.\n`)
  }
  const began = Date.now()
  let announced = false
  const env = { ...display, ACTANT_PICTURE: picture, ...(stay && { ACTANT_PICTURE_STAY: '1' }) }
  const { code, signal, output, stopped } = await run(executable, args, {
    env,
    stopIf() {
      if (!announced && isDrawn()) {
        announced = true
        announce()
      }
      const isLate = Date.now() - began > PICTURE_LIMIT_SECONDS * 1000
      return isLate && !(stay && announced) ? `not drawn and closed within ${PICTURE_LIMIT_SECONDS} s` : undefined
    },
  })
  writeFileSync(log, output)
  if (code === 0 && isDrawn()) {
    if (!announced) announce()
    return 0
  }
  const ending = code === 0 ? 'it closed at once: is Actant running already?' : `exit code ${code}`
  const reason = stopped ?? (signal ? `ended by ${signal}` : ending)
  throw new Failure(`The window could not be drawn (${reason}). What it said is in ${log}${sandboxHint(executable)}`)
}

/** Some systems let nobody but root make the namespaces Chromium's sandbox is built of. */
function sandboxHint(executable) {
  if (isRoot || process.platform !== 'linux') return ''
  const setting = (name) => {
    const path = `/proc/sys/kernel/${name}`
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  }
  const isForbidden =
    setting('unprivileged_userns_clone') === '0' || setting('apparmor_restrict_unprivileged_userns') === '1'
  if (!isForbidden) return ''
  const helper = `"${join(dirname(executable), 'chrome-sandbox')}"`
  return `\nThis system keeps the sandbox from ordinary users. Run: sudo chown root ${helper} && sudo chmod 4755 ${helper}`
}
