import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { Body } from "~/content/page-content";
import type { ProposalList } from "./proposal-list";

type List = typeof ProposalList;

/** The list of what is proposed, once its script is there; writing does not wait for it. */
export function LaterProposal(props: { editor: Editor; base: Body }) {
  const [list, setList] = useState<{ List: List } | null>(null);
  useEffect(() => {
    let isWanted = true;
    import("./proposal-list").then(
      (found) => {
        if (isWanted) setList({ List: found.ProposalList });
      },
      // Without it the text can be changed and kept all the same.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return list ? <list.List {...props} /> : null;
}
