// Bugs that the simulation must find: each a small change of the program's source, of the kind that loses, doubles or
// alters something now and then. `npm run simulate -- --planted` makes them one at a time in a copy and counts the seeds;
// `npm run crash -- --planted ID` has a real browser killed on a build of such a copy.

/** @typedef {{ from: string, to: string }} Edit */

/** @type {readonly (Edit & { id: string, what: string, file: string, and?: Edit & { file?: string } })[]} */
export const PLANTED = [
  {
    id: 'sweep-without-locks',
    what: 'what an import has staged is swept while it is under way',
    file: 'src/storage/maintenance/sweep-orphans.ts',
    from: 'return withMaintenanceLock(db.name, () => whileNothingIsStaged(db.name, () => sweep(db)))',
    to: 'return sweep(db)',
    // As of a large file: what is staged lies there long before the commit.
    and: {
      file: 'src/storage/staging/staged-append.ts',
      from: 'const WRITE_BYTES = 4 * 1024 * 1024',
      to: 'const WRITE_BYTES = 1',
    },
  },
  {
    id: 'relaxed-commits',
    what: 'commands are acknowledged before the disk has them',
    file: 'src/storage/dexie-event-log.ts',
    from: "openLedgerDatabase<State>(options.databaseName, 'strict',",
    to: "openLedgerDatabase<State>(options.databaseName, 'relaxed',",
  },
  {
    id: 'commands-not-remembered',
    what: 'a command that is given again is recorded again',
    file: 'src/storage/command-transaction.ts',
    from: 'commandId === undefined ? undefined : db.commands.get(commandId)',
    to: 'undefined',
  },
  {
    id: 'import-over-commands',
    what: 'an import does not look whether something was recorded meanwhile',
    file: 'src/storage/staging/staged-append.ts',
    from: 'if (before.size !== last.requires.size || before.ledgerId !== last.requires.ledgerId) return false',
    to: 'if (before.ledgerId !== last.requires.ledgerId) return false',
  },
  {
    id: 'packing-leaves-places',
    what: 'packing leaves the places of the batches it joined',
    file: 'src/storage/maintenance/pack-batches.ts',
    from: 'db.index.bulkDelete(rows.slice(1).map((row) => row.first))',
    to: 'db.index.bulkDelete(rows.slice(2).map((row) => row.first))',
  },
  {
    id: 'rebuild-over-commands',
    what: 'rebuilt states take the place of newer ones',
    file: 'src/storage/maintenance/rebuild-streams.ts',
    from: 'if (head.size !== position) return false',
    to: 'if (head.size < position) return false',
  },
  {
    id: 'transfers-not-resumed',
    what: 'a transfer that a crash cut short stays under way',
    file: 'src/application/open-ledger.ts',
    from: 'openTransfers(projector.timeline).length > 0)',
    to: 'openTransfers(projector.timeline).length > 99)',
  },
  {
    id: 'clock-goes-back',
    what: 'an event is recorded before the one before it',
    file: 'src/event-log/record-events.ts',
    from: 'const recordedAt = wentBack ? head.lastRecordedAt : clock',
    to: 'const recordedAt = clock',
  },
  {
    id: 'answer-before-shown',
    what: 'a command is acknowledged before it shows',
    file: 'src/application/commands/command-dispatcher.ts',
    from: 'await this.projector.waitFor(position)',
    to: 'void this.projector.waitFor(position).catch(() => undefined)',
  },
  {
    id: 'holes-in-what-is-told',
    what: 'events are taken as told, whether or not those before them were seen',
    file: 'src/event-log/catch-up-subscription.ts',
    from: 'if (this.#pump || this.#stopped || events[0]?.globalPosition !== this.#next) this.wake()',
    to: 'if (this.#pump || this.#stopped) this.wake()',
  },
  {
    id: 'commit-without-bytes',
    what: 'an import is committed though a part of it could not be written',
    file: 'src/storage/staging/staged-append.ts',
    from: 'await Promise.all(writes)\n    const committed',
    to: 'await Promise.allSettled(writes)\n    const committed',
  },
  {
    id: 'removal-not-finished',
    what: 'a removal that a crash cut short stays half done',
    file: 'src/storage/ledger-registry.ts',
    from: 'rows.filter((row) => row.removing === 1).map',
    to: 'rows.filter((row) => row.removing !== 1 && row.removing !== 0).map',
  },
  {
    id: 'old-tab-in-the-way',
    what: 'a tab keeps its connection though another must upgrade or remove the database',
    file: 'src/storage/open-database.ts',
    from: "db.on('versionchange', (event) => {\n    db.close()",
    to: "db.on('versionchange', (event) => {",
    // Else whoever hears of it closes too.
    and: {
      file: 'src/storage/dexie-event-log.ts',
      from: 'log?.close()\n      if (log) log.#closed',
      to: 'if (log) log.#closed',
    },
  },
  {
    id: 'steps-taken-twice',
    what: 'a step of a transfer is decided on what was read before its transaction',
    file: 'src/application/commands/transfer-runner.ts',
    from: 'const transfer = context.state(streamId)',
    to: 'const transfer = row.state',
  },
  {
    id: 'streams-outside',
    what: 'a command of two streams keeps the state of the first alone',
    file: 'src/storage/command-transaction.ts',
    from: 'writes.push(db.streams.bulkPut([...rows]))',
    to: 'writes.push(db.streams.bulkPut(rows.slice(0, 1)))',
  },
  {
    id: 'commit-before-bytes',
    what: 'an import is committed while its last bytes are still being written',
    file: 'src/storage/staging/staged-append.ts',
    from: 'await Promise.all(writes)\n    const committed',
    to: 'void Promise.all(writes)\n    const committed',
  },
  {
    id: 'answer-before-commit',
    what: 'a command is acknowledged when all is written, and not yet committed',
    file: 'src/storage/command-transaction.ts',
    from: "return db.transaction('rw', [db.head, db.streams, db.commands, db.index, db.batches], async () => {",
    to: "return new Promise((answer, fail) => db.transaction('rw', [db.head, db.streams, db.commands, db.index, db.batches], async () => {",
    and: {
      from: 'return result\n  })\n',
      to: 'answer(result)\n    return result\n  }).then(answer, fail))\n',
    },
  },
]
