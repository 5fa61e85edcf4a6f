import { Section } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import type { PublicKnown } from "./public-known";

/** The blocks in whose place readers see a fixed sentence. */
export function WithheldSection({ known }: { known: PublicKnown }) {
  const { withheld, mayEdit, personId, slug } = known;
  if (withheld.length === 0) return null;
  const here = paths.deskPageAct(slug, "public");
  return (
    <Section title="Withheld blocks">
      <ul className="panel">
        {withheld.map((each) => (
          <li
            key={each.id}
            className="grid gap-1 border-t border-rule px-4 py-3 first:border-t-0"
          >
            <p className="font-bold">{each.label}</p>
            <p className="text-ink-2">
              {each.withheldBy}, {dayInWords(each.withheldOn)}: {each.reason}
            </p>
            {mayEdit &&
              (each.withheldById === personId ? (
                <p className="text-small text-ink-2">
                  A second editor gives it back, not the one who withheld it.
                </p>
              ) : (
                <p>
                  <a href={`${here}?act=return&about=${each.id}`}>
                    Give this block back
                  </a>
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
