import { expect, test } from 'vitest'
import { blob, gzip } from '../fixtures/log-fixture'
import { readLog } from '../log-reader'

const ACCOUNT = { name: 'Current', currency: 'EUR' }
const ID = (digit: number) => `6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a0${digit}`

interface Textbook {
  id?: unknown
  timestamp?: unknown
  event_type?: unknown
}
const event = (digit: number, type: string, amount: unknown, timestamp: unknown = 1_700_000_000 + digit): Textbook => ({
  id: ID(digit),
  timestamp,
  event_type: { [type]: { amount } },
})

async function read(content: unknown, account: { name: string; currency: string } | undefined = ACCOUNT) {
  const parts = []
  const source =
    content instanceof Blob ? content : blob(typeof content === 'string' ? content : JSON.stringify(content))
  for await (const part of readLog(source, { account })) parts.push(part)
  const header = parts.find(({ kind }) => kind === 'header')
  return {
    header: header?.kind === 'header' ? header.header : undefined,
    events: parts.flatMap((part) =>
      part.kind === 'events' ? part.events.map(({ canonical }) => JSON.parse(canonical)) : [],
    ),
  }
}

const TEXTBOOK = [event(1, 'Deposited', 100.0), event(2, 'Withdrawn', 50.0)]

test('[X5] the textbook example becomes an account with its entries', async () => {
  const { events, header } = await read(TEXTBOOK)
  expect(events).toMatchObject([
    {
      globalPosition: 1,
      streamRevision: 1,
      type: 'AccountOpened',
      recordedAt: '2023-11-14T22:13:21.000Z',
      data: { name: 'Current', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2023-11-14' },
    },
    {
      globalPosition: 2,
      streamRevision: 2,
      eventId: ID(1),
      type: 'Deposited',
      data: { amount: 10000, effectiveOn: '2023-11-14' },
    },
    {
      globalPosition: 3,
      streamRevision: 3,
      eventId: ID(2),
      type: 'Withdrawn',
      data: { amount: 5000, effectiveOn: '2023-11-14' },
    },
  ])
  expect(new Set(events.map(({ streamId }) => streamId)).size).toBe(1)
  expect(header).toMatchObject({ form: 0, name: 'Current', rootHash: null, size: null })
})

test('[X5] ids follow from content, name and currency; a packed copy is the same file', async () => {
  const text = JSON.stringify(TEXTBOOK)
  const first = await read(text)
  expect(await read(text)).toEqual(first)
  expect(await read(blob(await gzip(text)))).toEqual(first)
  const others = [
    await read(`${text}\n`),
    await read(text, { ...ACCOUNT, name: 'Other' }),
    await read(text, { ...ACCOUNT, currency: 'USD' }),
  ]
  const ids = [first, ...others].flatMap(({ header, events }) => [
    header?.ledgerId,
    events[0].streamId,
    events[0].eventId,
  ])
  expect(new Set(ids).size).toBe(12)
})

test('[X5] UUIDs are lower-cased; a timestamp that falls takes the one before and keeps its own clock', async () => {
  const upper = { ...event(1, 'Deposited', 1), id: ID(1).toUpperCase() }
  const { events } = await read([upper, event(2, 'Deposited', 1, 1_600_000_000), event(3, 'Deposited', 1)])
  expect(events.map(({ eventId }) => eventId).slice(1)).toEqual([ID(1), ID(2), ID(3)])
  expect(events[2]).toMatchObject({
    recordedAt: '2023-11-14T22:13:21.000Z',
    data: { effectiveOn: '2023-11-14' },
    metadata: { clock: '2020-09-13T12:26:40.000Z' },
  })
  expect(events[3].metadata).toEqual({})
})

test.each([
  [100.0, 'EUR', 10000],
  [0.005, 'EUR', 1],
  [1.005, 'EUR', 101],
  [2.675, 'EUR', 268],
  [1.0049999, 'EUR', 100],
  [0.1 + 0.2, 'EUR', 30],
  [1e-2, 'EUR', 1],
  [0.5, 'JPY', 1],
  [1234.4999, 'JPY', 1234],
  [1.2345, 'BHD', 1235],
  [9e13, 'EUR', 9e15],
])('[X5] %d %s are %d minor units', async (amount, currency, minor) => {
  const { events } = await read([event(1, 'Deposited', amount)], { name: 'A', currency })
  expect(events[1].data.amount).toBe(minor)
})

test.each<[code: string, what: string, change: Textbook, path: string]>([
  ['bad-amount', 'zero', event(2, 'Deposited', 0), 'event_type.Deposited.amount'],
  ['bad-amount', 'below zero', event(2, 'Withdrawn', -5), 'event_type.Withdrawn.amount'],
  ['bad-amount', 'rounded to zero', event(2, 'Deposited', 0.004), 'event_type.Deposited.amount'],
  ['bad-amount', 'too large', event(2, 'Deposited', 1e300), 'event_type.Deposited.amount'],
  ['bad-amount', 'a text', event(2, 'Deposited', '5'), 'event_type.Deposited.amount'],
  ['newer-version', 'an unknown type', event(2, 'Burned', 5), 'event_type'],
  ['bad-field', 'no event_type', { ...event(2, 'Deposited', 5), event_type: null }, 'event_type'],
  [
    'bad-field',
    'two types',
    { ...event(2, 'Deposited', 5), event_type: { Deposited: {}, Withdrawn: {} } },
    'event_type',
  ],
  ['bad-field', 'no data', { ...event(2, 'Deposited', 5), event_type: { Deposited: 5 } }, 'event_type.Deposited'],
  ['bad-field', 'a bad id', { ...event(2, 'Deposited', 5), id: '7' }, 'id'],
  ['bad-field', 'a text as timestamp', event(2, 'Deposited', 5, '2020-01-01'), 'timestamp'],
  ['bad-date', 'a time beyond the calendar', event(2, 'Deposited', 5, 1e15), 'timestamp'],
])('[X6] version 0, %s: %s', async (code, _, change, path) => {
  await expect(read([TEXTBOOK[0], change])).rejects.toMatchObject({
    name: 'LogFormatError',
    code,
    path,
    position: 2,
    line: 1,
  })
})

test('[X6] without an account, name or known currency: account-needed, once it is clear that it is this form', async () => {
  const withoutAccount = async (content: string) => {
    for await (const _ of readLog(blob(content))) expect.unreachable()
  }
  await expect(withoutAccount(JSON.stringify(TEXTBOOK))).rejects.toMatchObject({
    code: 'account-needed',
    path: 'account',
  })
  await expect(withoutAccount('[{"globalPosition":1}]')).rejects.toMatchObject({ code: 'not-this-format' })
  await expect(read(TEXTBOOK, { name: ' ', currency: 'EUR' })).rejects.toMatchObject({
    code: 'account-needed',
    path: 'account.name',
  })
  await expect(read(TEXTBOOK, { name: 'A', currency: 'XQQ' })).rejects.toMatchObject({
    code: 'account-needed',
    path: 'account.currency',
  })
})

test('[X5] an empty list is a log of no events', async () => {
  expect((await read([])).events).toEqual([])
})
