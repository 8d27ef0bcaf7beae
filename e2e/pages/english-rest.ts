/** What a page in German still says in English: every text of the English catalogue that German has another for. */
import type { Page } from '@playwright/test'
import { parseSync } from 'vite'
import { projectFiles } from '../house/source-files'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const CATALOGUE = /^src\/locales\/(en|de)\//
const WORDS = /\p{L}{2,}/u
/** Two words at least: where one alone stands within a text, it may be a name. */
const PHRASE = /\p{L}+[^\p{L}]+\p{L}+/u

let known: readonly string[] | undefined

/** Texts, and what stands between the facts of a sentence, in the files of the English catalogue and in none of the German. */
function englishTexts(): readonly string[] {
  if (known !== undefined) return known
  const texts = { en: new Set<string>(), de: new Set<string>() }
  for (const { path, text } of projectFiles()) {
    const [, language] = CATALOGUE.exec(path) ?? []
    if (language !== 'en' && language !== 'de') continue
    textsOf(parseSync(path, text, { lang: 'ts' }).program as unknown as Node, texts[language])
  }
  known = [...texts.en].filter((text) => !texts.de.has(text))
  return known
}

function textsOf(node: Node, into: Set<string>): void {
  if (node.type === 'ImportDeclaration') return
  const text = node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? cooked(node) : undefined
  if (typeof text === 'string' && WORDS.test(text)) {
    const plain = text.replace(/\s+/gu, ' ').trim()
    if (node.type === 'Literal' || PHRASE.test(plain)) into.add(plain)
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) textsOf(child, into)
  }
}

const cooked = (node: Node): unknown => (node.value as { cooked: string }).cooked

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Each as `English text: what was shown`. Names of fields and types of events, which are code, may be English. */
export async function englishRest(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const found = new Set<string>()
    const take = (text: string | null) => {
      const plain = text?.replace(/\s+/g, ' ').trim()
      if (plain) found.add(plain)
    }
    const isCode = (element: Element | null) =>
      element?.closest('code, pre, script, style, [translate="no"]') != null ||
      // An option that is its own value.
      (element instanceof HTMLOptionElement && element.value === element.text)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (!isCode(walker.currentNode.parentElement)) take(walker.currentNode.nodeValue)
    const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt']
    for (const name of attributes) {
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!isCode(element)) take(element.getAttribute(name))
    }
    return [document.title, ...found]
  })
  return shown.flatMap((text) => {
    const rest = englishTexts().find((words) => text === words || (PHRASE.test(words) && stands(words, text)))
    return rest === undefined ? [] : [`${rest}: ${text}`]
  })
}

/** Not as a part of longer words. */
function stands(words: string, text: string): boolean {
  const at = text.indexOf(words)
  if (at < 0) return false
  return !/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + words.length))
}
