import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Failure } from '../../src/core/failure.ts'
import { connect, serve } from '../../src/workbench/rpc.ts'

type Calculator = {
  add(a: number, b?: number): number
  slow(): Promise<string>
  refuse(): void
  break(): void
  unsendable(): unknown
}

const schemas = {
  add: z.tuple([z.number(), z.number().optional()]),
  slow: z.tuple([]),
  refuse: z.tuple([]),
  break: z.tuple([]),
  unsendable: z.tuple([]),
}

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const pair = () => {
  const { port1, port2 } = new MessageChannel()
  const bugs: { error: unknown; call: string }[] = []
  const calculator: Calculator = {
    add: (a, b = 1) => a + b,
    slow: () => new Promise((resolve) => setTimeout(resolve, 10_000, 'late').unref()),
    refuse: () => {
      throw new Failure('held', { holder: 'actant', pid: 42 })
    },
    break: () => {
      throw new TypeError('secret: /home/ada/notes.txt')
    },
    unsendable: () => () => 0,
  }
  const server = serve<Calculator>(port1, calculator, schemas, (error, call) => bugs.push({ error, call }))
  const client = connect<Calculator>(port2)
  closers.push(client.close, server.close)
  return { server, client, bugs, raw: port2 }
}

test('a call returns what the other side returns, optional arguments included', async () => {
  const { workbench } = pair().client
  expect(await workbench.add(2)).toBe(3)
  expect(await workbench.add(2, 5)).toBe(7)
  expect(await workbench.add(2, undefined)).toBe(3)
})

test('a failure crosses with its code and its values', async () => {
  const failure = await pair()
    .client.workbench.refuse()
    .catch((error) => error)
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({ code: 'held', params: { holder: 'actant', pid: 42 } })
})

test('a bug is logged where it happened and tells the other side only the call', async () => {
  const { client, bugs } = pair()
  const error = await client.workbench.break().catch((error) => error)
  expect(error).not.toBeInstanceOf(Failure)
  expect(error.message).not.toContain('secret')
  expect(bugs).toEqual([{ call: 'break', error: expect.any(TypeError) }])
  expect(await client.workbench.add(1)).toBe(2)
})

test('an answer that cannot be sent is a bug, not a call without an answer', async () => {
  const { client, bugs } = pair()
  await expect(client.workbench.unsendable()).rejects.toThrow('unsendable')
  expect(bugs).toHaveLength(1)
})

test('arguments that do not parse and calls that do not exist are refused', async () => {
  const { workbench } = pair().client
  const loose = workbench as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  for (const call of [
    () => loose.add?.('2'),
    () => loose.add?.(),
    () => loose.add?.(1, 2, 3),
    () => loose.constructor?.(),
    () => loose.toString?.(),
    () => loose.missing?.(),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'bad-request' })
})

test('messages that are no requests are ignored', async () => {
  const { client, raw } = pair()
  for (const noise of [null, 1, 'x', [], {}, { id: 1 }, { id: '1', call: 'add', args: [] }, { id: 1, call: 'add' }])
    raw.postMessage(noise)
  expect(await client.workbench.add(1)).toBe(2)
})

test('pending and later calls fail when the port closes', async () => {
  const { server, client } = pair()
  const closed = new Promise<void>((resolve) => client.onClose(resolve))
  const pending = client.workbench.slow()
  server.close()
  await expect(pending).rejects.toMatchObject({ code: 'service-gone' })
  await closed
  await expect(client.workbench.add(1)).rejects.toMatchObject({ code: 'service-gone' })
})

test('events reach those who listen, until they stop listening', async () => {
  const { server, client } = pair()
  const heard: unknown[] = []
  const stop = client.on('progress', (progress) => heard.push(progress))
  server.emit('progress', { job: 'a', done: 1 })
  server.emit('findings', { findings: [] })
  await client.workbench.add(1)
  stop()
  server.emit('progress', { job: 'a', done: 2 })
  await client.workbench.add(1)
  expect(heard).toEqual([{ job: 'a', done: 1 }])
})

test('a connection can be awaited without being mistaken for a promise', async () => {
  const { workbench } = pair().client
  expect(await Promise.resolve(workbench)).toBe(workbench)
})
