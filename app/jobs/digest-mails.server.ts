import { type DigestFacts, getDigestFacts } from "~/data/digest-facts.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import { here, type Maker, shared } from "./mail-parts.server";
import { optionalTextProp } from "./mail-props";

/** The mail of all that a person is reminded of in one day. */
export const digestMails: Record<string, Maker> = {
  async review_due_digest(mail, to) {
    const facts = await getDigestFacts(mail.id);
    if (facts.pages.length === 0) return null;
    const digest = await renderMail("review_due_digest", {
      ...shared(to, here(screenFor(facts))),
      today: to.today,
      items: facts.pages.flatMap(({ told, ...page }) =>
        told.map((each) => ({ ...page, page, to: each })),
      ),
      more: facts.more,
    });
    const key = optionalTextProp(mail, "stopKey");
    return key === null
      ? digest
      : { ...digest, unsubscribe: here(paths.stopDigests(key)) };
  },
};

/** The page where its owner or reviewer has one, the desk otherwise; the whole list where a mail cannot hold it. */
function screenFor({ pages: [first, ...others], more }: DigestFacts): string {
  if (more.pages > 0)
    return paths.pages({ state: more.overdue > 0 ? "overdue" : "due_soon" });
  const isOwn =
    others.length === 0 &&
    first?.told.every((told) => told === "owner" || told === "last_reviewers");
  return first && isOwn ? paths.deskPage(first.slug) : paths.desk();
}
