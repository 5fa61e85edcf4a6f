import { pageKindLabels } from "~/wording/labels";
import { Band } from "./band";
import type { Fact, LetterSection, Mark, PageRef } from "./letter";
import { markWords } from "./letter-words";
import { bandFill, colours, fonts, markLook } from "./look";

/** What the mail is about: the page, its band, its state. */
export function PageHead({ page, mark }: { page: PageRef; mark: Mark }) {
  return (
    <div
      style={{
        margin: "0 0 20px",
        padding: "14px 0 16px",
        borderTop: `1px solid ${colours.rule}`,
        borderBottom: `1px solid ${colours.rule}`,
      }}
    >
      <PageName page={page} size={20} />
      <div style={{ padding: "10px 0 8px" }}>
        <Band fill={bandFill[mark]} height={12} />
      </div>
      <MarkWord mark={mark} word={markWords[mark]} />
    </div>
  );
}

/** What is to be known at a glance, as a table of names and values. */
export function Facts({ facts }: { facts: Fact[] }) {
  const cell = {
    padding: "7px 0",
    borderTop: `1px solid ${colours.rule}`,
    fontSize: 15,
    lineHeight: "22px",
    textAlign: "left",
    verticalAlign: "top",
  } as const;
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: "0 0 20px", borderBottom: `1px solid ${colours.rule}` }}
    >
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th
              scope="row"
              style={{
                ...cell,
                width: "38%",
                paddingRight: 12,
                fontWeight: 400,
                color: colours.ink2,
              }}
            >
              {label}
            </th>
            <td style={{ ...cell, wordBreak: "break-word" }}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The pages of one state in a digest. */
export function PageList({ section }: { section: LetterSection }) {
  return (
    <div style={{ margin: "0 0 20px" }}>
      <h2 style={{ margin: "0 0 6px", fontSize: 16, lineHeight: "22px" }}>
        <MarkWord mark={section.mark} word={section.heading} />
      </h2>
      {section.items.map(({ page, lines }) => (
        <div
          key={`${page.title}${lines[0]}`}
          style={{ padding: "12px 0", borderTop: `1px solid ${colours.rule}` }}
        >
          <PageName page={page} size={18} />
          {lines.map((line) => (
            <p
              key={line}
              style={{ margin: "4px 0 0", fontSize: 15, lineHeight: "22px" }}
            >
              {line}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Gene symbols are italic, as HGNC has them; the title is upright. */
function PageName({ page, size }: { page: PageRef; size: number }) {
  return (
    <p
      style={{
        margin: 0,
        fontFamily: fonts.text,
        fontSize: size,
        lineHeight: `${size + 8}px`,
      }}
    >
      {page.gene && (
        <>
          <em style={{ fontWeight: 600 }}>{page.gene}</em> ·{" "}
        </>
      )}
      {page.title}{" "}
      <span
        style={{
          fontFamily: fonts.interface,
          fontSize: 13,
          color: colours.ink2,
          whiteSpace: "nowrap",
        }}
      >
        ({pageKindLabels[page.kind]})
      </span>
    </p>
  );
}

function MarkWord({ mark, word }: { mark: Mark; word: string }) {
  const { shape, colour } = markLook[mark];
  return (
    <span
      style={{
        color: colour,
        fontSize: 15,
        lineHeight: "22px",
        fontWeight: 600,
      }}
    >
      <span aria-hidden="true">{shape}&nbsp;</span>
      {word}
    </span>
  );
}
