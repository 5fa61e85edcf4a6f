import { afterAll, beforeAll, expect, test } from "vitest";
import { answerInterests } from "~/commands/answer-interests.server";
import { ruleOnInterests } from "~/commands/rule-on-interests.server";
import { listPageInterests } from "~/data/page-interests.server";
import {
  makePage,
  openDesk,
  refusalOf,
  type Signed,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const answer = (
  by: Signed,
  pageId: string,
  level: "none" | "institutional" | "personal",
  details = "",
) => answerInterests(by.sessionId, { pageId, level, details });

const asked = (by: Signed, roles: ("editor" | "reviewer")[]) => ({
  id: by.id,
  roles,
});

test("the newest answer of a person counts, and an interest is described", async () => {
  const pageId = await makePage(desk.author, "answered");
  valueOf(await answer(desk.clinician, pageId, "none"));
  expect(refusalOf(await answer(desk.clinician, pageId, "personal", " "))).toBe(
    "statement_missing",
  );
  valueOf(
    await answer(desk.clinician, pageId, "personal", "Shares in a maker."),
  );
  expect(await listPageInterests(pageId)).toMatchObject([
    {
      name: "Clara Clinician",
      level: "personal",
      details: "Shares in a maker.",
    },
  ]);
});

test("an editor rules once on an institutional interest, with a reason", async () => {
  const pageId = await makePage(desk.author, "ruled");
  const answerId = valueOf(
    await answer(desk.clinician, pageId, "institutional", "A trial grant."),
  );
  const ruling = {
    pageId,
    answerId,
    isAccepted: true,
    publicReason: "The grant is for another disease.",
  };
  const editor = asked(desk.editor, ["editor"]);
  expect(
    refusalOf(
      await ruleOnInterests(desk.editor.sessionId, editor, {
        ...ruling,
        publicReason: "",
      }),
    ),
  ).toBe("reason_missing");
  expect(
    refusalOf(await ruleOnInterests(desk.editor.sessionId, editor, ruling)),
  ).toBe("done");
  expect(await listPageInterests(pageId)).toMatchObject([
    {
      isAccepted: true,
      ruledBy: "Edda Editor",
      publicReason: ruling.publicReason,
    },
  ]);
  expect(
    refusalOf(
      await ruleOnInterests(
        desk.second.sessionId,
        asked(desk.second, ["editor"]),
        ruling,
      ),
    ),
  ).toBe("already_decided");
});

test("what an editor refused is not answered away", async () => {
  const pageId = await makePage(desk.author, "answered-away");
  const answerId = valueOf(
    await answer(desk.clinician, pageId, "institutional", "A trial grant."),
  );
  valueOf(
    await ruleOnInterests(
      desk.editor.sessionId,
      asked(desk.editor, ["editor"]),
      { pageId, answerId, isAccepted: false, publicReason: "Too near." },
    ),
  );
  expect(refusalOf(await answer(desk.clinician, pageId, "none"))).toBe(
    "interests_refused",
  );
  // Told anew it is ruled on anew, and not answered away meanwhile.
  const ended = valueOf(
    await answer(desk.clinician, pageId, "institutional", "It has ended."),
  );
  expect(refusalOf(await answer(desk.clinician, pageId, "none"))).toBe(
    "interests_refused",
  );
  valueOf(
    await ruleOnInterests(
      desk.editor.sessionId,
      asked(desk.editor, ["editor"]),
      { pageId, answerId: ended, isAccepted: true, publicReason: "It ended." },
    ),
  );
  valueOf(await answer(desk.clinician, pageId, "none"));
});

test("nobody rules on their own interest, nor a reviewer on anybody's, nor on another page's", async () => {
  const pageId = await makePage(desk.author, "refused-rulings");
  const elsewhere = await makePage(desk.author, "elsewhere");
  const answerId = valueOf(
    await answer(desk.editor, pageId, "institutional", "A trial grant."),
  );
  const ruling = { pageId, answerId, isAccepted: true, publicReason: "Fine." };
  const own = ruleOnInterests(
    desk.editor.sessionId,
    asked(desk.editor, ["editor"]),
    ruling,
  );
  expect(refusalOf(await own)).toBe("own_work");
  const reviewer = ruleOnInterests(
    desk.clinician.sessionId,
    asked(desk.clinician, ["reviewer"]),
    ruling,
  );
  expect(refusalOf(await reviewer)).toBe("not_an_editor");
  const forged = ruleOnInterests(
    desk.clinician.sessionId,
    asked(desk.clinician, ["editor"]),
    ruling,
  );
  expect(refusalOf(await forged)).toBe("not_an_editor");
  const wrongPage = ruleOnInterests(
    desk.second.sessionId,
    asked(desk.second, ["editor"]),
    { ...ruling, pageId: elsewhere },
  );
  expect(refusalOf(await wrongPage)).toBe("not_found");
});
