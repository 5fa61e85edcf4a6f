import { expect, test } from "vitest";
import {
  assignmentLooks,
  deskLooks,
  publicLooks,
} from "~/components/status-looks";
import { deskStates, publicStates } from "~/domain/words";
import { assignmentStateLabels } from "~/wording/labels";
import { deskStateWording, publicStateWording } from "~/wording/statuses";

const tables = {
  desk: [deskLooks, deskStateWording, deskStates],
  public: [publicLooks, publicStateWording, publicStates],
} as const;

test("every state has a shape, a word and a colour", () => {
  for (const [looks, wording, states] of Object.values(tables)) {
    expect(Object.keys(looks).sort()).toEqual([...states].sort());
    expect(Object.keys(wording).sort()).toEqual([...states].sort());
  }
});

test("no two states of one kind share their shape or their word", () => {
  const shapes = [deskLooks, publicLooks, assignmentLooks].map((looks) =>
    Object.values(looks).map(({ shape }) => shape),
  );
  const words = [
    ...[deskStateWording, publicStateWording].map((wording) =>
      Object.values(wording).map(({ word }) => word),
    ),
    Object.values(assignmentStateLabels),
  ];
  for (const list of [...shapes, ...words])
    expect(new Set(list).size).toBe(list.length);
});

test("overdue is said of pages only", () => {
  const said = [
    ...Object.values(deskStateWording).map(({ word }) => word),
    ...Object.values(assignmentStateLabels),
  ];
  expect(said.join(" ").toLowerCase()).not.toContain("overdue");
});
