import { lapseAssignment } from "~/commands/lapse-assignment.server";
import { listDueLapses } from "~/data/review-requests.server";

/**
 * Lets every request lapse whose day has come, each in a transaction of its
 * own; any number of workers may do this at once, and twice. Gives how many
 * lapsed.
 */
export async function lapseWhatIsDue(): Promise<number> {
  let lapsed = 0;
  for (const assignmentId of await listDueLapses()) {
    const outcome = await lapseAssignment(assignmentId);
    if (outcome.ok && outcome.value) lapsed += 1;
  }
  return lapsed;
}
