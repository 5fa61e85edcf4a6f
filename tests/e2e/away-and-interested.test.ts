import { DeskStage } from "../support/desk-stage";
import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import { acceptReview, answerNoInterests } from "../support/review-path";

journey(
  "a reviewer who is away hands the request to the deputy at once; shares in the maker of a named therapy stop the deputy's signature and the next request",
  async ({ as, browser }) => {
    const desk = await DeskStage.open();
    const play = desk.play("ros1", "Who may sign");
    await play.write();
    await play.submit();
    const { slug, title } = play.page;
    const una = await desk.newcomer("Una Vale", "clinician");
    const vik = await desk.newcomer("Vik Sole", "clinician");
    await desk.assign(play, "clinician", una);
    const away = await browser.newPage();
    await desk.signIn(away, una);
    const deputy = await browser.newPage();
    await desk.signIn(deputy, vik);
    await desk.close();

    const [days] = await askAsOwner<{ today: string; later: string }>(
      "SELECT desk.today()::text AS today, (desk.today() + 10)::text AS later",
    );
    await away.goto(`/desk/people/${una.id}/absence`);
    await away.getByLabel("First day away").fill(days?.today ?? "");
    await away.getByLabel("Last day away").fill(days?.later ?? "");
    await away.getByLabel("Deputy as clinician").selectOption(vik.id);
    await away.getByRole("button", { name: "Record this absence" }).click();
    await expect(away.getByText(vik.shown).first()).toBeVisible();
    await away.goto("/desk/reviews");
    await expect(
      away
        .getByRole("table", { name: /that wait for you/ })
        .getByRole("link", { name: title }),
    ).toHaveCount(0);
    await acceptReview(deputy, title);
    await answerNoInterests(deputy);
    const review = deputy.url();
    const approve = deputy.getByRole("radio", {
      name: "Approve",
      exact: true,
    });
    await expect(approve).toBeEnabled();

    await deputy.goto("/desk/interests");
    await deputy.getByRole("radio", { name: "Yes, these" }).check();
    await deputy.getByLabel("Company or body").fill("Pfizer Ltd");
    await deputy.getByLabel("Kind").selectOption("shares");
    await deputy.getByLabel("Whose it is").selectOption("personal");
    await deputy.getByLabel("From month").fill("2024-01");
    await deputy.getByRole("button", { name: "Declare interests" }).click();
    await expect(
      deputy.getByText("Your declaration is recorded."),
    ).toBeVisible();
    await deputy.goto(review);
    await expect(
      deputy.getByText(/Pfizer makes crizotinib/).first(),
    ).toBeVisible();
    await expect(
      deputy.getByText(/so your approval cannot count/),
    ).toBeVisible();
    await expect(deputy.getByLabel("Your password")).toHaveCount(0);

    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/review`);
    await maya.getByRole("button", { name: `Dismiss ${vik.shown}` }).click();
    await maya
      .getByRole("link", { name: "Choose a reviewer: Clinician" })
      .click();
    const conflicted = maya.getByRole("radio", { name: /Vik Sole/ });
    await expect(conflicted).toBeDisabled();
    await expect(
      maya.getByText(/interests rule an approval out/),
    ).toBeVisible();
    await expect(maya.getByRole("radio", { name: /Una Vale/ })).toBeDisabled();
    for (const page of [away, deputy]) await page.context().close();
  },
);
