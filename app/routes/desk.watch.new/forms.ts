import { z } from "zod";
import { readWatchSubject } from "~/content/watch-subject";
import { isDay } from "~/domain/days";
import { watchKinds, watchSubjects } from "~/domain/watch-items";
import { lineOf, optionalLine, textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";
import { subjectForms } from "~/wording/watch-items";

/** What is typed into the form of a new watch item. */
export const watchItemForm = z
  .object({
    kind: z.enum(watchKinds, { error: "Choose what kind of event it is." }),
    subjectKind: z.enum(watchSubjects, { error: "Choose what it is about." }),
    subject: lineOf(refusals.subject_missing.sentence, 300),
    what: textOf(refusals.what_missing.sentence, 2000),
    address: optionalLine(500).refine(
      (text) => text === "" || /^https?:\/\/\S+$/.test(text),
      { error: refusals.address_not_web.sentence },
    ),
    happenedOn: optionalLine(10).refine((text) => text === "" || isDay(text), {
      error: refusals.invalid_day.sentence,
    }),
    onceKey: z.uuid(),
  })
  .transform((typed, context) => {
    const { subjectKind, address, happenedOn, onceKey, ...rest } = typed;
    const subject = readWatchSubject(subjectKind, typed.subject);
    if (subject === null) {
      context.addIssue({
        code: "custom",
        path: ["subject"],
        message: subjectForms[subjectKind],
      });
      return z.NEVER;
    }
    return {
      ...{ ...rest, subjectKind, subject },
      address: address || null,
      happenedOn: happenedOn || null,
      onceKey: `screen:${onceKey}`,
    };
  });
