/** Texts that have broken the handling of input elsewhere: a list of our own, and the long one where it is beside this clone. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** NAUGHTY_STRINGS names a copy elsewhere. */
const SHARED =
  process.env.NAUGHTY_STRINGS ??
  fileURLToPath(new URL('../../../shared/data/naughty-strings/blns.json.gz', import.meta.url))

/** For every clone. */
export const OWN_STRINGS: readonly string[] = [
  // Markup and scripts, in the places where they have run.
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  '"><svg onload=window.ran=true>',
  "' autofocus onfocus=window.ran=true x='",
  'javascript:window.ran=true',
  '</title><base href="https://example.org/">',
  '<meta http-equiv="refresh" content="0;url=https://example.org/">',
  '<style>*{display:none}</style>',
  '<!--',
  ']]>',
  '&lt;b&gt;&amp;&#0;',
  // Templates, formats, paths, commands.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is no template here, and must be none there
  '${window.ran = true}',
  '{{constructor.constructor("window.ran = true")()}}',
  '%s%n%x %00',
  '../../../../etc/passwd',
  'C:\\CON\\NUL\\..\\a:b*c?',
  '$(touch ran)`touch ran`',
  "'; DROP TABLE batches; --",
  // Formulas of spreadsheets.
  '=HYPERLINK("https://example.org","x")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '-2+3+cmd|"!A0',
  // Names that programs have for themselves.
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9007199254740993',
  'true',
  '[object Object]',
  // Characters that are not seen, or turn what is around them.
  'user\u202efdp.exe\u202c',
  '\u2066\u2067\u2069\u200f\u061c',
  'zero\u200bwidth\u200d\u2060\ufeff',
  '\ufeffmark first',
  'a\0b',
  '\u0001\u0007\b\u001b[31mred\u007f\u009b',
  'line\nfeed\rreturn\ttab\u2028\u2029end',
  '\u00a0\u3000\u2003',
  // One letter in two ways: neither becomes the other.
  'caf\u00e9',
  'cafe\u0301',
  '\u1e9b\u0323',
  'Z\u0351\u036b\u0343\u0321\u036b\u0300\u0342\u0300a\u0300l\u0324g\u0353\u0333o\u0316',
  // Beyond the first plane, flags, families, half of a pair.
  '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪',
  '𝕳𝖎𝖓𝖉𝖘𝖎𝖌𝖍𝖙 𠜎',
  '\ud800',
  'half \udc00 pair',
  '\uffff\ufdd0',
  'ﷺ'.repeat(40),
  'x'.repeat(4_000),
  'x'.repeat(4_001),
  '𠜎'.repeat(101),
  '',
  ' ',
]

/** Ours, and the shared ones where they are there. */
export function naughtyStrings(): readonly string[] {
  const shared: unknown = existsSync(SHARED) ? JSON.parse(gunzipSync(readFileSync(SHARED)).toString()) : []
  return [...new Set([...OWN_STRINGS, ...(shared as string[])])]
}
