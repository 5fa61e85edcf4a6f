import { Notice } from "~/components/notice";
import { paths } from "~/lib/paths";
import type { PublishingScreen } from "./load-publishing.server";

/** The viewer's own interests, where they stop them from publishing this page. */
export function OwnInterests({ known }: { known: PublishingScreen }) {
  const { ownInterests, slug } = known;
  if (!ownInterests) return null;
  const { sentence, place } = ownInterests;
  return (
    <Notice
      tone="warn"
      title="Your own interests do not let you publish this page"
    >
      <p>{sentence} Another editor can publish it meanwhile.</p>
      {place && (
        <p>
          <a
            href={
              place === "declaration"
                ? paths.interests()
                : paths.deskPageAct(slug, "interests")
            }
          >
            {place === "declaration"
              ? "To my interests"
              : "To the interests in this page"}
          </a>
        </p>
      )}
    </Notice>
  );
}
