import { z } from "zod";
import { findWatchItem, listTouchedPages } from "~/data/watch-items.server";
import { triageOutcomes, type TriageOutcome } from "~/domain/watch-items";
import { type Asker, seesEveryPage } from "~/policy/pages";
import { mayNotTriage } from "~/policy/watch-items";

/** The item, the page and the decision that an address names; 404 where it is not theirs. */
export async function loadTriage(
  person: Asker,
  itemId: string | undefined,
  slug: string | undefined,
  wanted: string | null,
) {
  const id = z.uuid().safeParse(itemId);
  const item = id.success ? await findWatchItem(id.data, person.id) : null;
  const viewer = { personId: person.id, seesAll: seesEveryPage(person) };
  const pages = item ? await listTouchedPages(item.id, viewer) : [];
  const page = pages.find((each) => each.slug === slug);
  const outcome = triageOutcomes.find((each) => each === wanted) ?? null;
  if (!item || !page) throw new Response(null, { status: 404 });
  return { item, page, outcome: offered(person, page, outcome) };
}

function offered(
  person: Asker,
  page: { isOwn: boolean },
  outcome: TriageOutcome | null,
): TriageOutcome {
  if (outcome === null) throw new Response(null, { status: 404 });
  if (mayNotTriage(person, page, outcome))
    throw new Response(null, { status: 403 });
  return outcome;
}
