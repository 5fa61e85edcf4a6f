import type { Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";

/** Puts a text on the clipboard, with its form and as plain words. */
export async function copyBody(body: Body, language: string): Promise<boolean> {
  const plain = body.content.map(blockText).join("\n\n");
  try {
    // Fetched with the layers when writing begins; without it plain words go.
    const { renderBlock } = await import("~/content/render-block");
    const html = body.content.map((block) => renderBlock(block, null)).join("");
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([plain], { type: "text/plain" }),
        "text/html": new Blob([`<div lang="${language}">${html}</div>`], {
          type: "text/html",
        }),
      }),
    ]);
    return true;
  } catch {
    return navigator.clipboard.writeText(plain).then(
      () => true,
      () => false,
    );
  }
}
