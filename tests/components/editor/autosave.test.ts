import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { longestUnsaved, pauseBeforeSave } from "~/components/editor/autosave";
import { bodyOf, pretendDesk, wordsOf } from "./pretend-desk";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (milliseconds: number) =>
  vi.advanceTimersByTimeAsync(milliseconds);
const phase = (desk: ReturnType<typeof pretendDesk>) =>
  desk.autosave.getState().phase;

describe("while all is well", () => {
  test("a save goes 0.9 s after typing stops, and not before", async () => {
    const desk = pretendDesk();
    desk.type("one");
    await pass(pauseBeforeSave - 1);
    expect(desk.saves).toEqual([]);
    expect(phase(desk)).toBe("unsaved");
    await pass(1);
    expect(desk.saves).toEqual(["one"]);
    expect(phase(desk)).toBe("saved");
  });

  test("somebody who never pauses is saved every ten seconds", async () => {
    const desk = pretendDesk();
    for (let spent = 0; spent < longestUnsaved * 2; spent += 500) {
      desk.type(`word ${spent}`);
      await pass(500);
    }
    expect(desk.saves).toHaveLength(2);
  });

  test("unsaved words are on the device at once and go when the desk has them", async () => {
    const desk = pretendDesk();
    desk.type("one");
    await pass(300);
    expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe("one");
    await pass(pauseBeforeSave);
    expect(desk.texts.size).toBe(0);
  });

  test("typing during a save is saved next, never two requests at a time", async () => {
    const desk = pretendDesk();
    desk.next.push("slow");
    desk.type("one");
    await pass(pauseBeforeSave);
    desk.type("one", "two");
    await pass(pauseBeforeSave);
    expect(desk.saves).toEqual([]);
    desk.finishSlow();
    await pass(pauseBeforeSave);
    expect(desk.saves).toEqual(["one", "one two"]);
    expect(wordsOf(desk.draft.body)).toBe("one two");
    expect(phase(desk)).toBe("saved");
  });

  test("nothing is sent when nothing changed", async () => {
    const desk = pretendDesk();
    await desk.autosave.saveNow();
    await pass(longestUnsaved);
    expect(desk.draft.revision).toBe(1);
  });

  test("leaving the screen sends what is unsaved", async () => {
    const desk = pretendDesk();
    desk.type("last words");
    await desk.autosave.stop();
    expect(desk.saves).toEqual(["last words"]);
    await pass(longestUnsaved);
    expect(desk.saves).toHaveLength(1);
  });
});

describe("when the desk cannot be reached", () => {
  test("the words stay on the device and go out when it is back", async () => {
    const desk = pretendDesk();
    desk.next.push("unreachable", "unreachable");
    desk.type("tunnel");
    await pass(pauseBeforeSave);
    expect(phase(desk)).toBe("unreachable");
    expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe("tunnel");
    await pass(2_000);
    expect(phase(desk)).toBe("unreachable");
    await pass(5_000);
    expect(desk.saves).toEqual(["tunnel"]);
    expect(phase(desk)).toBe("saved");
  });

  test("a save whose answer was lost is no clash with ourselves", async () => {
    const desk = pretendDesk();
    desk.next.push("lost");
    desk.type("one");
    await pass(pauseBeforeSave);
    desk.type("one", "two");
    await pass(2_000);
    expect(desk.saves).toEqual(["one", "one two"]);
    expect(phase(desk)).toBe("saved");
  });

  test("a device that keeps no copy is named in the line", async () => {
    const desk = pretendDesk();
    desk.device.isWilling = false;
    desk.next.push("unreachable");
    desk.type("one");
    await pass(pauseBeforeSave);
    expect(desk.autosave.getState()).toMatchObject({
      phase: "unreachable",
      isKeptHere: false,
    });
  });

  test("an ended session waits for signing in, then saves all of it", async () => {
    const desk = pretendDesk();
    desk.next.push("signed_out");
    desk.type("one");
    await pass(pauseBeforeSave);
    desk.type("one", "two");
    await pass(longestUnsaved);
    expect(phase(desk)).toBe("signed_out");
    expect(desk.saves).toEqual([]);
    expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe("one two");
    await desk.autosave.signedIn();
    expect(desk.saves).toEqual(["one two"]);
    expect(phase(desk)).toBe("saved");
  });
});

describe("when somebody else saved", () => {
  async function clash() {
    const desk = pretendDesk();
    desk.saveElsewhere(bodyOf("theirs"));
    desk.type("mine");
    await pass(pauseBeforeSave);
    expect(phase(desk)).toBe("clash");
    return desk;
  }

  test("both texts wait for a choice and nothing more is sent", async () => {
    const desk = await clash();
    desk.type("mine", "more");
    await pass(longestUnsaved);
    expect(desk.saves).toEqual([]);
    expect(wordsOf(desk.autosave.getState().theirs?.body)).toBe("theirs");
    expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe("mine more");
  });

  test("keeping mine saves it on theirs, and theirs is kept here by name", async () => {
    const desk = await clash();
    await desk.autosave.keepMine();
    expect(desk.saves).toEqual(["mine"]);
    expect(phase(desk)).toBe("saved");
    const [kept] = desk.texts.values();
    expect(wordsOf(kept?.body)).toBe("theirs");
    expect(kept).toMatchObject({ kind: "set_aside", writtenBy: "Dr Novak" });
  });

  test("taking theirs saves nothing, and mine is kept here", async () => {
    const desk = await clash();
    const body = await desk.autosave.takeTheirs();
    expect(wordsOf(body)).toBe("theirs");
    expect(desk.saves).toEqual([]);
    const [kept] = desk.texts.values();
    expect(wordsOf(kept?.body)).toBe("mine");
    expect(kept).toMatchObject({ kind: "set_aside", writtenBy: null });
    desk.type("theirs", "and mine");
    await pass(pauseBeforeSave);
    expect(desk.saves).toEqual(["theirs and mine"]);
  });

  test("a save of another form, with the same text, is no clash", async () => {
    const desk = pretendDesk();
    desk.saveElsewhere(bodyOf("start"));
    desk.type("mine");
    await pass(pauseBeforeSave);
    expect(desk.saves).toEqual(["mine"]);
    expect(phase(desk)).toBe("saved");
  });

  test("words restored from an older base are put beside the newer text", async () => {
    const desk = pretendDesk();
    desk.type("one");
    await pass(pauseBeforeSave);
    desk.screen = bodyOf("found again");
    desk.autosave.restored({
      draftKey: "d:p",
      kind: "set_aside",
      baseRevision: 1,
      body: desk.screen,
      writtenBy: null,
      writtenAt: new Date().toISOString(),
    });
    await pass(pauseBeforeSave);
    expect(phase(desk)).toBe("clash");
  });
});
