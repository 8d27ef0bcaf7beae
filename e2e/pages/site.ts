/** The build behind a server of its own, which can go away, and come back with another version. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { DIST } from '../run/build.mjs'
import { serve } from '../run/serve.mjs'
import { withFileList } from '../run/service-worker.mjs'

export class Site {
  #close: (() => Promise<void>) | undefined

  private constructor(
    readonly folder: string,
    readonly url: string,
    close: () => Promise<void>,
  ) {
    this.#close = close
  }

  static async opened(): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'hindsight-site-'))
    cpSync(DIST, folder, { recursive: true, filter: (path) => !path.endsWith('.map') })
    const { url, close } = await serve({ folder })
    return new Site(folder, url, close)
  }

  /** The network is gone. */
  async goAway(): Promise<void> {
    await this.#close?.()
    this.#close = undefined
  }

  /** The same program as another version: every script and style has another name, and those of before are gone. */
  publish(version: string): void {
    const assets = join(this.folder, 'assets')
    const names = readdirSync(assets).filter((name) => ['.js', '.css'].includes(extname(name)))
    const renamed = (name: string) => name.replace(/\.\w+$/, `-next$&`)
    const known = new Set(names)
    const renew = (path: string) => {
      const text = readFileSync(path, 'utf8')
        .replace(/[\w-]+\.(?:js|css)\b/g, (name) => (known.has(name) ? renamed(name) : name))
        .replace(/(["'`])0\.1\.0\1/g, `$1${version}$1`)
      writeFileSync(path, text)
    }
    for (const name of names) {
      renew(join(assets, name))
      renameSync(join(assets, name), join(assets, renamed(basename(name))))
    }
    renew(join(this.folder, 'index.html'))
    const worker = join(this.folder, 'service-worker.js')
    const program = readFileSync(worker, 'utf8').split('\n').slice(1).join('\n')
    writeFileSync(worker, withFileList(this.folder, program))
  }

  /** Takes a script away. */
  lose(name: string): void {
    const assets = join(this.folder, 'assets')
    for (const file of readdirSync(assets)) if (file.startsWith(name)) rmSync(join(assets, file))
  }

  async end(): Promise<void> {
    await this.goAway()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
