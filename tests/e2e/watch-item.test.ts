import { DeskStage } from "../support/desk-stage";
import { demoPassword, expect, journey } from "../support/journey";

// A wrong identifier and a wrong password, each answered with its reason.
journey.use({ allowedErrors: [/status of 422/] });

journey(
  "an outside event is entered, its sentences are read, and its page is triaged once",
  async ({ as, page: reader }) => {
    const desk = await DeskStage.open();
    const play = desk.play("mlh1", "Watched");
    await desk.approved(
      play,
      ...([
        ["lina", "laboratory_scientist"],
        ["jonas", "clinician"],
        ["owen", "medical_editor"],
      ] as const),
    );
    await play.publish("maya");
    await desk.close();
    const { title, slug } = play.page;

    const maya = await as("maya");
    await maya.goto("/desk");
    await maya.getByRole("link", { name: /^Watch items/ }).click();
    await maya.getByRole("link", { name: "Enter a watch item" }).click();
    await maya.getByLabel("Safety notice").check();
    await maya.getByLabel("What it is about").selectOption("pmid");
    await maya.getByLabel("Which one").fill("PMC31337882");
    await maya
      .getByLabel("What happened")
      .fill("The authors corrected the risks in their second table.");
    await maya.getByRole("button", { name: "Enter the item" }).click();
    await expect(
      maya.getByText("A PMID has one to eight digits.").first(),
    ).toBeVisible();
    // What was typed stands there still.
    await expect(maya.getByLabel("What happened")).toHaveValue(/second table/);
    await maya.getByLabel("Which one").fill("31337882");
    await maya.getByRole("button", { name: "Enter the item" }).click();
    await expect(maya.getByText("The item is kept")).toBeVisible();
    const region = maya.getByRole("region", { name: title });
    await expect(region).toContainText("followed 6,350 carriers");
    await expect(region).not.toContainText("Refer carriers for colonoscopy");
    const item = new URL(maya.url()).pathname;

    await maya.goto(`${item}/${slug}?outcome=review_brought_forward`);
    const day = maya.getByLabel("Next review due");
    const earliest = await day.getAttribute("min");
    await day.fill(earliest ?? "");
    // A second tab decides first.
    const jonas = await as("jonas");
    await jonas.goto(item);
    await jonas
      .getByRole("link", { name: `Sign that it has no effect: ${title}` })
      .click();
    await jonas
      .getByLabel("Reason")
      .fill("The risks that we give are not from that table.");
    await jonas.getByLabel("Your password").fill("not my password");
    await jonas
      .getByRole("button", { name: "Sign that it has no effect" })
      .click();
    await expect(
      jonas.getByText("That is not your password. Nothing was signed.").first(),
    ).toBeVisible();
    await jonas.getByLabel("Your password").fill(demoPassword);
    await jonas
      .getByRole("button", { name: "Sign that it has no effect" })
      .click();
    await expect(jonas.getByText("Your triage is kept.")).toBeVisible();
    await maya.getByLabel("Reason").fill("Look again sooner.");
    await maya
      .getByRole("button", { name: "Bring the review forward" })
      .click();
    await expect(maya.getByText("This was triaged already")).toBeVisible();
    await expect(region).toContainText(
      "No effect, signed by Dr Jonas Lindqvist, clinician",
    );

    // A reader, who has no account, says what is wrong.
    await reader.goto(`/pages/${slug}`);
    await reader
      .getByRole("link", { name: "Report a mistake on this page" })
      .click();
    await reader.getByLabel("What is wrong").fill("Unclear.");
    await reader.getByRole("button", { name: "Send the report" }).click();
    await expect(
      reader.getByText("Say what is wrong, in 10 to 1,000").first(),
    ).toBeVisible();
    await expect(reader.getByLabel("What is wrong")).toHaveValue("Unclear.");
    await reader
      .getByLabel("What is wrong")
      .fill("The first sentence is misleading.");
    await reader.getByRole("button", { name: "Send the report" }).click();
    await expect(
      reader.getByText("Your report is with the editors"),
    ).toBeVisible();

    await maya.goto("/desk/watch");
    await maya
      .getByRole("row")
      .filter({ hasText: "The first sentence is misleading." })
      .getByRole("link")
      .click();
    await expect(
      maya.getByText("A reader", { exact: false }).first(),
    ).toBeVisible();
    await maya
      .getByRole("link", { name: `Withhold the blocks: ${title}` })
      .click();
    await maya.getByRole("checkbox").first().check();
    await maya.getByLabel("Reason").fill("It is misleading.");
    await maya.getByRole("button", { name: "Withhold the blocks" }).click();
    await expect(maya.getByText("Your triage is kept.")).toBeVisible();
    await maya.goto(`/desk/pages/${slug}/public`);
    await expect(maya.getByText("It is misleading.").first()).toBeVisible();
  },
);
