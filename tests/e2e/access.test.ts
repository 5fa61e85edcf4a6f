import { expect, journey } from "../support/journey";

journey.use({ allowedErrors: [/status of (404|409|422)/] });

const slug = "cftr-carrier-questions";

journey(
  "somebody else's draft is not there, whoever asks and wherever",
  async ({ as, page: reader }) => {
    const screens = ["", "/write", "/details", "/review", "/publish"];
    for (const stranger of [await as("tom"), await as("priya")]) {
      for (const screen of screens) {
        const answer = await stranger.goto(`/desk/pages/${slug}${screen}`);
        expect(answer?.status(), screen).toBe(404);
      }
      await expect(stranger.getByText("CFTR")).toHaveCount(0);
      await stranger.goto("/desk/pages");
      await expect(stranger.getByText("CFTR")).toHaveCount(0);
    }
    expect((await reader.goto(`/pages/${slug}`))?.status()).toBe(404);
    await reader.goto(`/desk/pages/${slug}/write`);
    await expect(reader.getByRole("button", { name: "Sign in" })).toBeVisible();
  },
);

journey(
  "wrong fields are named one by one, and what was typed stays",
  async ({ as }) => {
    const tom = await as("tom");
    await tom.goto("/desk/pages/new");
    await tom.getByLabel("Title").fill("A page with half its facts");
    await tom.getByLabel("Language").fill("English, please");
    await tom.getByRole("checkbox", { name: "Scotland" }).check();
    // What a browser without our markup would send.
    await tom
      .locator("main form")
      .evaluate((form: HTMLFormElement) => (form.noValidate = true));
    const answered = tom.waitForResponse(
      (response) => response.request().method() === "POST",
    );
    await tom.getByRole("button", { name: "Create page" }).click();
    expect((await answered).status()).toBe(422);
    const summary = tom.getByRole("alert");
    await expect(summary).toContainText("Choose what kind of page it is.");
    await expect(summary).toContainText("Choose whom the page is for.");
    await expect(summary).toContainText("Write the language as its tag");
    await expect(tom.getByLabel("Title")).toHaveValue(
      "A page with half its facts",
    );
    await expect(tom.getByLabel("Language")).toHaveValue("English, please");
    await expect(tom.getByRole("checkbox", { name: "Scotland" })).toBeChecked();
  },
);

journey(
  "a form that somebody else overtook is refused, with what was typed",
  async ({ as }) => {
    const amira = await as("amira");
    const maya = await as("maya");
    const address = `/desk/pages/${slug}/details`;
    await amira.goto(address);
    await maya.goto(address);
    await maya.getByLabel("Tags (optional)").fill("carriers, screening");
    await maya.getByRole("button", { name: "Save this part" }).click();
    await expect(maya.getByLabel("Tags (optional)")).toHaveValue(
      "carriers, screening",
    );
    await amira.getByLabel("Tags (optional)").fill("families");
    const answered = amira.waitForResponse(
      (response) => response.request().method() === "POST",
    );
    await amira.getByRole("button", { name: "Save this part" }).click();
    expect((await answered).status()).toBe(409);
    await expect(amira.getByLabel("Tags (optional)")).toHaveValue("families");
  },
);
