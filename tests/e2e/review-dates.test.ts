import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";

journey.use({
  allowedErrors: [/status of (403|422)/],
  untouchedFor: "review dates",
});

journey(
  "an editor who was away sees what is late, who holds it and what happens next, then the load to come, and brings a review forward out of a week in which its reviewer is away",
  async ({ as }) => {
    const maya = await as("maya");
    await maya.goto("/desk");
    const late = maya
      .getByRole("region", { name: "Overdue pages" })
      .getByRole("row")
      .filter({ hasText: "ROS1-rearranged lung cancer" });
    await expect(late).toContainText("overdue by");
    await expect(late).toContainText("Amira Haddad");
    await expect(late).toContainText("To start the review");
    await expect(late).toContainText("Withheld from readers from");
    await expect(late).toContainText("Reminder to");

    await maya.getByRole("link", { name: "All review dates" }).click();
    await expect(
      maya.getByRole("heading", { name: "Review dates", level: 1 }),
    ).toBeVisible();
    await maya.getByRole("link", { name: /^Due in 30 days/ }).click();
    await expect(
      maya.getByRole("row").filter({ hasText: "PALB2 explained" }),
    ).toContainText("Overdue from");

    await maya.getByRole("link", { name: "Forecast" }).click();
    await expect(
      maya.getByRole("img", { name: /Reviews in each of 10\d weeks/ }),
    ).toBeVisible();
    await maya.getByText("Reviews a week: everybody: the figures").click();
    await expect(
      maya.getByRole("table", { name: "Reviews of each week" }),
    ).toContainText("Are taken");
    await maya.getByRole("link", { name: "Dr Marta Kowalska" }).click();
    await expect(
      maya.getByText("Reviews a week: Dr Marta Kowalska", { exact: true }),
    ).toBeVisible();

    await maya.getByRole("link", { name: "Spread", exact: true }).click();
    const row = maya
      .getByRole("row")
      .filter({ hasText: "familial hypercholesterolaemia" });
    await expect(row).toContainText(
      "asks Dr Marta Kowalska for 1 review; they take none that week.",
    );
    await maya.getByLabel("Reason").fill("Marta is away that week.");
    const accept = maya.getByRole("button", { name: "Bring forward" });
    await accept.click();
    await expect(maya.getByRole("alert")).toContainText(
      "Tick at least one row.",
    );
    await expect(maya.getByLabel("Reason")).toHaveValue(
      "Marta is away that week.",
    );
    await row.getByRole("checkbox").check();
    await accept.click();
    await expect(
      maya.getByText("1 date was brought forward.", { exact: true }),
    ).toBeVisible();
    await expect(row).toContainText("Brought forward");
    await maya.getByRole("link", { name: "To what is left" }).click();
    await expect(
      maya.getByText("No week asks for more than people take"),
    ).toBeVisible();

    const [moved] = await askAsOwner<{ month: string; reason: string }>(
      `SELECT to_char(b.due_on, 'YYYY-MM') AS month, b.reason FROM desk.due_brought_forward b JOIN desk.publication p ON p.id = b.publication_id
         JOIN desk.page g ON g.id = p.page_id WHERE g.slug = 'ldlr-familial-hypercholesterolaemia'`,
    );
    expect(moved?.reason).toBe("Marta is away that week.");
    await maya.goto(
      `/desk/dates/calendar?month=${moved?.month ?? ""}&show=list`,
    );
    await expect(
      maya
        .getByRole("row")
        .filter({ hasText: "familial hypercholesterolaemia" }),
    ).toContainText("Next review");
    await maya.goto("/desk/dates/kept");
    await expect(
      maya.getByRole("img", { name: /^Median days overdue, by month/ }),
    ).toBeVisible();

    const amira = await as("amira");
    const refused = await amira.goto("/desk/dates");
    expect(refused?.status()).toBe(403);
  },
);
