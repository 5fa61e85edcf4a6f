import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Blockers } from "~/components/blockers";
import { CheckboxGroup } from "~/components/choice-fields";
import { ErrorSummary } from "~/components/error-summary";
import { SectionBand } from "~/components/section-band";
import { StaffFrame } from "~/components/staff-frame";
import { TextField } from "~/components/text-field";
import { wordBlocker } from "~/wording/blockers";

test("a refused field keeps what was typed and is tied to its sentence", () => {
  const html = renderToStaticMarkup(
    <TextField
      name="title"
      label="Title"
      hint="Gene first."
      error="Too long."
      value="ROS1 & more"
    />,
  );
  expect(html).toContain('value="ROS1 &amp; more"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain(
    'aria-describedby="field-title-hint field-title-error"',
  );
  expect(html).toMatch(/id="field-title-error"[^>]*>.*Too long\./);
});

test("the error summary leads to fields that exist", () => {
  const html = renderToStaticMarkup(
    <>
      <ErrorSummary errors={[{ name: "places", sentence: "Choose one." }]} />
      <CheckboxGroup name="places" label="Places" options={[]} />
    </>,
  );
  expect(html).toContain('href="#field-places"');
  expect(html).toContain('id="field-places"');
});

test("the error summary says nothing when nothing is wrong", () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe("");
});

test("every blocker is shown with its sentence and who can clear it", () => {
  const blockers = [
    wordBlocker({ code: "comments_open", detail: { count: 3 } }),
    wordBlocker({
      code: "approvals_missing",
      detail: { expertise: "clinician" },
    }),
  ];
  const html = renderToStaticMarkup(<Blockers blockers={blockers} />);
  expect(html).toContain("2 reasons");
  for (const { sentence, who } of blockers) {
    expect(html).toContain(sentence);
    expect(html).toContain(who);
  }
});

test("the screen frame works without script and without inline style", () => {
  const html = renderToStaticMarkup(
    <StaffFrame
      nav={[{ label: "Desk", href: "/desk", count: 2, isCurrent: true }]}
      person={{ name: "Dr Maya Lind" }}
      signOutAction="/sign-out"
      sample={{
        action: "/sample",
        views: [{ value: "editor", label: "Editor" }],
      }}
      banners={[{ tone: "stop", sentence: "No reminder went out." }]}
    >
      <SectionBand bands={[{ label: "A", length: 3, state: "review" }]} />
    </StaffFrame>,
  );
  expect(html).not.toMatch(/\sstyle=|<script|\son[a-z]+=/);
  expect(html).toContain('aria-current="page"');
  expect(html).toContain('id="content"');
});

test("two bars on one screen never share a pattern", () => {
  const bands = [{ label: "A", length: 3, state: "review" as const }];
  const html = renderToStaticMarkup(
    <>
      <SectionBand bands={bands} />
      <SectionBand bands={bands} />
    </>,
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
});
