/** The channels between preload and main process; what runs over them follows from the api. */
import type { FileRef } from '../workbench/contract.ts'
import type { ActantApi, Grant, MenuModel, ServiceState, Settings } from './api.ts'

/** From the page, answered. */
export type Calls = Pick<
  ActantApi,
  'start' | 'pick' | 'settings' | 'changeSettings' | 'view' | 'contextMenu' | 'ask' | 'copyText'
> & {
  /** The paths of dropped files, as the preload got them from the system. */
  dropped(paths: string[]): Promise<Grant[]>
}

/** From the page, without an answer. */
export type Messages = {
  ready: []
  requestPort: []
  keepView: [projectId: string, view: unknown]
  setMenu: [menu: MenuModel]
  setEdited: [edited: boolean]
  showInFolder: [target: FileRef]
  /** The page heard that it is to close and thinks about it. */
  closingHeard: []
  closingAnswer: [mayClose: boolean]
  close: []
}

/** To the page. */
export type Pushes = {
  port: []
  service: [state: ServiceState]
  files: [files: Grant[]]
  settings: [settings: Settings]
  command: [id: string]
  closing: []
}
