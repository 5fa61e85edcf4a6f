import pg from "pg";
import { samplePassword } from "~/domain/sample-views";
import { playHistory } from "./history";
import { Stage } from "./stage";

/**
 * Makes the demo desk on an empty database: twelve people and a dozen and a
 * half of pages, in every state there is. Two years are played forward through
 * the ordinary acts, and the clock is given back at the end. Gives the lines
 * that tell how to sign in.
 */
export default async function seedDemo({
  ownerUrl,
  progress,
}: {
  ownerUrl: string;
  progress: (line: string) => void;
}): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SET ROLE desk_owner");
    const stage = new Stage(owner);
    await stage.goTo(725);
    await stage.addPeople(samplePassword);
    await playHistory(stage, progress);
    await stage.end();
  } finally {
    await owner.end();
  }
  return [
    "This is a demo with made-up people. On any screen, see it as author, reviewer, editor or reader with one click,",
    `or sign in at {address}/sign-in as maya.okafor@example.org (editor and admin), password: ${samplePassword}`,
  ];
}
