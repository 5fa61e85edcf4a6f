import type { PageContent } from "~/content/page-content";
import { askAsOwner } from "../support/desk-owner";
import { DeskStage } from "../support/desk-stage";
import { demoPassword, expect, journey } from "../support/journey";
import {
  acceptAndApprove,
  assign,
  chooseAct,
  publish,
  statusLine,
} from "../support/review-path";

// What comes back to be corrected, and what is not there for readers.
journey.use({ allowedErrors: [/status of (404|409|410|422)/] });

journey(
  "a page and its leaflet go out in one act, one takes a copy fix that a second person confirms, and they fall together",
  async ({ as, page: reader }) => {
    const desk = await DeskStage.open();
    const panel = [
      ["ngozi", "clinician"],
      ["sara", "medical_editor"],
    ] as const;
    const leaflet = await desk.approved(
      desk.play("vhl", "The leaflet"),
      ...panel,
    );
    const play = await desk.approved(desk.play("vhl", "The page"), ...panel);
    const { slug, title } = play.page;
    const other = leaflet.page;
    const name = `Together with ${title}`;

    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/publish`);
    await maya.getByText("Publish this page together with others").click();
    const address = maya.getByLabel("Address of the other page");
    await address.fill("no-such-page");
    await maya.getByLabel("Name of the set").fill(name);
    await maya.getByRole("button", { name: "Make a set" }).click();
    await expect(maya.getByLabel("Name of the set")).toHaveValue(name);
    await address.fill(other.slug);
    await maya.getByRole("button", { name: "Make a set" }).click();
    await expect(maya.getByText(/^The set is made/)).toBeVisible();
    await expect(
      maya.getByRole("button", { name: /^Publish version/ }),
    ).toHaveCount(0);
    expect((await reader.goto(`/pages/${slug}`))?.status()).toBe(404);
    await maya.getByRole("link", { name: "Schedule the set" }).click();
    const [soon] = await askAsOwner<{ day: string }>(
      "SELECT (desk.today() + 5)::text AS day",
    );
    await maya.getByLabel("Day").fill(soon?.day ?? "");
    await maya.getByLabel("Time").fill("09:30");
    await maya.getByLabel("Your password").fill(demoPassword);
    await maya.getByRole("button", { name: "Sign and schedule" }).click();
    await expect(maya.getByText("The publication is signed and")).toBeVisible();
    // Cancelled from the other page of the set, it is cancelled for both.
    await maya.goto(`/desk/pages/${other.slug}/publish`);
    await maya
      .getByRole("button", { name: "Cancel the schedule of the set" })
      .click();
    await maya.goto(`/desk/pages/${slug}/publish`);
    await maya.getByRole("button", { name: "Publish the set" }).click();
    await expect(
      maya.getByText("The pages of the set are live."),
    ).toBeVisible();
    await reader.goto(`/pages/${other.slug}`);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
      other.title,
    );
    await reader.goto(`/pages/${slug}`);
    const before = await statusLine(reader).innerText();

    await play.rewrite(withAComma);
    await desk.close();
    const tom = await as("tom");
    await tom.goto(`/desk/pages/${slug}/submit`);
    await tom.getByRole("radio", { name: "Copy fix" }).check();
    await tom.getByLabel("What changed").fill("A comma.");
    await tom.getByRole("button", { name: "Submit for review" }).click();
    await expect(tom.getByText("The version is submitted.")).toBeVisible();
    await assign(maya, slug, "A second person", "owen");
    await acceptAndApprove(await as("owen"), title);
    await publish(maya, slug);
    await reader.reload();
    await expect(reader.getByText(`checks, and when`)).toBeVisible();
    expect(await statusLine(reader).innerText()).toBe(before);

    await chooseAct(maya, slug, "Withdraw");
    await maya.getByRole("radio", { name: /out of date/i }).check();
    await maya
      .getByRole("textbox", { name: "Reason" })
      .fill("Both say what no service does now.");
    await maya.getByRole("button", { name: "Withdraw this page" }).click();
    await expect(maya.getByText("The page is withdrawn.")).toBeVisible();
    expect((await reader.goto(`/pages/${slug}`))?.status()).toBe(410);
    await reader.goto(`/pages/${other.slug}`);
    await expect(reader.getByText("when each is due")).toHaveCount(0);
    await expect(
      reader.getByText("A page that belongs with this one was taken down"),
    ).toBeVisible();
  },
);

/** No number, name, date or word is other than it was. */
function withAComma(content: PageContent): PageContent {
  const text = JSON.stringify(content);
  // One text node alone has these words; the rest stays as it is.
  return {
    ...(JSON.parse(
      text.replace("checks and when each", "checks, and when each"),
    ) as PageContent),
    changeNote: "A comma.",
  };
}
