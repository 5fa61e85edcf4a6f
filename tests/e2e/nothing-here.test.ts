import { expect, expectAccessible, journey } from "../support/journey";

journey.use({ allowedErrors: [/status of 404/] });

journey(
  "an address that leads nowhere says so and leads on",
  async ({ page }) => {
    const answer = await page.goto("/pages-of-old");
    expect(answer?.status()).toBe(404);
    await expect(
      page.getByRole("heading", { name: "There is nothing at this address" }),
    ).toBeVisible();
    await expectAccessible(page);
    await expect(page.locator("script")).toHaveCount(0);
    await expect(
      page.getByRole("link", { name: "Go to the front page" }),
    ).toHaveAttribute("href", "/");
  },
);
