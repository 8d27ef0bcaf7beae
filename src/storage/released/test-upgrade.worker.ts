/** Opens a registry and stays in the midst of its upgrade, as a tab that is closed then. */
import { RegistryDatabase } from '../registry-database'

addEventListener('message', ({ data: name }: MessageEvent<string>) => {
  const { createObjectStore } = IDBDatabase.prototype
  IDBDatabase.prototype.createObjectStore = function (this: IDBDatabase, ...given) {
    const store = createObjectStore.apply(this, given)
    // One request after another keeps the transaction from its end.
    const again = () => {
      store.count().onsuccess = again
    }
    again()
    postMessage('midway')
    return store
  }
  void RegistryDatabase.opened(name)
})
