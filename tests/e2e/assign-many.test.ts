import { expect, expectAccessible, journey } from "../support/journey";

journey.use({
  javaScriptEnabled: false,
  viewport: { width: 390, height: 844 },
  // A form that comes back answers 422, which the browser reports.
  allowedErrors: [/status of 422/],
});

journey(
  "an editor asks for several seats on a phone without JavaScript: chosen, previewed, asked row by row",
  async ({ as }) => {
    const maya = await as("maya");
    await maya.goto("/desk");
    await maya
      .getByRole("link", { name: "Ask reviewers for several pages" })
      .click();
    const ticks = maya.getByRole("checkbox", { name: /: / });
    const seats = await ticks.count();
    expect(seats).toBeGreaterThan(1);

    await maya.getByRole("button", { name: "Preview" }).click();
    await expect(
      maya.getByRole("link", { name: "Tick at least one seat." }),
    ).toBeVisible();
    await maya.getByRole("link", { name: /^Tick all/ }).click();
    await maya.getByRole("button", { name: "Preview" }).click();
    await expect(maya.getByText("Nobody has been asked yet.")).toBeVisible();
    await expectAccessible(maya);
    await maya.getByRole("button", { name: "Ask these reviewers" }).click();
    await expect(maya.getByText(/asked by mail\./)).toBeVisible();
    await expectAccessible(maya);
    const asked = await maya.getByText("Asked", { exact: true }).count();
    expect(asked).toBeGreaterThan(0);

    await maya.getByRole("link", { name: "To the empty seats" }).click();
    await expect(maya.getByRole("checkbox", { name: /: / })).toHaveCount(
      seats - asked,
    );
  },
);
