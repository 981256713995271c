/** Electron's entry: what has to be settled before the program is ready. */
import { resolve } from 'node:path'
import { app } from 'electron'
import { onlyInstance } from './arrivals.ts'
import { settleGraphics } from './graphics.ts'
import { declareScheme } from './page.ts'
import { runProgram } from './program.ts'
import { hardenProcess } from './security.ts'

app.setName('Actant')
const stateFolder = process.env['ACTANT_STATE_DIR'] || app.commandLine.getSwitchValue('user-data-dir')
if (stateFolder) app.setPath('userData', resolve(stateFolder))

declareScheme()
hardenProcess()
settleGraphics()

// Not awaited here: Electron becomes ready only when this module is done.
const arrivals = onlyInstance()
if (arrivals) void app.whenReady().then(() => runProgram(arrivals))
else app.quit()
