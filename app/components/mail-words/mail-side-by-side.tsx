import type { MailPreview } from "~/domain/mail-preview";
import { DefinitionRows } from "../definition-rows";
import { Panel, Stack } from "../layout";

/** Both forms of one mail beside each other, under each other on a phone. */
export function MailSideBySide({ mail }: { mail: MailPreview }) {
  return (
    <Stack>
      <DefinitionRows rows={[{ term: "Subject", detail: mail.subject }]} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel title="HTML">
          <iframe
            title="The mail as a mail program shows it"
            srcDoc={mail.html}
            sandbox=""
            className="h-[56rem] w-full border border-rule bg-desk"
          />
        </Panel>
        <Panel title="Plain text">
          <pre className="font-sans break-words whitespace-pre-wrap">
            {mail.text}
          </pre>
        </Panel>
      </div>
      {mail.calendar && (
        <Panel title="Calendar file that goes with it">
          <pre className="text-small break-words whitespace-pre-wrap">
            {mail.calendar}
          </pre>
        </Panel>
      )}
    </Stack>
  );
}
