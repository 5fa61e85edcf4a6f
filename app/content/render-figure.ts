import { blockClass } from "./block-labels";
import { element, escapeHtml } from "./escape-html";
import type { Figure } from "./page-content";

/**
 * A figure: the image with its alternative text (none when it is decorative),
 * its caption, and who made it under which licence. Width and height keep the
 * room for it while it loads. Without a stored image a sentence stands there.
 */
export function renderFigure(
  figure: Figure,
  id: string | null,
  caption: string,
  folder: string,
): string {
  const { credit, licence } = figure.attrs;
  const rights = [
    credit ? `Credit: ${credit}.` : "",
    licence ? `Licence: ${licence}.` : "",
  ].filter((part) => part !== "");
  const words = [
    caption ? element("span", { class: "figure-caption" }, caption) : "",
    rights.length > 0
      ? element(
          "span",
          { class: "figure-rights" },
          escapeHtml(rights.join(" ").replaceAll("..", ".")),
        )
      : "",
  ].join(" ");
  const figcaption =
    words.trim() === "" ? "" : element("figcaption", {}, words.trim());
  return element(
    "figure",
    { class: blockClass("figure"), id },
    `${image(figure, folder)}${figcaption}`,
  );
}

function image({ attrs }: Figure, folder: string): string {
  const { file, alt, isDecorative, width, height } = attrs;
  if (file === null)
    return element("p", { class: "figure-none" }, "No image has been added.");
  const written = {
    src: `${folder}${file}`,
    alt: isDecorative ? "" : alt,
    width,
    height,
    loading: "lazy",
    decoding: "async",
  };
  return element("img", written, "").replace("</img>", "");
}
