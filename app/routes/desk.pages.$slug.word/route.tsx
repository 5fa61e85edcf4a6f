import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDraftReader } from "~/auth/require-draft-reader.server";
import { readingOptions } from "~/commands/reading-options.server";
import { takeInWord } from "~/commands/take-in-word.server";
import { WithAside } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { WordChoice } from "~/components/word/word-choice";
import { WordPreview } from "~/components/word/word-preview";
import { WordUploadForm } from "~/components/word/word-upload-form";
import type { Draft } from "~/data/drafts.server";
import {
  readWordUpload,
  type WordUpload,
} from "~/importers/word/read-word-upload";
import { mostBytes } from "~/importers/limits";
import { paths } from "~/lib/paths";
import type { PageAccess } from "~/policy/pages";
import { wordRefusal } from "~/wording/refusals";
import { wordRemark } from "~/wording/word-file";
import { packUpload, unpackUpload } from "./kept-upload";
import { previewUpload } from "./preview-upload.server";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, access } = await requireDraftReader(request, params.slug);
  return { slug: page.slug, canWrite: mayWrite(page, access) };
}

function mayWrite(page: { archivedAt: Date | null }, access: PageAccess) {
  return access === "write" && page.archivedAt === null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireDraftReader(request, params.slug);
  const { page, access, person, sessionId, draft } = asked;
  const form = await request.formData();
  const act = form.get("act");
  if (act === "read") {
    const read = await readFile(form.get("file"), draft);
    if ("error" in read) return unread(read.error);
    return shown(draft, read, null, 200);
  }
  const upload = unpackUpload(form.get("kept"));
  if (!upload || (act !== "replace" && act !== "suggest"))
    return unread("Choose the file again: what was read of it did not arrive.");
  if (act === "replace" && !mayWrite(page, access))
    throw new Response(null, { status: 403 });
  const taken = await takeInWord(sessionId, person.id, {
    ...{ pageId: page.id, draftId: draft.id, choice: act },
    baseRevision: Number(form.get("revision")),
    base: upload.base,
    proposed: upload.proposed,
    remarks: upload.comments.map(({ quotation, prefix, suffix, ...said }) => ({
      ...{ quotation, prefix, suffix },
      body: wordRemark(said),
    })),
  });
  if (!taken.ok) {
    const { status, sentence } = wordRefusal(taken.because);
    return shown(draft, upload, sentence, status);
  }
  const { suggested, left } = taken.value;
  return redirect(
    suggested
      ? paths.suggestions(page.slug, left > 0 ? "word_left" : "word_suggested")
      : access === "write"
        ? paths.deskPageAct(page.slug, "write")
        : paths.suggest(page.slug),
    303,
  );
}

async function readFile(sent: FormDataEntryValue | null, draft: Draft) {
  if (!(sent instanceof File) || sent.name === "")
    return { file: "", error: "Choose a Word document (.docx)." };
  const { genes, dateOrder } = await readingOptions();
  // One byte too many is enough to see that it is too large.
  const bytes = await sent.slice(0, mostBytes + 1).arrayBuffer();
  const known = draft.content.body;
  const reading = { genes, dateOrder, known };
  return readWordUpload(sent.name, new Uint8Array(bytes), reading);
}

function unread(sentence: string) {
  const errors = [{ name: "file", sentence }];
  return data({ errors, seen: null }, { status: 422 });
}

async function shown(
  draft: Draft,
  upload: WordUpload,
  refusal: string | null,
  status: number,
) {
  const preview = await previewUpload(draft.content, upload);
  const seen = {
    ...{ preview, refusal, revision: draft.revision },
    packed: packUpload(upload),
    hasTracked: upload.proposed !== null,
  };
  return data({ errors: [], seen }, { status });
}

/** A Word file into a draft: chosen, looked at, and only then taken in. */
export default function WordFile() {
  const { slug, canWrite } = useLoaderData<typeof loader>();
  const { errors, seen } = useActionData<typeof action>() ?? {
    errors: [],
    seen: null,
  };
  const write = canWrite
    ? paths.deskPageAct(slug, "write")
    : paths.suggest(slug);
  if (seen === null)
    return (
      <Section title="A Word file for this draft">
        <WordUploadForm
          errors={errors}
          downloadHref={paths.draftWordFile(slug)}
          backHref={write}
        />
      </Section>
    );
  const { preview, ...rest } = seen;
  return (
    <WithAside
      aside={
        <div className="xl:sticky xl:top-4">
          <WordChoice
            {...rest}
            canWrite={canWrite}
            comments={preview.comments.length}
            differences={preview.differences}
            downloadHref={paths.draftWordFile(slug)}
            cancelHref={write}
            againHref={paths.wordFile(slug)}
          />
        </div>
      }
    >
      <h2 className="mb-5 text-h2">{preview.file}</h2>
      <WordPreview preview={preview} />
    </WithAside>
  );
}
