import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "~/auth/require-person.server";
import { previewSources } from "~/domain/mail-preview";
import { mailDocument } from "~/lib/mail-document";

/** One mail as a mail program would show it now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireRole(
    request,
    ...(["editor", "clinical_lead", "admin"] as const),
  );
  const asked = new URL(request.url).searchParams.get("from");
  const source = previewSources.find((each) => each === asked) ?? "sample";
  const mail = await context.previewMail(
    ...([params["kind"] ?? "", source, person.id] as const),
  );
  if (!mail) throw new Response(null, { status: 404 });
  return mailDocument(mail.html);
}
