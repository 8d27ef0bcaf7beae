/**
 * How much room this browser gives the ledgers, and whether it has promised to keep them.
 *
 * [KP3] Short is where half as much again as is used would not fit, or less than 50 MB are free: before a disk is full.
 */
import { create } from 'zustand'

export interface StorageRoom {
  /** Bytes of everything this site keeps; undefined where the browser does not say. */
  readonly used: number | undefined
  readonly free: number | undefined
  /** Whether the browser keeps it until somebody removes it. */
  readonly promised: boolean | undefined
}

export const useStorageRoom = create<StorageRoom>(() => ({ used: undefined, free: undefined, promised: undefined }))

const LITTLE = 50_000_000

export function isShort({ used, free }: StorageRoom): boolean {
  return used !== undefined && free !== undefined && free < Math.max(used / 2, LITTLE)
}

/** Asks the browser anew. */
export async function measureRoom(): Promise<StorageRoom> {
  const { storage } = navigator
  const { usage: used, quota } = await estimate(storage)
  const promised = await storage?.persisted?.().catch(() => undefined)
  const room = {
    used,
    free: quota === undefined || used === undefined ? undefined : Math.max(0, quota - used),
    promised,
  }
  useStorageRoom.setState(room)
  return room
}

async function estimate(storage: StorageManager | undefined): Promise<StorageEstimate> {
  try {
    return (await storage?.estimate?.()) ?? {}
  } catch {
    return {}
  }
}

/** Asks for the promise; some browsers ask the person. */
export async function askToKeep(): Promise<boolean> {
  const promised = (await navigator.storage?.persist?.().catch(() => false)) ?? false
  useStorageRoom.setState({ promised })
  return promised
}
