import { recordOutsideKey } from "~/data/invitation-keys.server";
import {
  getOutsideLinkFacts,
  getRecommendationFacts,
} from "~/data/outside-mail-facts.server";
import { recordSigningCode } from "~/data/outside-signing.server";
import { type OutsideAct, verdicts } from "~/domain/words";
import { paths } from "~/lib/paths";
import { hashCode, makeCode } from "~/lib/token.server";
import { renderMail } from "~/mail/render.server";
import {
  here,
  keyFor,
  type Maker,
  pageOf,
  screenOf,
  shared,
} from "./mail-parts.server";
import { numberProp, textProp } from "./mail-props";

const outsideActs = [
  ...verdicts,
  ...(["reaffirm", "revoke_approval"] as const),
] satisfies OutsideAct[];

function outsideActOf(text: string): OutsideAct {
  const act = outsideActs.find((each) => each === text);
  if (!act) throw new Error(`no code is for ${text}`);
  return act;
}

/** Mails to outside experts, and about what they said. */
export const outsideMails: Record<string, Maker> = {
  async outside_invitation(mail, to) {
    const linkId = textProp(mail, "outsideLinkId");
    const { isOver, ...facts } = await getOutsideLinkFacts(linkId);
    if (isOver) return null;
    const token = await keyFor(to, (key) => recordOutsideKey(linkId, key));
    if (!token) return null;
    return renderMail("outside_invitation", {
      ...shared(to, here(paths.outside(token))),
      ...facts,
      page: await pageOf(mail),
    });
  },
  async outside_code(mail, to) {
    const codeId = textProp(mail, "codeId");
    const page = await pageOf(mail);
    // As with a key: made as the mail leaves, and none in a preview.
    const code = to.isPreview ? "000000" : makeCode();
    if (
      !to.isPreview &&
      !(await recordSigningCode(codeId, hashCode(codeId, code)))
    )
      return null;
    return renderMail("outside_code", {
      ...shared(to, here(paths.outsideReview())),
      versionNumber: numberProp(mail, "versionNumber"),
      act: outsideActOf(textProp(mail, "act")),
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      page,
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
