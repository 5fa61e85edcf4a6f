import { expect, expectAccessible, journey } from "../support/journey";
import { listSticksOut } from "../support/screens";
import { Writing } from "../support/writing";

const slug = "palb2-explained";
const desk = `/desk/pages/${slug}`;

// What a reviewer may not see is not there for them.
journey.use({ allowedErrors: [/status of 404/] });

journey(
  "an author changes a number, and sees before sending what can never be called minor",
  async ({ as, browser }) => {
    const author = await as("amira");
    await author.goto(`${desk}/write`);
    const writing = new Writing(author);
    await expect(writing.text).toBeVisible();
    await writing.replace("524", "545");
    await writing.goToEnd();
    await author.keyboard.press("Enter");
    await writing.type(
      "Ask the team about trials before giving imatinib mesylate 400 mg daily.",
    );
    await writing.isSaved();

    await author.goto(`${desk}/compare?to=draft`);
    await expect(
      author.getByRole("heading", { name: /^Version \d+ → The draft$/ }),
    ).toBeVisible();
    const text = author.locator(".comparison");
    await expect(text.locator("ins").filter({ hasText: "545" })).toHaveCount(1);
    await expect(text.locator("del").filter({ hasText: "524" })).toHaveCount(1);
    await expect(
      author.getByText(/can never be called a minor change/),
    ).toContainText("a number");
    const changes = author.getByRole("navigation", { name: "Changes" });
    await expect(changes.getByText("drug", { exact: true })).toBeVisible();
    const [first] = await changes.getByRole("link").all();
    const place = await first?.getAttribute("href");
    await expect(author.locator(place ?? "none")).toHaveCount(1);

    await expectAccessible(author);
    for (const width of [390, 320]) {
      await author.setViewportSize({ width, height: 800 });
      expect(await listSticksOut(author), `at ${String(width)} px`).toEqual([]);
    }

    await author.goto(`${desk}/submit`);
    await expect(author.getByLabel("What changed")).toHaveValue(/paragraph/);
    await author.goto(`${desk}/history`);
    await author.getByRole("link", { name: "Compare two texts" }).click();
    await author
      .getByLabel("To", { exact: true })
      .selectOption({ label: "The draft" });
    await author.getByRole("button", { name: "Compare" }).click();
    await expect(changes).toBeVisible();

    const scriptless = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await author.context().storageState(),
    });
    const plain = await scriptless.newPage();
    await plain.goto(`${desk}/compare?to=draft`);
    await expect(plain.locator(".comparison ins").first()).toBeVisible();
    await scriptless.close();
  },
);

journey("a reviewer compares only what they may see", async ({ as }) => {
  const reviewer = await as("jonas");
  const answer = await reviewer.goto(`${desk}/compare?to=draft`);
  expect(answer?.status()).toBe(404);
});
