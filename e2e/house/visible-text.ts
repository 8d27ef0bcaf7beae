/**
 * Finds words that a reader would see and that stand in the program instead of in a catalogue (src/locales): in JSX, in
 * attributes and properties that are shown or read out, and as sentences anywhere.
 */
import { parseSync } from 'vite'
import type { SourceFile } from './source-files'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** Attributes and properties whose text is shown or read out. */
const SHOWN =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|placeholder|alt|label|description|message|detail|hint|text|heading|disabledReason)$/
const WORDS = /\p{L}{2,}/u
/** A capital, and at least three words. */
const SENTENCE = /^\p{Lu}[\p{L}’']*(?:[,:]? [\p{L}’'“”…]+){2,}/u
/** Keys have names of their own, which the kit translates. */
const KEYS = /^kbd$/i

/** Each as `path: "words"`. */
export function visibleText({ path, text }: SourceFile): string[] {
  const { program } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  const found: string[] = []
  const take = (words: unknown): void => {
    if (typeof words === 'string' && WORDS.test(words)) found.push(`${path}: "${words.trim().slice(0, 80)}"`)
  }
  visit(program as unknown as Node, take)
  return [...new Set(found)]
}

function visit(node: Node, take: (words: unknown) => void): void {
  switch (node.type) {
    // What is thrown or reported is for scripts and logs.
    case 'NewExpression':
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return
    case 'JSXElement':
      if (KEYS.test(String(partOf(partOf(node, 'openingElement'), 'name')?.name))) return
      break
    case 'JSXText':
      take(node.value)
      return
    case 'JSXAttribute':
    case 'Property':
      if (SHOWN.test(nameOf(node))) literalsOf(partOf(node, 'value')).forEach(take)
      break
    case 'JSXExpressionContainer':
      if (!node.inAttribute) literalsOf(partOf(node, 'expression')).forEach(take)
      break
    case 'Literal':
      if (typeof node.value === 'string' && SENTENCE.test(node.value)) take(node.value)
      break
    case 'TemplateLiteral':
      if (SENTENCE.test(templateText(node))) take(templateText(node))
      break
  }
  for (const child of childrenOf(node)) visit(child, take)
}

/** The texts that an expression may come to: of a literal, a template, a choice. */
function literalsOf(node: Node | undefined): unknown[] {
  switch (node?.type) {
    case 'Literal':
      return [node.value]
    case 'TemplateLiteral':
      return [templateText(node)]
    case 'JSXExpressionContainer':
      return literalsOf(partOf(node, 'expression'))
    case 'ConditionalExpression':
      return [...literalsOf(partOf(node, 'consequent')), ...literalsOf(partOf(node, 'alternate'))]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^[+?&|]/.test(String(node.operator))
        ? [...literalsOf(partOf(node, 'left')), ...literalsOf(partOf(node, 'right'))]
        : []
    default:
      return []
  }
}

function templateText(node: Node): string {
  return (node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' … ')
}

function nameOf(node: Node): string {
  const name = partOf(node, node.type === 'Property' ? 'key' : 'name')
  return String(name?.name ?? name?.value)
}

function partOf(node: Node | undefined, part: string): Node | undefined {
  const value = node?.[part]
  return isNode(value) ? value : undefined
}

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]): Node[] => {
    const nodes = (Array.isArray(value) ? value : [value]).filter(isNode)
    // An attribute's value in braces is a matter of the attribute's name.
    return node.type === 'JSXAttribute' && key === 'value'
      ? nodes.map((child) => ({ ...child, inAttribute: true }))
      : nodes
  })
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
