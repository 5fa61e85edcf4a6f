import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TextSelection } from "@tiptap/pm/state";
import {
  longestUnsaved,
  pauseBeforeSave,
} from "~/components/editor/save-pauses";
import { saveLine } from "~/components/editor/save-words";
import { bodyOf, pretendDesk, wordsOf } from "./pretend-desk";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (milliseconds: number) =>
  vi.advanceTimersByTimeAsync(milliseconds);
/** The words of each save of ours, in order. */
const saved = (desk: ReturnType<typeof pretendDesk>) =>
  desk.desk.saves
    .filter(({ by }) => by === "me")
    .map(({ body }) => wordsOf(body));
const phase = (desk: ReturnType<typeof pretendDesk>) =>
  desk.autosave.getState().phase;

describe("while all is well", () => {
  test("a save goes 0.9 s after typing stops, and not before", async () => {
    const desk = pretendDesk();
    desk.type("one");
    await pass(pauseBeforeSave - 1);
    expect(saved(desk)).toEqual([]);
    expect(phase(desk)).toBe("unsaved");
    await pass(1);
    expect(saved(desk)).toEqual(["one"]);
    expect(phase(desk)).toBe("saved");
  });

  test("somebody who never pauses is saved every ten seconds", async () => {
    const desk = pretendDesk();
    for (let spent = 0; spent < longestUnsaved * 2; spent += 500) {
      desk.type(`word ${spent}`);
      await pass(500);
    }
    expect(saved(desk)).toHaveLength(2);
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
    expect(saved(desk)).toEqual([]);
    desk.finishSlow();
    await pass(pauseBeforeSave);
    expect(saved(desk)).toEqual(["one", "one two"]);
    expect(wordsOf(desk.desk.draft.body)).toBe("one two");
    expect(phase(desk)).toBe("saved");
  });

  test("nothing is sent when nothing changed", async () => {
    const desk = pretendDesk();
    await desk.autosave.saveNow();
    await pass(longestUnsaved);
    expect(desk.desk.draft.revision).toBe(1);
  });

  test("leaving the screen sends what is unsaved", async () => {
    const desk = pretendDesk();
    desk.type("last words");
    await desk.autosave.stop();
    expect(saved(desk)).toEqual(["last words"]);
    await pass(longestUnsaved);
    expect(saved(desk)).toHaveLength(1);
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
    expect(saved(desk)).toEqual(["tunnel"]);
    expect(phase(desk)).toBe("saved");
  });

  test("a save whose answer was lost is no clash with ourselves", async () => {
    const desk = pretendDesk();
    desk.next.push("lost");
    desk.type("one");
    await pass(pauseBeforeSave);
    desk.type("one", "two");
    await pass(2_000);
    expect(saved(desk)).toEqual(["one", "one two"]);
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
    expect(saved(desk)).toEqual([]);
    expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe("one two");
    await desk.autosave.signedIn();
    expect(saved(desk)).toEqual(["one two"]);
    expect(phase(desk)).toBe("saved");
  });
});

describe("when somebody else saved", () => {
  const line = (desk: ReturnType<typeof pretendDesk>) =>
    saveLine(desk.autosave.getState());

  test("other paragraphs and other words merge by themselves, and the line says with whom", async () => {
    const desk = pretendDesk("one two three four five", "six");
    desk.saveElsewhere(bodyOf("one two three four FIVE", "six", "seven"));
    desk.type("ONE two three four five", "six");
    await pass(pauseBeforeSave);
    expect(desk.words()).toBe("ONE two three four FIVE six seven");
    expect(saved(desk)).toEqual(["ONE two three four FIVE six seven"]);
    expect(line(desk)).toBe("Merged with Dr Novak's edit");
    desk.type("ONE two three four FIVE", "six", "seven eight");
    expect(line(desk)).toBe("Saving…");
    await pass(10_000);
    expect(line(desk)).toBe("All changes saved");
  });

  test("words typed while the desk merges stay, and the cursor stays at them", async () => {
    const desk = pretendDesk("one two three four", "five six");
    desk.saveElsewhere(bodyOf("one 2 three four", "five six"));
    desk.type("one two three four", "five six!");
    desk.next.push("well", "slow");
    await pass(pauseBeforeSave);
    const { state, dispatch } = desk.screen;
    const place = state.doc.content.size - 1;
    const cursor = TextSelection.create(state.doc, place);
    dispatch(state.tr.setSelection(cursor).insertText(" seven"));
    desk.finishSlow();
    await pass(longestUnsaved);
    expect(desk.words()).toBe("one 2 three four five six! seven");
    expect(wordsOf(desk.desk.draft.body)).toBe(desk.words());
    const { selection, doc } = desk.screen.state;
    expect(selection.head).toBe(doc.content.size - 1);
  });

  test("typing into the very words that come in waits, and is not overwritten", async () => {
    const desk = pretendDesk("one two three", "four");
    desk.saveElsewhere(bodyOf("one 2 three", "four"));
    desk.type("one two three", "four five");
    desk.next.push("well", "slow");
    await pass(pauseBeforeSave);
    // Inside "two", which the other changed.
    desk.screen.dispatch(desk.screen.state.tr.insertText("X", 6));
    desk.finishSlow();
    await pass(longestUnsaved);
    expect(phase(desk)).toBe("clash");
    expect(desk.words()).toBe("one tXwo three four five");
  });

  async function clash() {
    const desk = pretendDesk("start", "and more");
    desk.saveElsewhere(bodyOf("theirs", "and more of theirs"));
    desk.type("mine", "and more");
    await pass(pauseBeforeSave);
    expect(phase(desk)).toBe("clash");
    const [one] = desk.autosave.getState().clashes;
    if (!one) throw new Error("no clash");
    return { desk, one };
  }

  test("what clashes waits for a choice, the rest is merged, and nothing is sent meanwhile", async () => {
    const { desk } = await clash();
    expect(line(desk)).toBe("Needs your choice");
    expect(desk.words()).toBe("mine and more of theirs");
    desk.type("mine more", "and more of theirs");
    await pass(longestUnsaved);
    expect(saved(desk)).toEqual([]);
    const kept = desk.texts.get("unsaved");
    expect(wordsOf(kept?.body)).toBe("mine more and more of theirs");
    // From the base a closed tab would come back to the same choice.
    expect(wordsOf(kept?.base)).toBe("start and more");
  });

  test("keeping mine saves it on theirs, and theirs is kept here by name", async () => {
    const { desk, one } = await clash();
    await desk.autosave.choose(one, "mine");
    expect(saved(desk)).toEqual(["mine and more of theirs"]);
    expect(phase(desk)).toBe("saved");
    const [kept] = desk.texts.values();
    expect(wordsOf(kept?.body)).toBe("theirs");
    expect(kept).toMatchObject({ kind: "not_chosen", writtenBy: "Dr Novak" });
  });

  test("keeping theirs shows it, and mine as it stands now is kept here", async () => {
    const { desk, one } = await clash();
    desk.type("mine, typed on", "and more of theirs");
    await desk.autosave.choose(one, "theirs");
    expect(desk.words()).toBe("theirs and more of theirs");
    expect(phase(desk)).toBe("saved");
    const [kept] = desk.texts.values();
    expect(wordsOf(kept?.body)).toBe("mine, typed on");
    expect(kept).toMatchObject({ kind: "not_chosen", writtenBy: null });
  });

  test("keeping both puts theirs behind mine, with the cursor in it", async () => {
    const { desk, one } = await clash();
    await desk.autosave.choose(one, "both");
    expect(saved(desk)).toEqual(["mine theirs and more of theirs"]);
    expect(desk.screen.state.selection.$head.parent.textContent).toBe("theirs");
    expect(desk.texts.size).toBe(0);
  });

  test("a clash stays open while the device cannot keep what would be left out", async () => {
    const { desk, one } = await clash();
    desk.device.isWilling = false;
    await desk.autosave.choose(one, "mine");
    expect(phase(desk)).toBe("clash");
    expect(desk.autosave.getState().sentences).toHaveLength(1);
    expect(saved(desk)).toEqual([]);
    desk.device.isWilling = true;
    await desk.autosave.choose(one, "mine");
    expect(saved(desk)).toEqual(["mine and more of theirs"]);
    expect(desk.autosave.getState().sentences).toEqual([]);
  });

  test("a clash stays open while the screen cannot take the choice", async () => {
    const { desk, one } = await clash();
    const { sentences } = desk.autosave.getState();
    expect(sentences).toEqual([]);
    const onChosen = vi.spyOn(desk.setting, "onChosen").mockReturnValue(false);
    await desk.autosave.choose(one, "theirs");
    expect(phase(desk)).toBe("clash");
    onChosen.mockRestore();
    await desk.autosave.choose(one, "theirs");
    expect(desk.words()).toBe("theirs and more of theirs");
  });

  test("kept words of the same revision but another text are merged before they are saved", async () => {
    const desk = pretendDesk("one", "two of others");
    desk.type("one of mine", "two");
    desk.autosave.restored({
      ...{ draftKey: "d:p", id: "kept", kind: "set_aside", writtenBy: null },
      ...{ baseRevision: 1, writtenAt: new Date().toISOString() },
      ...{ base: bodyOf("one", "two"), body: bodyOf("one of mine", "two") },
    });
    expect(desk.autosave.isAtRisk()).toBe(true);
    await pass(pauseBeforeSave);
    expect(saved(desk)).toEqual(["one of mine two of others"]);
    expect(phase(desk)).toBe("saved");
  });

  test("a paragraph that I took out and they changed comes back at its place when I keep theirs", async () => {
    const desk = pretendDesk("one", "two", "three");
    desk.saveElsewhere(bodyOf("one", "two of theirs", "three"));
    const { state, dispatch } = desk.screen;
    dispatch(state.tr.delete(5, 10));
    expect(desk.words()).toBe("one three");
    await pass(pauseBeforeSave);
    const [one] = desk.autosave.getState().clashes;
    expect(one).toMatchObject({ mine: null });
    if (one) await desk.autosave.choose(one, "theirs");
    expect(desk.words()).toBe("one two of theirs three");
    expect(phase(desk)).toBe("saved");
  });

  test("a save of another form, with the same text, is no clash", async () => {
    const desk = pretendDesk();
    desk.saveElsewhere(bodyOf("start"));
    desk.type("mine");
    await pass(pauseBeforeSave);
    expect(saved(desk)).toEqual(["mine"]);
    expect(phase(desk)).toBe("saved");
  });

  test("words from another tab of mine merge without a word about it", async () => {
    const desk = pretendDesk("one", "two");
    desk.saveElsewhere(bodyOf("one and a half", "two"), "me");
    desk.type("one", "two and a half");
    await pass(pauseBeforeSave);
    expect(desk.words()).toBe("one and a half two and a half");
    expect(line(desk)).toBe("All changes saved");
  });

  test("a save whose answer was lost, and over which somebody saved, is no clash with ourselves", async () => {
    const desk = pretendDesk("one", "two");
    desk.next.push("lost");
    desk.type("one and", "two");
    await pass(pauseBeforeSave);
    desk.saveElsewhere(bodyOf("one and", "two of theirs"));
    desk.type("one and a half", "two");
    await pass(longestUnsaved);
    expect(desk.words()).toBe("one and a half two of theirs");
    expect(phase(desk)).toBe("saved");
  });

  test("words restored from an older base merge with what was saved since", async () => {
    const desk = pretendDesk("one two three", "four");
    const base = desk.body();
    desk.saveElsewhere(bodyOf("one two three", "four of theirs"));
    desk.type("one two three", "four");
    await pass(pauseBeforeSave);
    const found = bodyOf("ONE two three", "four");
    desk.type("ONE two three", "four");
    desk.autosave.restored({
      ...{ draftKey: "d:p", id: "aside 1", kind: "set_aside" },
      ...{ baseRevision: 1, base, body: found, writtenBy: null },
      writtenAt: "2026-11-20T18:02:00.000Z",
    });
    await pass(pauseBeforeSave);
    expect(desk.words()).toBe("ONE two three four of theirs");
    expect(phase(desk)).toBe("saved");
    expect(desk.autosave.getState().sent).toMatchObject({
      since: "2026-11-20T18:02:00.000Z",
    });
  });
});

describe("hours without the desk", () => {
  const hour = 3_600_000;

  test("it is asked twice a minute at most, every word is kept, and what was sent is told", async () => {
    const desk = pretendDesk("start");
    desk.next.push(
      ...Array.from({ length: 1_000 }, () => "unreachable" as const),
    );
    const asked = () => 1_000 - desk.next.length;
    const words = ["start"];
    for (let minute = 0; minute < 180; minute += 1) {
      words.push(`word${minute}`);
      desk.type(words.join(" "));
      await pass(60_000);
      expect(wordsOf(desk.texts.get("unsaved")?.body)).toBe(words.join(" "));
    }
    expect(asked()).toBeGreaterThan(300);
    expect(asked()).toBeLessThan((3 * hour) / 30_000 + 10);
    console.log(
      `three hours without the desk: ${asked()} requests, 180 words kept`,
    );
    expect(phase(desk)).toBe("unreachable");
    desk.next.length = 0;
    await pass(31_000);
    expect(phase(desk)).toBe("saved");
    expect(wordsOf(desk.desk.draft.body)).toBe(words.join(" "));
    expect(desk.autosave.getState().sent).toMatchObject({ blocks: 1 });
    desk.autosave.forgetSent();
    expect(desk.autosave.getState().sent).toBeNull();
  });

  test("a short stumble is not told of", async () => {
    const desk = pretendDesk("start");
    desk.next.push("unreachable");
    desk.type("start again");
    await pass(longestUnsaved);
    expect(phase(desk)).toBe("saved");
    expect(desk.autosave.getState().sent).toBeNull();
  });

  test("with a full or a forgetful device the line says so, and the words still go out", async () => {
    const desk = pretendDesk("start");
    desk.device.isWilling = false;
    desk.next.push("unreachable", "unreachable");
    desk.type("start again");
    await pass(pauseBeforeSave);
    expect(saveLine(desk.autosave.getState())).toBe(
      "Not connected, not kept on this device",
    );
    await pass(longestUnsaved);
    expect(saved(desk)).toEqual(["start again"]);
    expect(desk.autosave.getState().isKeptHere).toBe(true);
  });
});

describe("leaving", () => {
  test("what may still go with a last request is no reason to ask", async () => {
    const desk = pretendDesk("start");
    expect(desk.autosave.isAtRisk()).toBe(false);
    desk.type("start again");
    expect(desk.autosave.isBeingWritten()).toBe(true);
    expect(desk.autosave.isAtRisk()).toBe(false);
    desk.next.push("unreachable");
    await pass(pauseBeforeSave);
    expect(desk.autosave.isBeingWritten()).toBe(false);
    expect(desk.autosave.isAtRisk()).toBe(true);
  });

  test("a page that comes back after its last request sends it again, and no clash comes of it", async () => {
    const desk = pretendDesk("one");
    desk.type("one two");
    desk.desk.store("me", desk.body());
    desk.autosave.sendLast();
    desk.type("one two three");
    await pass(longestUnsaved);
    expect(phase(desk)).toBe("saved");
    expect(wordsOf(desk.desk.draft.body)).toBe("one two three");
  });
});
