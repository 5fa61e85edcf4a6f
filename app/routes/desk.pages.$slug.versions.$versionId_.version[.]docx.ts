import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePage } from "~/auth/require-page.server";
import { wordImages } from "~/commands/word-images.server";
import { getDeskDay } from "~/data/pages.server";
import { findVersion } from "~/data/versions.server";
import { mayNotSeeVersion } from "~/policy/pages";
import { wordFileAnswer } from "~/publish/word/answer";
import { figureFiles } from "~/publish/word/figure-files";
import { writeWordFile } from "~/publish/word/write-word-file";
import { wordStandingOfVersion } from "~/wording/word-file";

/** One version as a Word document, with its number, its day and how it stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug);
  const version = await findVersion(page.id, params.versionId ?? "");
  if (!version || mayNotSeeVersion(person, page, version.id))
    throw new Response(null, { status: 404 });
  const { timeZone } = await getDeskDay();
  const { content, number } = version;
  const bytes = await writeWordFile(
    content,
    wordStandingOfVersion(version, timeZone),
    await wordImages(figureFiles(content)),
  );
  return wordFileAnswer(bytes, `${page.slug}-version-${String(number)}`);
}
