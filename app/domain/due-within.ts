/** Overdue today, or due within so many days from today. */
export const dueWithin = ["overdue", "30", "60", "90"] as const;
export type DueWithin = (typeof dueWithin)[number];
