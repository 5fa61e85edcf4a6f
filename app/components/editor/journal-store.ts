const databaseName = "imprimatur-writing";
const storeName = "texts";

/**
 * One act on this browser's store of kept texts, done when its transaction is.
 * Rejects where the browser has no such store, or has no room left.
 */
export async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    return await new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(toError(transaction.error));
      transaction.onerror = () => reject(toError(transaction.error));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(toError(request.error));
    request.onblocked = () => reject(new Error("the journal is blocked"));
  });
}

function toError(cause: DOMException | null): Error {
  return new Error("the journal could not be used", { cause });
}
