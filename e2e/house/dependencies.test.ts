import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../run/install.mjs'

/** Licences that let the app be passed on as it is, by anybody. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1']

interface Locked {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

const LOCK: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
)
/** What the built app may be made of; an optional package of another platform is not here. */
const SHIPPED = Object.entries(LOCK.packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)

test('[TR7] everything that the app ships with is under a permissive licence', () => {
  expect(SHIPPED.length).toBeGreaterThan(10)
  const others = SHIPPED.flatMap(([path]) => {
    const { name, license } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'))
    return PERMISSIVE.includes(license) ? [] : [`${name}: ${JSON.stringify(license)}`]
  })
  expect(others).toEqual([])
})

test('[TR7] nothing that the app ships with runs a program of its own when it is installed', () => {
  expect(SHIPPED.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
})
