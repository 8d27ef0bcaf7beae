// Serves the built app on the loopback interface with the headers it is meant to run under, to people and tests alike.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { DIST } from './build.mjs'
import { packed } from './serving/packed-file.mjs'
import { SECURITY_HEADERS } from './serving/security-headers.mjs'

/** @type {Readonly<Record<string, string>>} */
const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * The file that a request path stands for; a path without a dot is a screen of the app, so it gets the page.
 * @param {string} folder
 * @param {string} path of the URL, still percent-encoded
 * @returns {string | undefined} undefined where the path is malformed or leaves the folder
 */
export function fileFor(folder, path) {
  let decoded
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0')) return undefined
  const file = normalize(join(folder, decoded))
  if (file !== folder && !file.startsWith(folder + sep)) return undefined
  return extname(file.slice(folder.length)) === '' ? join(folder, 'index.html') : file
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} folder
 */
export async function answer(request, response, folder) {
  /** @param {number} status @param {string} text */
  const refuse = (status, text) => {
    response.writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(text)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.')
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  const file = fileFor(folder, path)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !found?.isFile()) return refuse(404, 'Not found.')
  const small = await packed(file, found, request.headers['accept-encoding'])
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': small?.bytes.length ?? found.size,
    ...(small && { 'Content-Encoding': small.encoding }),
    Vary: 'Accept-Encoding',
    // Files under assets/ carry a hash of their content in the name.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') return response.end()
  if (small) return response.end(small.bytes)
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/**
 * Starts the server on 127.0.0.1.
 * @param {{ folder?: string, port?: number }} options `port` is a wish: where it is taken, any free one is used.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ folder = DIST, port = 0 } = {}) {
  const server = createServer((request, response) => {
    answer(request, response, folder).catch(() => response.destroy())
  })
  return new Promise((resolve, reject) => {
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(serve({ folder }))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('The server has no port.'))
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
