import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../run/install.mjs'
import { PLANTED } from '../run/suite/planted-bugs.mjs'

const spec = readFileSync(join(ROOT, 'src/simulation/SPEC.md'), 'utf8')

describe('bugs that the simulation is tried with', () => {
  test.each(PLANTED)('[H20] $id can still be planted, and SPEC.md says how soon it is found', ({ id, file, from }) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    expect(text.split(from)).toHaveLength(2)
    expect(spec).toContain(`| ${id} |`)
  })
})
