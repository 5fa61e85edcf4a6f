import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePage } from "~/auth/require-page.server";
import { wordImages } from "~/commands/word-images.server";
import { findDraft } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { wordFileAnswer } from "~/publish/word/answer";
import { figureFiles } from "~/publish/word/figure-files";
import { writeWordFile } from "~/publish/word/write-word-file";
import { wordStandingOfDraft } from "~/wording/word-file";

/** The main draft as a Word document; it says on every sheet that it is one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await requirePage(request, params.slug, "read");
  const [draft, day] = await Promise.all([
    findDraft(page.id, "main"),
    getDeskDay(),
  ]);
  if (!draft) throw new Response(null, { status: 404 });
  const { content, revision, updatedAt } = draft;
  const bytes = await writeWordFile(
    content,
    wordStandingOfDraft(updatedAt, day.timeZone),
    await wordImages(figureFiles(content)),
  );
  return wordFileAnswer(bytes, `${page.slug}-draft-${String(revision)}`);
}
