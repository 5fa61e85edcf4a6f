import { expect, journey } from "../support/journey";
import { blockersOf } from "../support/review-path";

const open = "brca2-questions-for-men";

// A form that comes back answers 422, which the browser reports.
journey.use({ allowedErrors: [/status of 422/] });

journey(
  "a clinical lead changes the rules of a kind of page; an open round keeps its own",
  async ({ as }) => {
    const maya = await as("maya");
    const before = await blockersOf(maya, open);

    await maya.goto("/desk/rules");
    await maya.getByRole("link", { name: "Patient Q&A" }).click();
    await expect(
      maya.getByText("A clinical lead sets these rules."),
    ).toBeVisible();
    await expect(maya.getByRole("button", { name: /Preview/ })).toHaveCount(0);

    const ruth = await as("ruth");
    await ruth.goto("/desk/rules/patient_qa");
    await ruth.getByLabel("Months between full reviews").fill("20");
    await ruth.getByRole("button", { name: "Preview the change" }).click();
    await expect(
      ruth.getByRole("link", {
        name: "The interval is longer than the longest one allowed.",
      }),
    ).toBeVisible();
    await expect(ruth.getByLabel("Months between full reviews")).toHaveValue(
      "20",
    );

    await ruth.getByLabel("Months between full reviews").fill("4");
    const pharmacist = ruth.getByRole("group", { name: "Pharmacist" });
    await pharmacist.getByLabel("How many").fill("1");
    await ruth.getByLabel("First approval signed on").fill("2024-02-29");
    await ruth.getByLabel("Last approval signed on").fill("2024-03-05");
    await ruth.getByRole("button", { name: "Preview the change" }).click();
    const example = ruth.getByRole("region", {
      name: "A page under these rules",
    });
    await expect(example).toContainText("29 June 2024");
    const effects = ruth.getByRole("region", { name: "What saving would do" });
    await expect(effects).toContainText(/open rounds? keeps? the rules/);
    await ruth.getByRole("button", { name: "Save these rules" }).click();
    await expect(ruth.getByText("The rules are saved.")).toBeVisible();

    expect(await blockersOf(maya, open)).toEqual(before);
    await maya.goto("/desk/rules/patient_qa");
    await expect(maya.getByText("4 months, at most 12")).toBeVisible();
    await expect(maya.getByText("pharmacist").first()).toBeVisible();
    await maya.goto("/desk/audit?act=set_review_rules");
    await expect(maya.getByText("Ruth Quayle").first()).toBeVisible();
  },
);
