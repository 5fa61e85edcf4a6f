import {
  getOutsideLinkFacts,
  getRecommendationFacts,
} from "~/data/outside-mail-facts.server";
import { renderMail } from "~/mail/render.server";
import { type Maker, pageOf, screenOf, shared } from "./mail-parts.server";
import { textProp } from "./mail-props";

/** Mails to outside experts, and about what they said. */
export const outsideMails: Record<string, Maker> = {
  async outside_invitation(mail, to) {
    const { isOver, ...facts } = await getOutsideLinkFacts(
      textProp(mail, "outsideLinkId"),
    );
    if (isOver) return null;
    return renderMail("outside_invitation", {
      ...shared(to, textProp(mail, "link")),
      ...facts,
      page: await pageOf(mail),
    });
  },
  async outside_recommended(mail, to) {
    const { mayRead, ...facts } = await getRecommendationFacts(
      textProp(mail, "recommendationId"),
      mail.recipientId,
    );
    if (!mayRead) return null;
    const page = await pageOf(mail);
    return renderMail("outside_recommended", {
      ...shared(to, screenOf(page, "outside")),
      ...facts,
      page,
    });
  },
};
