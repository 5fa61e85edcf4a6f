import { useState } from "react";
import type { Body } from "~/content/page-content";
import { copyBody } from "./copy-body";

type Props = { body: Body; language: string; children: string };

/** Copies a text and says whether it worked. */
export function CopyButton({ body, language, children }: Props) {
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  const answer = isCopied ? "Copied" : "This browser refused to copy";
  return (
    <>
      <button
        type="button"
        className="button button-small"
        onClick={() => void copyBody(body, language).then(setIsCopied)}
      >
        {children}
      </button>
      <span role="status">{isCopied === null ? "" : answer}</span>
    </>
  );
}
