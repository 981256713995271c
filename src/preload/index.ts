/** Puts `window.actant` into the page. It only passes on: what arrives is parsed by the main process. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type ActantApi, portMessage, type Unsubscribe } from './api.ts'
import type { Calls, Messages, Pushes } from './channels.ts'

const call = <K extends keyof Calls>(name: K, ...args: Parameters<Calls[K]>): ReturnType<Calls[K]> =>
  ipcRenderer.invoke(name, ...args) as ReturnType<Calls[K]>

const send = <K extends keyof Messages>(name: K, ...args: Messages[K]) => ipcRenderer.send(name, ...args)

const on = <K extends keyof Pushes>(name: K, handler: (...args: Pushes[K]) => void): Unsubscribe => {
  const listener = (_: unknown, ...args: unknown[]) => handler(...(args as Pushes[K]))
  ipcRenderer.on(name, listener)
  return () => ipcRenderer.off(name, listener)
}

const closingHandlers = new Set<() => Promise<boolean>>()

const answerClosing = async () => {
  send('closingHeard')
  const answers = await Promise.allSettled([...closingHandlers].map((handler) => handler()))
  send('closingAnswer', !answers.some((answer) => answer.status === 'fulfilled' && !answer.value))
}

const api: ActantApi = {
  start: () => call('start'),
  ready: () => send('ready'),
  requestPort: () => send('requestPort'),
  onService: (handler) => on('service', handler),
  pick: (kind, labels) => call('pick', kind, labels),
  dropped: (files) => call('dropped', files.map((file) => webUtils.getPathForFile(file)).filter(Boolean)),
  onFiles: (handler) => on('files', handler),
  settings: () => call('settings'),
  changeSettings: (change) => call('changeSettings', change),
  onSettings: (handler) => on('settings', handler),
  view: (projectId) => call('view', projectId),
  keepView: (projectId, view) => send('keepView', projectId, view),
  setMenu: (menu) => send('setMenu', menu),
  onCommand: (handler) => on('command', handler),
  contextMenu: (items) => call('contextMenu', items),
  ask: (question) => call('ask', question),
  showInFolder: (target) => send('showInFolder', target),
  copyText: (text) => call('copyText', text),
  setEdited: (edited) => send('setEdited', edited),
  onClosing(handler) {
    closingHandlers.add(handler)
    return () => closingHandlers.delete(handler)
  },
  close: () => send('close'),
}

on('closing', () => void answerClosing())

contextBridge.exposeInMainWorld('actant', api)

// The context bridge cannot carry a port; the page's own message event can.
ipcRenderer.on('port', ({ ports }) => window.postMessage(portMessage, '*', ports))
