/** Colours of the tokens for a canvas, which cannot read them itself, and word of when they changed. */

export type ColourToken =
  | '--time'
  | '--time-2'
  | '--time-3'
  | '--time-tint'
  | '--ink'
  | '--ghost'
  | '--ghost-fill'
  | '--line'
  | '--line-strong'
  | '--brick'
  | '--sheet'

/** The tokens as `rgb()` text. `light-dark()` resolves only in a colour property, so each is read through one. */
export function readColours<Token extends ColourToken>(
  element: Element,
  tokens: readonly Token[],
): Record<Token, string> {
  const probe = document.createElement('span')
  probe.hidden = true
  // Else forced colours make every one of them the colour of text.
  probe.style.forcedColorAdjust = 'none'
  element.append(probe)
  const found = {} as Record<Token, string>
  for (const token of tokens) {
    probe.style.color = `var(${token})`
    found[token] = getComputedStyle(probe).color
  }
  probe.remove()
  return found
}

const watchers = new Set<() => void>()
let stop: (() => void) | undefined

/** Calls back after theme, time or contrast turned. Returns the way to stop it. */
export function watchColours(changed: () => void): () => void {
  watchers.add(changed)
  stop ??= observe()
  return () => {
    watchers.delete(changed)
    if (watchers.size > 0) return
    stop?.()
    stop = undefined
  }
}

function observe(): () => void {
  const tell = () => {
    for (const watcher of watchers) watcher()
  }
  const observer = new MutationObserver(tell)
  observer.observe(document.documentElement, { attributeFilter: ['data-time', 'data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', tell)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', tell)
  }
}
