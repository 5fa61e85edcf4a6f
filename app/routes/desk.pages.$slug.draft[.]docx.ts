import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { wordImages } from "~/commands/word-images.server";
import { getDeskDay } from "~/data/pages.server";
import { wordFileAnswer } from "~/publish/word/answer";
import { figureFiles } from "~/publish/word/figure-files";
import { writeWordFile } from "~/publish/word/write-word-file";
import { wordStandingOfDraft } from "~/wording/word-file";

/** The main draft as a Word document; it says on every sheet that it is one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, draft } = await requireDraftReader(request, params.slug);
  const day = await getDeskDay();
  const { content, revision, updatedAt } = draft;
  const bytes = await writeWordFile(
    content,
    wordStandingOfDraft(updatedAt, day.timeZone),
    await wordImages(figureFiles(content)),
  );
  return wordFileAnswer(bytes, `${page.slug}-draft-${String(revision)}`);
}
