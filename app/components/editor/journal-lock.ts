/**
 * Holds a name until the tab ends or the function it gives is called, so that
 * other tabs can tell a living tab from one that was closed. Without locks in
 * this browser nothing is held.
 */
export function holdUntilClosed(name: string): () => void {
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  if (typeof navigator !== "undefined" && "locks" in navigator)
    navigator.locks.request(name, () => closed).catch(() => undefined);
  return close;
}

/** Whether a name is held by a living tab, as of now. */
export async function isHeld(): Promise<(name: string) => boolean> {
  if (typeof navigator === "undefined" || !("locks" in navigator))
    return () => false;
  const { held } = await navigator.locks.query().catch(() => ({ held: [] }));
  const names = new Set(held?.map(({ name }) => name));
  return (name) => names.has(name);
}
