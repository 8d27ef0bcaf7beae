/**
 * Files and folders that somebody lets this site write to (File System Access, WICG): Chromium on a desktop. What
 * TypeScript does not know of it yet.
 */
export type PermissionAnswer = 'granted' | 'denied' | 'prompt'

interface WithPermission {
  queryPermission?(descriptor: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionAnswer>
  requestPermission?(descriptor: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionAnswer>
}

interface Pickers {
  showDirectoryPicker?(options: {
    readonly id: string
    readonly mode: 'read' | 'readwrite'
    readonly startIn: string
  }): Promise<FileSystemDirectoryHandle>
  showSaveFilePicker?(options: {
    readonly id: string
    readonly suggestedName: string
    readonly startIn: string
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
  }): Promise<FileSystemFileHandle>
}

const pickers = () => globalThis as unknown as Pickers

/** Whether this browser lets anybody choose a place once and for all. */
export function canChoosePlaces(): boolean {
  return typeof pickers().showDirectoryPicker === 'function'
}

/** Asks for a folder, within a gesture. undefined: nothing was chosen. */
export function chooseFolder(mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | undefined> {
  return chosen(pickers().showDirectoryPicker?.({ id: 'hindsight-backups', mode, startIn: 'documents' }))
}

/** Asks where to save, within a gesture. undefined: nothing was chosen. */
export function chooseFile(suggestedName: string): Promise<FileSystemFileHandle | undefined> {
  const types = [{ accept: { 'application/gzip': ['.gz'], 'application/json': ['.json'] } }]
  return chosen(pickers().showSaveFilePicker?.({ id: 'hindsight-backups', suggestedName, startIn: 'documents', types }))
}

async function chosen<Handle>(asked: Promise<Handle> | undefined): Promise<Handle | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

/** Whether this site may use it now. `ask`: within a gesture; the browser asks the person where it must. */
export async function isAllowed(
  handle: FileSystemHandle,
  mode: 'read' | 'readwrite',
  { ask }: { readonly ask: boolean },
): Promise<boolean> {
  const own = handle as FileSystemHandle & WithPermission
  const answer = (await own.queryPermission?.({ mode })) ?? 'granted'
  if (answer === 'granted' || !ask) return answer === 'granted'
  return ((await own.requestPermission?.({ mode })) ?? 'granted') === 'granted'
}
