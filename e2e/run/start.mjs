// `npm start`: from a fresh clone to the app in the browser. `--dev` serves the sources with hot reload instead.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, run } from './install.mjs'
import { serve } from './serve.mjs'

const PORT = 4173

ensureInstalled()
if (process.argv.includes('--dev'))
  process.exit(run('npx', ['vite', ...process.argv.slice(2).filter((word) => word !== '--dev')]) ? 0 : 1)
ensureBuilt()
const { url, close } = await serve({ port: PORT })
console.log(`\nHindsight is at ${url}\nCtrl C stops it. Your ledger stays in the browser, under that address.`)
if (!url.endsWith(`:${PORT}`)) {
  console.log(
    `Port ${PORT} is taken. A browser keeps a ledger for each port, so what you see here is not the ledger of port ${PORT}.`,
  )
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    close().then(() => process.exit(0))
  })
}
