import { expect, journey } from "../support/journey";

// A form that comes back answers 422, which the browser reports.
journey.use({ allowedErrors: [/status of 422/], untouchedFor: "backlog" });

journey(
  "an editor sees when the backlog reaches zero, and says what is known of a page",
  async ({ as }) => {
    const maya = await as("maya");
    await maya.goto("/desk/backlog");
    await expect(
      maya.getByText(/published elsewhere in the backlog/).first(),
    ).toBeVisible();
    await expect(
      maya.getByRole("img", { name: /published elsewhere in the backlog/ }),
    ).toBeVisible();
    await maya.getByText("The same as a table, week by week").click();
    await expect(
      maya.getByRole("table", { name: /pages left, by week/ }),
    ).toBeVisible();

    const order = maya.getByRole("table", { name: /in the order of the plan/ });
    await order
      .getByRole("link", { name: /^Change risk and readers of KRAS/ })
      .click();
    await maya.getByLabel("Risk", { exact: true }).selectOption("High");
    await maya.getByLabel("Readers in a month").fill("many");
    await maya.getByRole("button", { name: "Save" }).click();
    await expect(
      maya.getByRole("link", { name: /Give a whole number of readers/ }),
    ).toBeVisible();
    await expect(maya.getByLabel("Readers in a month")).toHaveValue("many");
    await maya.getByLabel("Readers in a month").fill("4,200");
    await maya.getByRole("button", { name: "Save" }).click();
    await expect(
      maya.getByText("Kept. The plan is worked out anew."),
    ).toBeVisible();
    await expect(order.getByRole("row", { name: /^1 .*KRAS/ })).toContainText(
      "4,200 a month",
    );
    await maya.goto("/desk/audit?act=set_backlog_inputs");
    await expect(maya.getByText(/readers: 4200/).first()).toBeVisible();
  },
);

journey(
  "an admin rehearses that somebody leaves, a lead another interval, and nothing changes",
  async ({ as }) => {
    const maya = await as("maya");
    await maya.goto("/desk/rehearsal");
    await maya.getByLabel("Who leaves").selectOption({
      label: "Dr Li Na Chen, PhD, FRCPath",
    });
    await maya.getByRole("button", { name: "Rehearse the departure" }).click();
    await expect(maya.getByText("Nothing has been changed.")).toBeVisible();
    await expect(
      maya.getByRole("heading", { name: "Open reviews" }),
    ).toBeVisible();
    await expect(
      maya.getByRole("button", { name: "Rehearse the interval" }),
    ).toHaveCount(0);
    await expect(maya.getByText("If Li Na Chen left today:")).toBeVisible();
    await maya.goto("/desk/people?q=chen");
    await expect(maya.getByText("Li Na Chen").first()).toBeVisible();

    const ruth = await as("ruth");
    await ruth.goto("/desk/rules/clinician_page");
    await ruth.getByRole("link", { name: "Rehearse another interval" }).click();
    await expect(ruth.getByLabel("Kind of page")).toHaveValue("clinician_page");
    await expect(
      ruth.getByRole("button", { name: "Rehearse the departure" }),
    ).toHaveCount(0);
    await ruth.getByLabel("Months between full reviews").fill("0");
    await ruth.getByRole("button", { name: "Rehearse the interval" }).click();
    await expect(
      ruth.getByRole("link", { name: /whole number of months/ }),
    ).toBeVisible();
    await ruth.getByLabel("Months between full reviews").fill("3");
    await ruth.getByRole("button", { name: "Rehearse the interval" }).click();
    await expect(
      ruth.getByText(/reviewed after 3 months instead of 12/),
    ).toBeVisible();
    await expect(
      ruth.getByRole("table", { name: /next review would fall earlier/ }),
    ).toBeVisible();
    await ruth.goto("/desk/rules/clinician_page");
    await expect(ruth.getByLabel("Months between full reviews")).toHaveValue(
      "12",
    );
  },
);
