/** Who may import whom: the table of src/ARCHITECTURE.md, as a program. */
import type { Import } from './imports'
import { isTest } from './source-files'

/** The rooms of src/, top to bottom: imports only point down. */
export const ROOMS = [
  'simulation',
  'app',
  'features',
  'stores',
  'ui',
  'locales',
  'workers',
  'application',
  'storage',
  'exchange',
  'time-travel',
  'projections',
  'domain',
  'event-log',
] as const
export type Room = (typeof ROOMS)[number]

const below = (room: Room): readonly Room[] => ROOMS.slice(ROOMS.indexOf(room) + 1)

interface Arrows {
  readonly values: readonly Room[]
  /** Rooms whose types may be named too. */
  readonly types: readonly Room[]
}

const ARROWS: Readonly<Record<Room, Arrows>> = {
  // Of the tests: it stands on what runs without a screen, and nobody stands on it.
  simulation: { values: ['workers', ...below('workers')], types: [] },
  app: { values: below('app'), types: [] },
  features: { values: ['stores', 'ui', 'locales'], types: below('ui') },
  stores: { values: ['locales', 'application', 'time-travel'], types: below('ui') },
  ui: { values: ['locales'], types: [] },
  locales: { values: [], types: [] },
  workers: { values: below('workers'), types: [] },
  application: { values: below('application'), types: [] },
  storage: { values: ['event-log', 'projections'], types: [] },
  exchange: { values: ['domain', 'event-log'], types: [] },
  // Dates and instants are the domain's values; a moment is made of them.
  'time-travel': { values: ['projections', 'domain'], types: ['event-log'] },
  projections: { values: ['domain'], types: ['event-log'] },
  domain: { values: [], types: ['event-log'] },
  'event-log': { values: [], types: [] },
}

/** Rooms that draw or hold state for what is drawn. */
const SCREEN_ROOMS: readonly Room[] = ['app', 'features', 'stores', 'ui']
/** Packages that some rooms only may import; `package` may end in * . */
const PACKAGE_RULES: readonly { readonly package: RegExp; readonly rooms: readonly Room[] }[] = [
  { package: /^dexie/, rooms: ['storage'] },
  { package: /^(react|react-dom|react-aria.*|@react.*|lucide-react|@tanstack\/.*)$/, rooms: SCREEN_ROOMS },
  { package: /^zustand$/, rooms: SCREEN_ROOMS },
]

export function roomOf(path: string): Room | undefined {
  const name = /^src\/([^/]+)\//.exec(path)?.[1]
  return ROOMS.find((room) => room === name)
}

function areaOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1]
}

function judgePackage({ from, to }: Import, room: Room): string | undefined {
  if (isTest(from)) return undefined
  const rule = PACKAGE_RULES.find(({ package: pattern }) => pattern.test(to))
  if (!rule || rule.rooms.includes(room)) return undefined
  return `${from} imports the package ${to}, which only ${rule.rooms.join(', ')} may`
}

/** What is wrong with an import, in words; undefined where nothing is. */
export function judgeImport(edge: Import): string | undefined {
  const { from, to, typeOnly } = edge
  const room = roomOf(from)
  if (room === undefined) {
    // Journeys treat the product as its users do; only the types of the console API are shared with them.
    // Kills are judged by the judges of the simulation.
    const isJudge = from.startsWith('e2e/crashes/') && to.startsWith('src/simulation/crashes/')
    if (from.startsWith('e2e/') && to.startsWith('src/') && !typeOnly && !isJudge)
      return `${from} imports ${to}: tests from outside may name types only`
    return undefined
  }
  if (edge.package) return judgePackage(edge, room)
  const target = roomOf(to)
  if (target === undefined)
    return room === 'app' || isTest(from) || to.startsWith('src/')
      ? undefined
      : `${from} imports ${to}, which is outside src/`
  if (target === room) {
    if (room === 'features' && areaOf(from) !== areaOf(to))
      return `${from} imports ${to}: features never import each other`
    return undefined
  }
  // A test may use the rooms below its own as it needs them (a store to run against, a builder of events), never those above.
  const allowed = isTest(from) ? below(room) : [...ARROWS[room].values, ...(typeOnly ? ARROWS[room].types : [])]
  if (allowed.includes(target)) return undefined
  const typesMay = ARROWS[room].types.includes(target) ? ' (its types it may)' : ''
  return `${from} imports ${to}: ${room} may not import ${target}${typesMay}`
}
