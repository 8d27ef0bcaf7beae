import { expect, test } from 'vitest'
import { judgeCheckpoint, type SignedCheckpoint, type Signer, signCheckpoint } from './checkpoint'

const FACTS = { ledgerId: '0190a000-0000-7000-8000-000000000001', size: 42, rootHash: 'ab'.repeat(32) }
const AT = '2026-11-28T04:00:00.000Z'

async function newSigner(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes)),
  }
}

test('[CK1] a checkpoint is a signed note, known as this browser’s or another key’s', async () => {
  const signer = await newSigner()
  const checkpoint = await signCheckpoint(FACTS, AT, signer)
  const lines = checkpoint.note.split('\n')
  expect(lines.slice(0, 2)).toEqual([`hindsight-ledger/${FACTS.ledgerId}`, '42'])
  expect(lines[5]).toMatch(/^— hindsight-ledger\/\S+ \S+$/)
  expect(await judgeCheckpoint(checkpoint, FACTS, signer.publicKey)).toMatchObject({
    kind: 'this-browser',
    signedAt: AT,
  })
  expect(await judgeCheckpoint(checkpoint, FACTS, undefined)).toMatchObject({ kind: 'another-key' })
  expect((await judgeCheckpoint(checkpoint, FACTS, undefined)).fingerprint).toMatch(/^[0-9a-f]{16}$/)
  expect(await judgeCheckpoint(undefined, FACTS, undefined)).toEqual({ kind: 'none' })
})

test('[CK1] it fits nothing else', async () => {
  const signer = await newSigner()
  const checkpoint = await signCheckpoint(FACTS, AT, signer)
  const other = await signCheckpoint(FACTS, AT, await newSigner())
  const wrong: [unknown, typeof FACTS][] = [
    [checkpoint, { ...FACTS, size: 43 }],
    [checkpoint, { ...FACTS, rootHash: 'ba'.repeat(32) }],
    [checkpoint, { ...FACTS, ledgerId: FACTS.ledgerId.replace('1', '2') }],
    [{ ...checkpoint, publicKey: other.publicKey }, FACTS],
    [{ ...checkpoint, note: checkpoint.note.replace('04:00', '05:00') }, FACTS],
    [{ ...checkpoint, note: `${checkpoint.note} ` }, FACTS],
    [{}, FACTS],
    [null, FACTS],
    ['a text', FACTS],
  ]
  for (const [given, facts] of wrong) {
    expect((await judgeCheckpoint(given as SignedCheckpoint, facts, signer.publicKey)).kind).toBe('does-not-fit')
  }
})
