import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { Button, ButtonLink, ButtonRow } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FileField } from "~/components/file-field";
import { ImportResults } from "~/components/import-results";
import { FormStack, Stack } from "~/components/layout";
import { PageHeading } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { mayNotCreatePage } from "~/policy/pages";
import { takeInFiles } from "./take-in-files.server";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Import pages · Imprimatur" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireImporter(request);
  return null;
}

/** Who creates pages may bring them in from files, too. */
async function requireImporter(request: Request) {
  const signedIn = await requirePerson(request);
  if (mayNotCreatePage(signedIn.person)) {
    throw new Response(null, { status: 403 });
  }
  return signedIn;
}

export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requireImporter(request);
  const sent = (await request.formData()).getAll("files");
  const files = sent
    .filter((each) => each instanceof File)
    .filter(({ name }) => name !== "");
  if (files.length === 0) {
    const sentence = "Choose at least one file.";
    const errors = [{ name: "files", sentence }];
    return data({ errors, results: [] }, { status: 422 });
  }
  const results = await takeInFiles(sessionId, files);
  const [only] = results;
  if (results.length === 1 && only?.page) {
    return redirect(paths.deskPage(only.page.slug), 303);
  }
  const isAllRefused = results.every(({ page }) => page === null);
  return data({ errors: [], results }, { status: isAllRefused ? 422 : 200 });
}

/** Pages from files: each becomes a draft, with what its source says as history. */
export default function ImportPages() {
  const { errors, results } = useActionData<typeof action>() ?? {
    errors: [],
    results: [],
  };
  return (
    <>
      <PageHeading
        title="Import pages"
        above={<a href={paths.pages()}>Pages</a>}
        below="Each file becomes a draft that you own. Its words stay as they are; its dates and names become history, and none of them counts as a review."
      />
      <Stack gap="loose">
        <ImportResults results={results} />
        <form method="post" encType="multipart/form-data">
          <ErrorSummary errors={errors} />
          <FormStack>
            <FileField
              name="files"
              label="Files"
              hint="Text, HTML, Markdown or Word (.txt, .html, .md, .docx), each at most 10 MB, 25 MB together."
              accept=".txt,.html,.htm,.md,.markdown,.docx"
              error={errors[0]?.sentence}
              isMultiple
            />
            <ButtonRow>
              <Button tone="primary">Import</Button>
              <ButtonLink href={paths.pages()}>Cancel</ButtonLink>
            </ButtonRow>
            <p className="text-small text-ink-2">
              A Word file for a page that is here already goes in from that
              page, under Write, with its tracked changes and comments.
            </p>
          </FormStack>
        </form>
      </Stack>
    </>
  );
}
