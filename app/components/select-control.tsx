import { type ComponentProps, useSyncExternalStore } from "react";

/**
 * A list to choose from. What somebody chooses while the script is still on
 * its way stays: React, taking over what the server rendered, would put the
 * default back, and does not where it knows of none.
 */
export function SelectControl({
  defaultValue,
  children,
  ...rest
}: ComponentProps<"select">) {
  const isFirst = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const takesOver = isFirst && typeof document !== "undefined";
  return (
    <select {...rest} defaultValue={takesOver ? undefined : defaultValue}>
      {children}
    </select>
  );
}

function never() {
  return () => undefined;
}
