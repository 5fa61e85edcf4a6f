import { expect, expectAccessible, journey } from "../support/journey";
import { beginPage } from "../support/new-page";
import { Writing } from "../support/writing";

// What is missing in a comment is answered with 422.
journey.use({ allowedErrors: [/status of 422/] });

const words = "annual imaging from thirty";

journey(
  "a comment is begun in the editor, survives a closed tab, and its mark appears while one writes on",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "Imaging", [
      "About it.",
      `Carriers are offered ${words} onwards.`,
    ]);
    const writing = new Writing(tom);
    await writing.select(words);
    await writing.comment();
    const panel = tom.getByRole("dialog", { name: "Comment" });
    await expect(panel.getByRole("blockquote")).toHaveText(words);
    await panel.getByRole("radio", { name: "Consider" }).check();
    await panel.getByLabel("Comment", { exact: true }).fill("Thirty of what?");
    await expectAccessible(tom);

    // The tab is closed on a half-typed comment; the words are there again.
    await tom.goto(address);
    await writing.goToEnd();
    await writing.type(" Not saved when the comment is sent.");
    await writing.select(words);
    await tom.keyboard.press("Control+Alt+m");
    const text = panel.getByLabel("Comment", { exact: true });
    await expect(text).toHaveValue("Thirty of what?");
    await expect(panel.getByRole("radio", { name: "Consider" })).toBeChecked();
    await text.fill("Thirty of what? Years?");
    await text.press("Control+Enter");
    await expect(panel).toBeHidden();
    await expect(
      tom.getByText("Your comment stands beside the text."),
    ).toBeVisible();
    await expect(writing.text.locator(".comment-mark")).toHaveText(words);
    const cards = tom.getByRole("region", { name: "Comments" });
    await expect(cards).toContainText("Thirty of what? Years?");
    await writing.isSaved();
    await expect(writing.text).toContainText("Not saved when the comment");

    // The mark moves with the text, and nothing of the comment stays behind.
    await writing.replace("Carriers are offered", "All are offered");
    await expect(writing.text.locator(".comment-mark")).toHaveText(words);
    await writing.isSaved();
    await writing.comment();
    await expect(text).toHaveValue("");
    await tom.getByRole("button", { name: "Add this comment" }).click();
    await expect(panel.getByText("Choose a kind of comment.")).toBeVisible();
    await panel.getByRole("button", { name: "Cancel" }).click();
  },
);

journey(
  "a half-typed comment is there again on the comments screen, and gone once it is sent",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "Kept", ["About it.", "It is kept."]);
    const comments = address.replace("/write", "/comments");
    await tom.goto(comments);
    await tom.waitForLoadState("networkidle");
    const form = tom.locator("form.remark-form");
    const text = form.getByLabel("Comment", { exact: true });
    await tom.locator("summary", { hasText: "Add a comment" }).click();
    await form.getByRole("radio", { name: "Question" }).check();
    await text.fill("Where is it kept?");
    await tom.goto("/desk");
    await tom.goto(comments);
    await expect(text).toHaveValue("Where is it kept?");
    await expect(form.getByRole("radio", { name: "Question" })).toBeChecked();
    await form.getByRole("button", { name: "Add this comment" }).click();
    await expect(
      tom.getByText("Your comment stands beside the text."),
    ).toBeVisible();
    await tom.goto(comments);
    await tom.waitForLoadState("networkidle");
    await tom.locator("summary", { hasText: "Add a comment" }).click();
    await expect(text).toHaveValue("");
  },
);
