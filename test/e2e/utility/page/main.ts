import { portMessage } from '../../../../src/preload/api.ts'
import { type Connection, connect } from '../../../../src/workbench/rpc.ts'

/** What the test looks at. */
const seen = { connections: [] as Connection[], states: [] as string[], changes: [] as boolean[] }
Object.assign(window, { seen })

window.actant.onService((state) => seen.states.push(state))
window.addEventListener('message', ({ source, data, ports: [port] }) => {
  if (source !== window || data !== portMessage || !port) return
  const connection = connect(port)
  connection.on('changed', ({ project }) => seen.changes.push(project))
  seen.connections.push(connection)
})
window.actant.requestPort()
