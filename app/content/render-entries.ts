import { blockClass, listLabels } from "./block-labels";
import { guidelineEdition } from "./entry-words";
import { element, escapeHtml } from "./escape-html";
import { parseLink } from "./links";
import type {
  Guideline,
  Resource,
  ResourceList,
  SourceGuidelines,
} from "./page-content";

/** Resources, or the guidelines that a page rests on, as a list with its name. */
export function renderEntries(
  block: ResourceList | SourceGuidelines,
  id: string | null,
): string {
  const label = listLabels[block.type];
  const items = block.content.map((entry) =>
    element(
      "li",
      {},
      entry.type === "resource" ? resource(entry) : guideline(entry),
    ),
  );
  const word = element("p", { class: "block-label" }, escapeHtml(label));
  return element(
    "section",
    { class: blockClass(block.type), id, role: "group", "aria-label": label },
    `${word}${element("ul", { class: "entries" }, items.join(""))}`,
  );
}

function resource({ attrs }: Resource): string {
  return withMore(linked(attrs.title, attrs.url), attrs.publisher);
}

function guideline(entry: Guideline): string {
  const { organisation, title, url } = entry.attrs;
  const by = organisation === "" ? "" : `${escapeHtml(organisation)}. `;
  const named = element("cite", {}, linked(title, url));
  return withMore(`${by}${named}`, guidelineEdition(entry));
}

function withMore(html: string, more: string): string {
  if (more === "") return html;
  return `${html} ${element("span", { class: "entry-more" }, escapeHtml(more))}`;
}

/** The address stands for a title that nobody gave. */
function linked(title: string, url: string): string {
  const href = url === "" ? null : parseLink(url);
  const words = escapeHtml(title === "" ? url : title);
  return href === null ? words : element("a", { href }, words);
}
