import { z } from "zod";
import { readWatchSubject } from "~/content/watch-subject";
import { isDay } from "~/domain/days";
import { watchKinds, watchSubjects } from "~/domain/watch-items";
import { refusals } from "~/wording/refusals";
import { subjectForms } from "~/wording/watch-items";

const subjectSentence = refusals.subject_missing.sentence;
const whatSentence = refusals.what_missing.sentence;

/** What a program gets when its item was kept. */
export const watchItemAnswer = z.strictObject({
  id: z.uuid(),
  url: z.url(),
});

/** What a program sends to enter a watch item; nothing besides it is taken. */
export const watchItemBody = z
  .strictObject({
    kind: z.enum(watchKinds, { error: `One of ${watchKinds.join(", ")}.` }),
    subject: z.strictObject({
      kind: z.enum(watchSubjects, {
        error: `One of ${watchSubjects.join(", ")}.`,
      }),
      id: z
        .string({ error: subjectSentence })
        .trim()
        .min(1, { error: subjectSentence })
        .max(300, { error: subjectSentence }),
    }),
    what: z
      .string({ error: whatSentence })
      .trim()
      .min(1, { error: whatSentence })
      .max(2000, { error: whatSentence }),
    address: z
      .string()
      .max(500)
      .regex(/^https?:\/\/\S+$/, { error: refusals.address_not_web.sentence })
      .nullable()
      .default(null),
    happenedOn: z
      .string()
      .refine(isDay, { error: refusals.invalid_day.sentence })
      .nullable()
      .default(null),
    /** The program's own name for the event: sent twice, it is one item. */
    onceKey: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .transform(({ subject, onceKey, ...rest }, context) => {
    const id = readWatchSubject(subject.kind, subject.id);
    if (id === null) {
      context.addIssue({
        code: "custom",
        path: ["subject", "id"],
        message: subjectForms[subject.kind],
      });
      return z.NEVER;
    }
    return {
      ...{ ...rest, subjectKind: subject.kind, subject: id },
      onceKey: onceKey === null ? null : `api:${onceKey}`,
    };
  });
