import { expect, journey } from "../support/journey";

journey(
  "what is chosen and typed before the script has come stays",
  async ({ as }) => {
    const maya = await as("maya");
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await maya.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await maya.goto("/desk/pages/brca2-questions-for-men/comments", {
      waitUntil: "commit",
    });
    await maya.getByText("Add a comment", { exact: true }).first().click();
    const where = maya.getByRole("combobox", { name: "Where" });
    await where.selectOption({ index: 2 });
    const chosen = await where.inputValue();
    const comment = maya.getByRole("textbox", { name: "Comment", exact: true });
    await comment.fill("Say since when.");
    release();
    await maya.waitForFunction(() =>
      Object.keys(document.querySelector("select") ?? {}).some((key) =>
        key.startsWith("__reactProps"),
      ),
    );
    await expect(where).toHaveValue(chosen);
    await expect(comment).toHaveValue("Say since when.");
  },
);
