import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePage } from "~/auth/require-page.server";
import { addFigure } from "~/commands/add-figure.server";
import { AddFigureForm } from "~/components/pages/add-figure-form";
import { optionalLine, optionalText, parseForm } from "~/lib/parse-form";
import { mostImageBytes } from "~/lib/prepare-image.server";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

const schema = z.object({
  caption: optionalText(500),
  alt: optionalText(1_000),
  isDecorative: z.literal("yes").optional(),
  credit: optionalLine(300),
  licence: optionalLine(200),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await requirePage(request, params.slug, "write");
  return { slug: page.slug };
}

/** Keeps the image and puts the figure at the end of the main draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { page, sessionId } = await requirePage(request, params.slug, "write");
  const sent = await request.formData();
  const form = parseForm(schema, sent);
  if (!form.ok) return data(form, { status: 422 });
  const file = sent.get("file");
  const bytes =
    file instanceof File
      ? await file.slice(0, mostImageBytes + 1).arrayBuffer()
      : new ArrayBuffer(0);
  const { isDecorative, ...words } = form.values;
  const added = await addFigure(sessionId, page.id, new Uint8Array(bytes), {
    ...words,
    isDecorative: isDecorative === "yes",
  });
  if (added.ok) return redirect(paths.deskPageAct(page.slug, "write"), 303);
  const { status, sentence } = wordRefusal(added.because);
  const errors = [{ name: "file", sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

export default function AddFigure() {
  const { slug } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AddFigureForm
      back={paths.deskPageAct(slug, "write")}
      errors={answer?.errors ?? []}
      typed={answer?.typed ?? {}}
    />
  );
}
