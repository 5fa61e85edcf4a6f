/** What a page says of how it was written by a program; `tool` when it names one. */
export type AiNote = { tool: string | null; sentence: string };

const tools =
  "ChatGPT(?:[ -]\\d[\\w.]*)?|GPT-\\d[\\w.]*|Claude(?: \\d[\\w.]*)?|Gemini|Copilot|Perplexity|DeepSeek|Llama(?: \\d[\\w.]*)?|Mistral";
const program = `(?:${tools}|an? (?:AI|artificial intelligence|language model|chatbot)\\b|AI\\b|artificial intelligence|(?:large )?language models?|machine learning)`;
const made = "(?:generated|written|created|produced|drafted|authored|composed)";
const statements = [
  new RegExp(
    `\\bthis (?:answer|page|article|content|text|information|summary|response|leaflet|explanation)\\b[^.]{0,60}?\\b${made}\\b[^.]{0,30}?\\b(?:by|with|using)\\b[^.]{0,20}?${program}`,
    "i",
  ),
  new RegExp(`^\\W*${made} (?:by|with|using) ${program}`, "im"),
  /^\W*AI[ -](?:generated|written)(?: (?:answer|content|page|article|text|summary|response))?\W*$/im,
  /\bas an AI (?:language )?(?:model|assistant)\b/i,
];
const denial = /\b(?:not|never|no part|without)\b/i;

/**
 * The note in which a page says that a program wrote it, or null. A page that
 * speaks about programs ("AI-generated images are used …") or denies it
 * ("was not written by AI") gives none.
 */
export function findAiNote(text: string): AiNote | null {
  for (const pattern of statements) {
    const found = pattern.exec(text);
    if (!found || denial.test(found[0])) continue;
    const tool = new RegExp(`\\b(?:${tools})`).exec(found[0])?.[0] ?? null;
    return { tool, sentence: found[0].trim() };
  }
  return null;
}
