import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash } from '../../../event-log/merkle-tree'
import { checkExportProof, type ExportProof, proveLogs } from './export-proof'
import { LeafTree } from './leaf-tree'

const logOf = (words: readonly string[], ledgerId: string) => {
  const tree = new LeafTree()
  for (const word of words) tree.add(leafHash(word))
  return { tree, facts: { source: 'file', ledgerId, name: 'Test', signature: { kind: 'none' } } as const }
}

const arbitraryPair = fc.record({
  common: fc.array(fc.string({ maxLength: 3 }), { maxLength: 70 }),
  one: fc.array(fc.constantFrom('a', 'b'), { maxLength: 5 }),
  other: fc.array(fc.constantFrom('c', 'd'), { maxLength: 5 }),
  isSameLedger: fc.boolean(),
})

test('[PF1] [PF2] the verdict is that of comparing every event, and its proof holds by itself', () => {
  fc.assert(
    fc.property(arbitraryPair, ({ common, one, other, isSameLedger }) => {
      const proof = proveLogs(
        logOf([...common, ...one], 'x'),
        logOf([...common, ...other], isSameLedger ? 'x' : 'y'),
        '2026-11-28T00:00:00.000Z',
      )
      expect(proof.common).toBe(common.length)
      const isForeign = common.length === 0 && !isSameLedger && one.length + other.length > 0
      const plain =
        one.length === 0 ? (other.length === 0 ? 'same' : 'earlier') : other.length === 0 ? 'later' : 'differs'
      expect(proof.verdict).toBe(isForeign ? 'foreign' : plain)
      expect(checkExportProof(structuredClone(proof))).toBe(true)
    }),
  )
})

test.each<[string, (proof: ExportProof) => unknown]>([
  ['another verdict', (proof) => ({ ...proof, verdict: 'same' })],
  ['another common size', (proof) => ({ ...proof, common: proof.common - 1 })],
  ['another root', (proof) => ({ ...proof, second: { ...proof.second, rootHash: proof.first.rootHash } })],
  ['another size', (proof) => ({ ...proof, first: { ...proof.first, size: proof.first.size + 1 } })],
  ['no consistency', (proof) => ({ ...proof, consistency: null })],
  ['no first difference', (proof) => ({ ...proof, inclusion: proof.inclusion.slice(0, 2) })],
  ['nothing at all', () => ({})],
])('[PF2] a proof with %s is refused', (_, alter) => {
  const words = Array.from({ length: 11 }, (_unused, at) => `event ${at}`)
  const proof = proveLogs(logOf([...words, 'a', 'b'], 'x'), logOf([...words, 'c'], 'x'), '')
  expect(checkExportProof(proof)).toBe(true)
  expect(checkExportProof(alter(proof) as ExportProof)).toBe(false)
})
