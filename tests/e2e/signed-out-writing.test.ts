import { demoPassword, expect, journey } from "../support/journey";
import { Writing } from "../support/writing";

journey.use({ allowedErrors: [/status of (401|422)/] });

journey(
  "a session that ends in the middle of writing loses no word",
  async ({ as }) => {
    const amira = await as("amira");
    await amira.goto("/desk/pages/vhl-explained/write");
    const writing = new Writing(amira);
    await writing.goToEnd();
    await writing.type(" Written before the session ended.");
    await writing.isSaved();

    await amira.context().clearCookies();
    await writing.type(" Written after it had ended.");
    const dialog = amira.getByRole("dialog", { name: "Sign in again" });
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Not now" }).click();
    await expect(amira.getByText("You are signed out.")).toBeVisible();
    await writing.type(" And some words more.");
    await expect(amira.locator(".save-line")).toHaveText(
      "Not connected, kept on this device",
    );

    await amira.getByRole("button", { name: "Sign in", exact: true }).click();
    await dialog.getByLabel("Password").fill("not-the-password");
    await dialog.getByRole("button", { name: "Sign in and save" }).click();
    await expect(
      dialog.getByText(/do not belong|not right|wrong/i),
    ).toBeVisible();
    await dialog.getByLabel("Password").fill(demoPassword);
    await dialog.getByRole("button", { name: "Sign in and save" }).click();
    await expect(dialog).toBeHidden();
    await writing.isSaved();

    await amira.reload();
    await expect(writing.text).toContainText(
      "Written before the session ended. Written after it had ended. And some words more.",
    );
  },
);
