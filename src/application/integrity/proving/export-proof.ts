/**
 * What two logs are to each other, with the proof: two files, or a file and the ledger.
 *
 * [PF1] The verdict is that of comparing every event.
 * [PF2] The proof can be checked by itself, and an altered one is refused.
 */
import { hexToBytes } from '@noble/hashes/utils.js'
import { rootByPath } from '../../../event-log/proving/audit-path'
import { type ConsistencyProof, checkConsistency } from '../../../event-log/proving/consistency-proof'
import type { InclusionProof } from '../../../event-log/proving/inclusion-proof'
import type { SignatureVerdict } from '../../../exchange/checkpoint'
import type { LeafTree } from './leaf-tree'

/** One of the two logs. */
export interface ProvedLog {
  /** 'ledger': the open one. */
  readonly source: 'file' | 'ledger'
  readonly ledgerId: string
  readonly name: string
  readonly size: number
  readonly rootHash: string
  readonly signature: SignatureVerdict
}

export interface ExportProof {
  readonly format: 'hindsight-proof'
  readonly formatVersion: 1
  /** 'earlier': the first is an earlier state of the second; 'foreign': other ledgers without an event in common. */
  readonly verdict: 'same' | 'earlier' | 'later' | 'differs' | 'foreign'
  /** Events at the beginning that are the same. */
  readonly common: number
  readonly first: ProvedLog
  readonly second: ProvedLog
  /** From the common beginning to each of the two. */
  readonly consistency: readonly [ConsistencyProof, ConsistencyProof] | null
  /** Of the last event in common, and where they part, of the first that differs: in each of the two. */
  readonly inclusion: readonly InclusionProof[]
  /** UTC instant. */
  readonly madeAt: string
}

export interface ComparedLog {
  readonly tree: LeafTree
  readonly facts: Omit<ProvedLog, 'size' | 'rootHash'>
}

export function proveLogs(a: ComparedLog, b: ComparedLog, madeAt: string): ExportProof {
  const common = a.tree.commonWith(b.tree)
  const verdict = verdictOf(a, b, common)
  const parts = (common < a.tree.size && common < b.tree.size ? [common, common + 1] : [common]).filter((at) => at > 0)
  return {
    format: 'hindsight-proof',
    formatVersion: 1,
    verdict,
    common,
    first: { ...a.facts, size: a.tree.size, rootHash: a.tree.rootAt(a.tree.size) },
    second: { ...b.facts, size: b.tree.size, rootHash: b.tree.rootAt(b.tree.size) },
    consistency:
      common === 0 ? null : [a.tree.consistency(common, a.tree.size), b.tree.consistency(common, b.tree.size)],
    inclusion: parts.flatMap((at) => [a, b].map(({ tree }) => tree.inclusion(at, tree.size))),
    madeAt,
  }
}

function verdictOf(a: ComparedLog, b: ComparedLog, common: number): ExportProof['verdict'] {
  if (common === a.tree.size && common === b.tree.size) return 'same'
  if (common === 0 && a.facts.ledgerId !== b.facts.ledgerId) return 'foreign'
  if (common === a.tree.size) return 'earlier'
  return common === b.tree.size ? 'later' : 'differs'
}

/** Whether every part of the proof holds and says what the verdict says. */
export function checkExportProof(proof: ExportProof): boolean {
  try {
    const { first, second, common, consistency, inclusion, verdict } = proof
    const logs = [first, second] as const
    if (common > 0) {
      if (!consistency) return false
      if (consistency[0].firstRoot !== consistency[1].firstRoot) return false
      const fits = consistency.every((each, index) => {
        const log = logs[index]
        return (
          checkConsistency(each) &&
          each.firstSize === common &&
          each.secondSize === log?.size &&
          each.secondRoot === log.rootHash
        )
      })
      if (!fits) return false
    }
    if (!inclusion.every((each, index) => leads(each, logs[index % 2] as ProvedLog))) return false
    return verdict === verdictFrom(proof) && areApart(proof)
  } catch {
    // What is no proof proves nothing.
    return false
  }
}

function leads({ position, size, leaf, path, root }: InclusionProof, log: ProvedLog): boolean {
  const reached = rootByPath(
    position,
    size,
    hexToBytes(leaf),
    path.map(({ hash }) => hexToBytes(hash)),
  )
  return (
    reached !== undefined &&
    size === log.size &&
    root === log.rootHash &&
    reached.every((byte, index) => byte === hexToBytes(root)[index])
  )
}

function verdictFrom({ first, second, common }: ExportProof): ExportProof['verdict'] {
  if (common === first.size && common === second.size) return 'same'
  if (common === 0 && first.ledgerId !== second.ledgerId) return 'foreign'
  if (common === first.size) return 'earlier'
  return common === second.size ? 'later' : 'differs'
}

/** Where both go on, the first events behind the common ones are shown, and are not the same. */
function areApart({ first, second, common, inclusion }: ExportProof): boolean {
  if (common === first.size || common === second.size) return true
  const shown = inclusion.filter(({ position }) => position === common + 1)
  return shown.length === 2 && shown[0]?.leaf !== shown[1]?.leaf
}
