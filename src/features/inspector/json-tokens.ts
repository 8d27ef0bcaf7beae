/** Cuts indented JSON into coloured pieces, so that an event can be read without a code editor on the page. */
export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'punctuation'

export interface JsonToken {
  readonly kind: JsonTokenKind
  readonly text: string
}

const PIECES = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([\s{}[\],:]+)/g

/** The tokens of `JSON.stringify(value, null, 2)`; joined they give that text again. */
export function jsonTokens(value: unknown): readonly JsonToken[] {
  const tokens: JsonToken[] = []
  for (const [whole, quoted, colon, number, word] of JSON.stringify(value, null, 2).matchAll(PIECES)) {
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text: quoted })
      if (colon !== undefined) tokens.push({ kind: 'punctuation', text: colon })
    } else if (number !== undefined) tokens.push({ kind: 'number', text: whole })
    else if (word !== undefined) tokens.push({ kind: 'word', text: whole })
    else tokens.push({ kind: 'punctuation', text: whole })
  }
  return tokens
}
