// Put before the scripts of the page and of its workers by the server of these tests; no part of the product. Tells the
// server when transactions begin to write and when they are committed, by the tables they name. At the point that the
// server wants to kill at, it tells by a request that blocks, so that nothing of this thread runs any more.
;(() => {
  /** @type {{ phase: string, point: string } | undefined} */
  const wanted = undefined // WANTED
  const thread = Math.random().toString(36).slice(2)
  let serial = 0

  /** @param {string} phase @param {string} point @param {number} id */
  function tell(phase, point, id) {
    const url = `/crash/${encodeURIComponent(phase)}/${point}/${thread}-${id}`
    if (wanted && wanted.phase === phase && wanted.point === point) {
      const request = new XMLHttpRequest()
      request.open('POST', url, false)
      request.send()
    } else if (point !== 'write') fetch(url, { method: 'POST', keepalive: true }).catch(() => undefined)
  }

  /** @param {IDBTransaction} transaction @param {boolean} removes */
  function phaseOf({ db, objectStoreNames, mode }, removes) {
    if (mode === 'versionchange') return 'upgrade'
    if (db.name === 'hindsight') return 'registry'
    switch ([...objectStoreNames].join()) {
      case 'batches':
        return removes ? 'clearing' : 'staging'
      case 'batches,index':
        return 'packing'
      case 'head,index,streams':
        return 'import commit'
      case 'head,streams':
        return 'rebuild'
      case 'snapshots':
        return 'snapshot'
      case 'batches,commands,head,index,streams':
        return 'command'
      default:
        return undefined
    }
  }

  /** @type {WeakMap<IDBTransaction, { phase: string | undefined }>} */
  const known = new WeakMap()

  /** @param {IDBTransaction} transaction @param {boolean} removes */
  function wrote(transaction, removes) {
    const before = known.get(transaction)
    if (before) {
      if (before.phase) tell(before.phase, 'write', 0)
      return
    }
    const phase = phaseOf(transaction, removes)
    known.set(transaction, { phase })
    if (!phase) return
    const id = ++serial
    transaction.addEventListener('complete', () => tell(phase, 'end', id))
    transaction.addEventListener('abort', () => tell(phase, 'abort', id))
    tell(phase, 'begin', id)
  }

  for (const method of /** @type {const} */ (['add', 'put', 'delete', 'clear'])) {
    const original = /** @type {(...args: unknown[]) => IDBRequest} */ (IDBObjectStore.prototype[method])
    /** @type {(this: IDBObjectStore, ...args: unknown[]) => IDBRequest} */
    const told = function (...args) {
      // An upgrade tells by itself.
      if (this.transaction.mode !== 'versionchange') wrote(this.transaction, method === 'delete')
      return original.apply(this, args)
    }
    Object.assign(IDBObjectStore.prototype, { [method]: told })
  }

  const { open } = IDBFactory.prototype
  IDBFactory.prototype.open = function (name, version) {
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version)
    request.addEventListener('upgradeneeded', () => {
      if (request.transaction) wrote(request.transaction, false)
    })
    return request
  }
})()
