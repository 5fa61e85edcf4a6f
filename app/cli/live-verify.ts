import { type LivePage, verifyLive } from "~/commands/verify-live.server";
import { type Command, nothing } from "./command";

/** `desk live verify`: what every public page serves is what was signed. */
export const liveVerify: Command = {
  name: "live verify",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const pages = await verifyLive();
    const wrong = pages.filter(({ because }) => because !== null);
    const lines = pages.map((page) => `${page.page}: ${stateOf(page)}`);
    return {
      json: pages.map(({ because, ...page }) => ({
        ...page,
        ok: because === null,
        because,
      })),
      text: pages.length === 0 ? "No page is public." : lines.join("\n"),
      no: wrong.map(({ page, because }) => `${page}: ${because ?? ""}`),
    };
  },
};

function stateOf({ because, servedSha256, version, ...page }: LivePage) {
  if (because !== null) return because;
  if (servedSha256 === null) return `${page.state}, serves no text`;
  const count = page.withheldBlocks.length;
  const withheld =
    count === 0
      ? ""
      : `, ${String(count)} withheld ${count === 1 ? "block" : "blocks"} taken out`;
  return `version ${String(version)} is what was signed${withheld} (${page.signedSha256})`;
}
