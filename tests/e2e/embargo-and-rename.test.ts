import { DeskStage } from "../support/desk-stage";
import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import { blockersOf, publish } from "../support/review-path";

journey.use({ allowedErrors: [/status of (404|410)/] });

journey(
  "a page under embargo is nowhere but with those who are named, comes out, and is found at its old address after a rename",
  async ({ as, page: reader }) => {
    const desk = await DeskStage.open();
    const play = await desk.approved(
      desk.play("vhl", "Held back"),
      ["jonas", "clinician"],
      ["sara", "medical_editor"],
    );
    await desk.close();
    const { slug, title } = play.page;
    const [day] = await askAsOwner<{ later: string }>(
      "SELECT (desk.today() + 10)::text AS later",
    );
    const maya = await as("maya");
    const daniel = await as("daniel");
    const sees = async (who: typeof maya) => {
      const answer = await who.goto(`/desk/pages/${slug}`);
      await who.goto(`/desk/pages?q=${encodeURIComponent(title)}`);
      const listed = await who.getByRole("link", { name: title }).count();
      return [answer?.status(), listed > 0];
    };
    expect(await sees(daniel)).toEqual([200, true]);

    await maya.goto(`/desk/pages/${slug}/publish`);
    await maya.getByText("Keep this page confidential until a day").click();
    await maya.getByLabel("Readers see nothing before").fill(day?.later ?? "");
    await maya.getByRole("button", { name: "Keep this day" }).click();
    await expect(maya.getByText("The day is kept.")).toBeVisible();
    expect(await blockersOf(maya, slug)).toEqual(["confidential_until"]);
    expect(await sees(daniel)).toEqual([404, false]);
    const jonas = await as("jonas");
    // Whoever may know of it is told in every list that it is confidential.
    await maya.goto(`/desk/pages?q=${encodeURIComponent(title)}`);
    const row = maya.getByRole("row").filter({ hasText: title });
    await expect(row.getByText(/^Confidential until /)).toBeVisible();
    expect((await jonas.goto(`/desk/pages/${slug}`))?.status()).toBe(200);

    await maya.goto(`/desk/pages/${slug}/publish`);
    await maya.getByText(/^Confidential until .*: change$/).click();
    await maya
      .getByLabel("Name another editor")
      .selectOption({ label: "Daniel Reyes" });
    await maya.getByRole("button", { name: "Let them know of it" }).click();
    await expect(maya.getByText(/may now know of this page/)).toBeVisible();
    expect(await sees(daniel)).toEqual([200, true]);

    // The embargo ends: the day is emptied, and the gate lets the page out.
    const found = async (address: string) => {
      await reader.goto(`/search?q=${encodeURIComponent(title)}`);
      const inSearch = await reader.getByRole("link", { name: title }).count();
      const map = await reader.request.get("/sitemap.xml");
      return [inSearch > 0, (await map.text()).includes(`/pages/${address}<`)];
    };
    expect(await found(slug)).toEqual([false, false]);
    expect((await reader.goto(`/pages/${slug}`))?.status()).toBe(404);
    await maya.goto(`/desk/pages/${slug}/publish`);
    await maya.getByText(/^Confidential until .*: change$/).click();
    await maya.getByLabel("Readers see nothing before").fill("");
    await maya.getByRole("button", { name: "Keep this day" }).click();
    await publish(maya, slug);
    expect(await found(slug)).toEqual([true, true]);

    await maya.getByRole("link", { name: "Rename", exact: true }).click();
    const renamed = `${slug}-renamed`;
    await maya.getByLabel("New address").fill(renamed);
    await maya.getByLabel("Reason").fill("The gene has another name now.");
    await maya.getByRole("button", { name: "Rename this page" }).click();
    await expect(
      maya.getByText("The page has its new address. The old one leads here."),
    ).toBeVisible();
    for (const path of [`/pages/${slug}`, `/pages/${slug}/v/1`]) {
      await reader.goto(path);
      await expect(reader).toHaveURL(new RegExp(`/pages/${renamed}`));
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    }
    await jonas.goto(`/desk/pages/${slug}`);
    await expect(jonas).toHaveURL(new RegExp(renamed));
    expect(await found(renamed)).toEqual([true, true]);
    expect(await found(slug)).toEqual([true, false]);
  },
);
