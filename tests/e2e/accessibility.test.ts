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

journey("no screen was left out", async () => {
  const looked = new Set((await listScreens()).map(({ route }) => route));
  const routes = listRoutes();
  expect(routes.filter((route) => !looked.has(route))).toEqual([]);
  expect(routes.length).toBeGreaterThan(30);
});
