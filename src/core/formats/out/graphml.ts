/** GraphML 1.0, for Gephi, visone, igraph and the like. http://graphml.graphdrawing.org/specification.html */
import { isIllegalInXml, xmlText } from '../../xml.ts'
import type { OutFormat, OutSetting } from './format.ts'
import type { Ledger } from './ledger.ts'
import { type NetworkChoice, networkFormat } from './network.ts'
import { type Network, oneModeFigures, twoModeFigures } from './network-edges.ts'
import type { NetworkNode } from './network-nodes.ts'

export const graphml: OutFormat = networkFormat(
  { id: 'graphml', title: 'GraphML (network)', extension: 'graphml', shape: 'file' },
  {},
  function* (network, choice, setting, ledger) {
    yield { file: 'network.graphml', text: documentOf(network, choice, setting, ledger) }
  },
)

const documentOf = (network: Network, choice: NetworkChoice, setting: OutSetting, ledger: Ledger): string => {
  const isTwoMode = choice.network === 'two-mode'
  const figures = isTwoMode ? twoModeFigures : oneModeFigures
  const nodes = isTwoMode ? [...network.rows, ...network.columns] : network.rows
  const facts = {
    project: setting.project.title,
    state: setting.state,
    network: choice.network,
    node: choice.node,
    measure: choice.measure,
    repeats: choice.repeats,
  }
  const keys = [
    ...Object.keys(facts).map((name) => key('graph', name, 'string')),
    ...['label', 'kind', 'actorType'].map((name) => key('node', name, 'string')),
    key('edge', 'weight', 'double'),
    ...figures.map((name) => key('edge', name, name === 'congruence' || name === 'conflict' ? 'double' : 'int')),
  ]
  for (const node of nodes) if (isIllegalInXml(node.name)) ledger.changed(node.kind, node.id, 'illegal-character')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys,
    '  <graph edgedefault="undirected">',
    ...Object.entries(facts).map(([name, value]) => `    ${data(name, value)}`),
    ...nodes.map(nodeElement),
    ...network.edges.map(({ from, to, weight, figures: said }) => {
      const told = [data('weight', weight), ...figures.map((name) => data(name, said[name] ?? 0))]
      return `    <edge source="${xmlText(from.id)}" target="${xmlText(to.id)}">${told.join('')}</edge>`
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const key = (element: 'graph' | 'node' | 'edge', name: string, type: string): string =>
  `  <key id="${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>`

const data = (name: string, value: string | number): string => `<data key="${name}">${xmlText(String(value))}</data>`

const nodeElement = ({ id, name, kind, actorType }: NetworkNode): string => {
  const told = [data('label', name), data('kind', kind), ...(actorType ? [data('actorType', actorType)] : [])]
  return `    <node id="${xmlText(id)}">${told.join('')}</node>`
}
