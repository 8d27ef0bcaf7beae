/** Files and folders that stand in for those of the device: handles of the origin's own file system, which write alike. */
import type { Page } from '@playwright/test'

/** The browser's pickers give a folder of this name, and a file in it. Before the page is opened. */
export async function stubPickers(page: Page, folder = 'Backups'): Promise<void> {
  await page.addInitScript((name) => {
    const place = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true })
    Object.assign(window, {
      showDirectoryPicker: place,
      showSaveFilePicker: async () => (await place()).getFileHandle('my-ledger.json', { create: true }),
    })
  }, folder)
}

/** Names in the folder, sorted; none where there is no such folder. */
export function filesIn(page: Page, folder = 'Backups'): Promise<string[]> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory()
    const names: string[] = []
    try {
      for await (const key of (await root.getDirectoryHandle(name)).keys()) names.push(key)
    } catch {
      return []
    }
    return names.sort()
  }, folder)
}

export function removeFolder(page: Page, folder = 'Backups'): Promise<void> {
  return page.evaluate(
    async (name) => (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }),
    folder,
  )
}

export function putFile(page: Page, name: string, text: string, folder = 'Backups'): Promise<void> {
  return page.evaluate(
    async ([into, file, content]) => {
      const root = await navigator.storage.getDirectory()
      const handle = await (await root.getDirectoryHandle(into, { create: true })).getFileHandle(file, { create: true })
      const writable = await handle.createWritable()
      await writable.write(content)
      await writable.close()
    },
    [folder, name, text] as const,
  )
}
