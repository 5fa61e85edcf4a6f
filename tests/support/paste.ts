import type { Locator } from "@playwright/test";

/** Pastes as a browser does: an event that carries the clipboard. */
export async function paste(
  into: Locator,
  { html = "", text = "" }: { html?: string; text?: string },
): Promise<void> {
  await into.focus();
  await into.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html) clipboardData.setData("text/html", data.html);
      if (data.text) clipboardData.setData("text/plain", data.text);
      element.dispatchEvent(
        new ClipboardEvent("paste", {
          clipboardData,
          bubbles: true,
          cancelable: true,
        }),
      );
    },
    { html, text },
  );
}
