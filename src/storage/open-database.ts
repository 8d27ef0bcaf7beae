/** Opening and deleting a database so that no tab is left waiting in silence. */
import { Dexie } from 'dexie'
import { StorageError, storageError, toStorageError } from './storage-error'

// Dexie collects stack traces on loopback addresses, which is where this program is often served from.
Dexie.debug = false

/** Dexie multiplies its versions by ten. */
const NATIVE_FACTOR = 10

/** Milliseconds. A tab that is just being closed holds its connection a moment longer, and blocks nobody for ever. */
const WAITS_FOR = 2_000

/**
 * Opens it. Where iOS ends the connection later, Dexie opens it again by itself.
 * @param schemaVersion the newest version of the tables that this program knows.
 * @param onClosed called when this connection had to give way: the database is deleted, or a newer program opens it.
 * [VS1] An older page gives way to a newer one at once, and says so: the newer one is never blocked by it.
 * [VS2] A database of a newer version is not opened, and nothing in it is changed.
 * @throws StorageError
 */
export async function openDatabase<Database extends Dexie>(
  db: Database,
  schemaVersion: number,
  onClosed: (reason: StorageError) => void = () => {},
): Promise<Database> {
  // `false` keeps Dexie's own handlers from running, which would log and open again.
  db.on('versionchange', (event) => {
    db.close()
    onClosed(event.newVersion ? upgradedElsewhere() : removedElsewhere())
    return false
  })
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => {
      setTimeout(() => reject(storageError('blocked')), WAITS_FOR)
      return false
    })
  })
  try {
    await Promise.race([db.open(), blocked])
  } catch (error) {
    db.close()
    throw toStorageError(error)
  }
  // Dexie opens a database of a newer version too.
  if (db.backendDB().version >= (schemaVersion + 1) * NATIVE_FACTOR) {
    db.close()
    throw newerDatabase()
  }
  return db
}

/** Deletes it; connections of other tabs give way. */
export async function deleteDatabase(name: string): Promise<void> {
  const db = new Dexie(name)
  db.on('blocked', () => false)
  await db.delete()
}

function removedElsewhere(): StorageError {
  return new StorageError('unavailable', 'This ledger was removed. Reload the page to open another one.')
}

function upgradedElsewhere(): StorageError {
  return new StorageError(
    'blocked',
    'This tab is of an older version: a newer one has opened this ledger. Nothing more is recorded here; reload the page to use that version here too.',
    { because: 'newer-tab' },
  )
}

function newerDatabase(): StorageError {
  return new StorageError(
    'blocked',
    'A newer version of Hindsight has written this ledger, so this one opens nothing of it and changes nothing. Reload the page while online to get that version; if it stays so, close all tabs of this page first. Export the log there.',
    { because: 'newer-database' },
  )
}
