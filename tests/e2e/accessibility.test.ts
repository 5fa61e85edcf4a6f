import { expect, journey, listViolations } from "../support/journey";
import { listRoutes, listScreens, listSticksOut } from "../support/screens";

journey.use({ allowedErrors: [/status of (401|404|409|410)/] });

journey.describe.configure({ mode: "parallel" });

const widths = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

const lookers = [
  ["readers", ["reader"]],
  ["authors", ["amira", "tom"]],
  ["reviewers", ["daniel", "ngozi"]],
  ["editors", ["maya"]],
] as const;

for (const [who, names] of lookers) {
  journey(
    `every screen of ${who} is accessible and fits, on a desk and on a phone`,
    async ({ page: reader, as }) => {
      const screens = (await listScreens()).filter((screen) =>
        names.some((name) => name === screen.as),
      );
      expect(screens.length).toBeGreaterThan(2);
      const problems: Record<string, string[]> = {};
      for (const screen of screens) {
        const shown = screen.as === "reader" ? reader : await as(screen.as);
        const answer = await shown.goto(screen.path);
        expect(answer?.status(), screen.path).toBe(screen.status);
        for (const size of widths) {
          await shown.setViewportSize(size);
          const found = [
            ...(await listViolations(shown)),
            ...(await listSticksOut(shown)),
          ];
          if (found.length > 0)
            problems[`${screen.path} at ${String(size.width)}`] = found;
        }
      }
      expect(problems).toEqual({});
      console.info(
        `accessibility: ${String(screens.length)} screens of ${who} at ${String(widths.length)} widths`,
      );
    },
  );
}

journey(
  "text that is hard to read is found beside a hundred lines that are not",
  async ({ page }) => {
    const faults = {
      pale: '<p style="color: #999">Pale letters on white</p>',
      dim: '<div style="opacity: 0.4"><p>Letters with half their strength</p></div>',
      dark: '<div style="background: #333"><p>Black letters on a dark ground</p></div>',
      across:
        '<p style="position: relative; z-index: 1">Letters over a stain</p><div style="background: #333; height: 60px; margin-top: -50px; position: relative"></div>',
    };
    const line = "<p>A line as all the others are</p>".repeat(50);
    const show = (fault: string) =>
      page.setContent(
        `<!doctype html><html lang="en-GB"><title>Lines</title><body style="background: #fff; color: #000"><main><h1>Lines</h1><a href="/">Home</a>${line}${fault}${line}`,
      );
    await show("");
    expect(await listViolations(page)).toEqual([]);
    for (const [name, fault] of Object.entries(faults)) {
      await show(fault);
      expect(await listViolations(page), name).toHaveLength(1);
    }
  },
);

journey("no screen was left out", async () => {
  const looked = new Set((await listScreens()).map(({ route }) => route));
  const routes = listRoutes();
  expect(routes.filter((route) => !looked.has(route))).toEqual([]);
  expect(routes.length).toBeGreaterThan(30);
});
