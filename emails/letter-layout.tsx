import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Section,
  Text,
} from "react-email";
import { Fragment } from "react";
import { Band } from "./band";
import type { Letter, Shared } from "./letter";
import { Facts, PageHead, PageList } from "./letter-parts";
import { replyWords } from "./letter-words";
import { bandFill, colours, fonts } from "./look";

type Props = { subject: string; letter: Letter; shared: Shared };

const body = { fontSize: 16, lineHeight: "24px", margin: "0 0 16px" };
const after = { ...body, margin: "20px 0 0" };
const small = {
  fontSize: 13,
  lineHeight: "19px",
  margin: "0 0 8px",
  color: colours.ink2,
};

/** Every mail of the desk: one column of at most 600 px, styles inline. */
export function LetterLayout({ subject, letter, shared }: Props) {
  const { about } = letter;
  const { own } = shared;
  return (
    <Html lang="en-GB">
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
      </Head>
      <Body
        lang="en-GB"
        style={{
          margin: 0,
          padding: "24px 8px 32px",
          backgroundColor: colours.desk,
          color: colours.ink,
          fontFamily: fonts.interface,
        }}
      >
        <InboxLine words={letter.paragraphs[0] ?? letter.heading} />
        <Container style={{ maxWidth: 600, width: "100%" }}>
          <Section style={{ padding: "0 4px 12px" }}>
            <Masthead deskName={shared.desk.name} />
          </Section>
          <Section
            style={{
              padding: "24px 24px 28px",
              backgroundColor: colours.paper,
              border: `1px solid ${colours.rule}`,
              borderRadius: 4,
            }}
          >
            <Heading
              as="h1"
              style={{
                margin: "0 0 16px",
                fontSize: 24,
                lineHeight: "30px",
                fontWeight: 640,
              }}
            >
              {letter.heading}
            </Heading>
            {about && <PageHead page={about.page} mark={about.mark} />}
            <Text style={body}>Dear {shared.recipientName},</Text>
            {own?.opening && <Text style={body}>{own.opening}</Text>}
            {letter.paragraphs.map((paragraph) => (
              <Text key={paragraph} style={body}>
                {paragraph}
              </Text>
            ))}
            {letter.facts.length > 0 && <Facts facts={letter.facts} />}
            {letter.sections.map((section) => (
              <PageList key={section.heading} section={section} />
            ))}
            <Button
              href={shared.url}
              style={{
                marginTop: 8,
                padding: "13px 22px",
                backgroundColor: colours.petrol,
                borderRadius: 4,
                color: colours.paper,
                fontSize: 16,
                fontWeight: 600,
              }}
            >
              {letter.ask}
            </Button>
            {letter.note && (
              <Text style={{ ...small, margin: "16px 0 0" }}>
                {letter.note}
              </Text>
            )}
            {own?.closing && <Text style={after}>{own.closing}</Text>}
            {own?.signature && (
              <Text style={after}>
                {own.signature.split("\n").map((line, index) => (
                  <Fragment key={index}>
                    {index > 0 && <br />}
                    {line}
                  </Fragment>
                ))}
              </Text>
            )}
          </Section>
          <Section style={{ padding: "16px 4px 0" }}>
            <Text style={small}>
              {letter.why} {letter.stop}
            </Text>
            <Text style={small}>{replyWords(shared.desk)}</Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/**
 * What an inbox shows beside the subject. Not react-email's `Preview`, which
 * puts a second title into the body and pads it with unseen characters.
 */
function InboxLine({ words }: { words: string }) {
  return (
    <div aria-hidden="true" style={{ display: "none" }}>
      {words}
    </div>
  );
}

function Masthead({ deskName }: { deskName: string }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td style={{ paddingRight: 10 }}>
            <Band fill={bandFill.approved} height={10} width={44} />
          </td>
          <td style={{ fontSize: 15, lineHeight: "22px", fontWeight: 640 }}>
            {deskName}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
