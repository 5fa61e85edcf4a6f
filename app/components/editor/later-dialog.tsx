import { useEffect, useState, type ComponentProps } from "react";
import type * as all from "./dialogs";
import type { DialogProps } from "./dialogs/dialog-props";
import type { DialogName } from "./tools";

type Dialogs = typeof all.dialogs;

/** Fetched when writing begins, so that they are there without a network. */
export function fetchDialogs(): Promise<Dialogs | null> {
  return import("./dialogs").then(
    ({ dialogs }) => dialogs,
    () => null,
  );
}

/** A dialog by its name, once its script is there. */
export function LaterDialog({
  name,
  onFail,
  ...props
}: DialogProps & { name: DialogName; onFail: () => void }) {
  const [dialogs, setDialogs] = useState<Dialogs | null>(null);
  useEffect(() => {
    let isWanted = true;
    void fetchDialogs().then((found) => {
      if (!isWanted) return;
      if (found === null) onFail();
      else setDialogs(found);
    });
    return () => {
      isWanted = false;
    };
    // Asked for once: a failed one is opened anew.
  }, []);
  if (dialogs === null) return null;
  const Dialog = dialogs[name];
  return <Dialog {...(props satisfies ComponentProps<typeof Dialog>)} />;
}
