/** The HTTP status and the sentence of a refusal. */
export type Refusal = { status: number; sentence: string };

/** The same words for what does not exist and for what a person may not know of. */
export const notFound = "There is nothing here that you may see.";
