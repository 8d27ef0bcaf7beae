// The headers that the app is meant to be served with: one source for the preview server, the page, hosts and tests.

/** The one policy that may make URLs of scripts (src/workers/start-worker.ts). */
const TRUSTED_POLICY = 'hindsight'

/** Nothing but our own files may run, load or be asked: a ledger is nobody else's business. */
const DIRECTIVES = [
  "default-src 'none'",
  // WebAssembly may be compiled (the seal is hashed with it); JavaScript from text still may not be run.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes markup or a script, in our code or another's.
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_POLICY}`,
]

/** What the page says itself, for hosts that send no headers. Who may frame it, only a header can say. */
export const PAGE_POLICY = DIRECTIVES.join('; ')

/** Devices and powers that a ledger has no use for. */
const REFUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'X-Frame-Options': 'DENY',
}

/** The file `_headers` of the build, which several hosts of static files read (Netlify, Cloudflare Pages). */
export function headersFile() {
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  const lasting = '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n'
  return `/*\n${lines.join('\n')}\n${lasting}`
}
