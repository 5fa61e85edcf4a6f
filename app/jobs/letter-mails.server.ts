import { findLetterFacts } from "~/data/letter-mail-facts.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import { here, type Maker, pageOf, shared } from "./mail-parts.server";
import { textProp } from "./mail-props";

/** The author's answer, to each reviewer whose remarks it is about. */
export const letterMails: Record<string, Maker> = {
  async answer_letter(mail, to) {
    const facts = await findLetterFacts(
      textProp(mail, "versionId"),
      mail.recipientId,
    );
    // Whoever was released from the review is told nothing more of it.
    if (!facts || facts.remarks.length === 0) return null;
    const { assignmentId, ...rest } = facts;
    return renderMail("answer_letter", {
      ...shared(to, `${here(paths.review(assignmentId))}#answers`),
      ...rest,
      page: await pageOf(mail),
    });
  },
};
