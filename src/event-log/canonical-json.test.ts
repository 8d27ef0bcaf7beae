import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CanonicalJsonError, canonicalJson, isPlainlyCanonical, MAX_DEPTH } from './canonical-json'
import type { JsonValue } from './recorded-event'

function canonicalOf(text: string): string {
  return canonicalJson(JSON.parse(text))
}

function ofBits(hex: string): number {
  return new DataView(BigUint64Array.of(BigInt(`0x${hex}`)).buffer).getFloat64(0, true)
}

describe('RFC 8785', () => {
  test('3.2.2: literals, strings and numbers of the example', () => {
    const given = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonicalOf(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('3.2.3: keys are sorted by UTF-16 code units', () => {
    const given = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`
    expect(Object.values(JSON.parse(canonicalOf(given)))).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is written %s', (bits, written) => {
    expect(canonicalJson(ofBits(bits))).toBe(written)
  })

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('appendix B: %s is refused', (bits) => {
    const message = `${ofBits(bits)} is no JSON number.`
    expect(() => canonicalJson(ofBits(bits))).toThrow(new CanonicalJsonError('not-json', message))
  })

  test('3.2.2.2: control characters have their short escapes, or \\u00xx in lower case', () => {
    expect(canonicalJson('\b\t\n\f\r"\\/\u0000\u001f\u007f\u2028')).toBe(
      `${String.raw`"\b\t\n\f\r\"\\/\u0000\u001f`}\u007f\u2028"`,
    )
  })
})

test('a key named __proto__ is a key like any other', () => {
  expect(canonicalOf('{"b":1,"__proto__":{"x":1},"constructor":2}')).toBe('{"__proto__":{"x":1},"b":1,"constructor":2}')
})

test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('half a character is refused: %j', (text) => {
  for (const value of [text, { [text]: 1 }, [text]]) {
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({
        name: 'CanonicalJsonError',
        code: 'lone-surrogate',
        message: 'A text holds half a character (a lone surrogate).',
      }),
    )
  }
})

test('32 levels are written, 33 are refused', () => {
  const nested = (levels: number): JsonValue => (levels === 0 ? 1 : [nested(levels - 1)])
  expect(canonicalJson(nested(32))).toHaveLength(65)
  expect(() => canonicalJson(nested(33))).toThrow(
    expect.objectContaining({ code: 'too-deep', message: 'Nested deeper than 32 levels.' }),
  )
})

test('what is no JSON is refused', () => {
  for (const value of [undefined, 1n, Symbol('s'), () => 1]) {
    const message = `A value of type ${typeof value} is no JSON.`
    expect(() => canonicalJson({ value } as never)).toThrow(expect.objectContaining({ code: 'not-json', message }))
  }
})

test('any JSON keeps its meaning, and its canonical form is its own canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = canonicalJson(value as JsonValue)
      expect(canonicalOf(text)).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

describe('isPlainlyCanonical', () => {
  const bySlowWay = (text: string) => {
    try {
      return canonicalOf(text) === text
    } catch {
      return false
    }
  }
  const agrees = (text: string) => {
    if (isPlainlyCanonical(text, JSON.parse(text))) expect(bySlowWay(text), text).toBe(true)
  }

  test('it is never true for a text that is not the canonical form', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        agrees(text)
        agrees(canonicalOf(text))
      }),
    )
  })

  test('it is true for events as this program writes them', () => {
    const event =
      '{"data":{"amount":12500,"effectiveOn":"2026-11-02","memo":"é \\u0001 😀","payee":"Bakery"},"globalPosition":42}'
    expect(isPlainlyCanonical(event, JSON.parse(event))).toBe(true)
  })

  test('it is true for plain texts, and at every depth for those that have a canonical form', () => {
    for (const text of ['1', 'null', 'true', '"x"', '[]', '{}', '[1,"é",null,{"":1,"a":2}]', '{"a":{"b":[]},"c":1}'])
      expect(isPlainlyCanonical(text, JSON.parse(text)), text).toBe(true)
    for (const wrong of ['{"b":1,"a":2}', '[{"b":1,"a":2}]', '{"a":[{"c":1,"b":2}]}', '{"a":null,"A":1}'])
      expect(isPlainlyCanonical(wrong, JSON.parse(wrong)), wrong).toBe(false)
    for (let levels = 30; levels <= 34; levels++)
      for (const inner of ['', '1', 'null', '{}', '[]', '{"a":1}', '{"a":null}', '{"a":{}}']) {
        const lists = '['.repeat(levels) + inner + ']'.repeat(levels)
        const objects = `${'{"a":'.repeat(levels)}${inner || 1}${'}'.repeat(levels)}`
        for (const text of [lists, objects])
          expect(isPlainlyCanonical(text, JSON.parse(text)), text).toBe(bySlowWay(text))
      }
  })

  test('white space, order, repeated keys, spellings of numbers and texts, depth and lone surrogates are seen', () => {
    const deep = (levels: number, inner = '') => '['.repeat(levels) + inner + ']'.repeat(levels)
    const texts = [
      '{"a":1, "b":2}',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '[1.0]',
      '[1e2]',
      '[-0]',
      '["\\u0041"]',
      '["\\/"]',
    ]
    texts.push(
      '["\\ud800"]',
      '["\\uD800"]',
      '["\\ud83d\\ude00"]',
      '["\\\\ud800"]',
      '["\\u001f"]',
      '["\\u001F"]',
      '{"10":1,"9":2}',
    )
    texts.push(
      '{"9":1,"10":2}',
      '{"__proto__":1,"a":2}',
      '{"":1,"a":2}',
      '["é"]',
      '[{"b":[{"d":1,"c":2}]}]',
      ' 1',
      '1e999',
    )
    texts.push(deep(MAX_DEPTH), deep(MAX_DEPTH, '1'), deep(MAX_DEPTH + 1), deep(MAX_DEPTH + 1, '1'), deep(5_000))
    for (const text of texts) agrees(text)
    expect(texts.filter(bySlowWay).length).toBeGreaterThan(5)
  })
})
