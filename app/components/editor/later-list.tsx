import type { Editor } from "@tiptap/core";
import { type ComponentType, useEffect, useState } from "react";
import type { EditorProps } from "./editor-props";
import type { Writing } from "./use-writing";

export type ListProps = EditorProps & {
  editor: Editor;
  writing: Writing;
  say: (sentence: string) => void;
};

type Props = ListProps & {
  /** A hand came near the text: from then on others may suggest as well. */
  isNear: boolean;
};

/**
 * What is proposed, beside the text: one's own changes in a private copy, else
 * what others suggest. Its script comes later; writing does not wait for it.
 */
export function LaterList({ isNear, ...props }: Props) {
  const { base, others } = props;
  const [list, setList] = useState<{ List: ComponentType<ListProps> } | null>(
    null,
  );
  const hasBase = base !== undefined;
  const isWanted = hasBase || (others && (isNear || others.areThere));
  useEffect(() => {
    if (!isWanted) return;
    let isThere = true;
    const fetched = hasBase
      ? import("./proposal/proposal-list")
      : import("./others/others-list");
    fetched.then(
      (found) => {
        if (isThere) setList({ List: found.List });
      },
      // Without it the text can be changed and kept all the same.
      () => undefined,
    );
    return () => {
      isThere = false;
    };
  }, [isWanted, hasBase]);
  return list ? <list.List {...props} /> : null;
}
