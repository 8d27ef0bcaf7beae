/** Hands a file to the browser, which saves it where the person keeps downloads. */

/** Long enough for the browser to have taken the bytes, also where it asks for a place first. */
const KEPT_MS = 60_000

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
