import { paths } from "~/lib/paths";
import { suggestionCount } from "~/wording/suggestions";
import "./mode-switch.css";

type Props = {
  slug: string;
  mode: "editing" | "suggesting";
  mayWrite: boolean;
  /** How many suggestions wait for an answer. */
  suggestions?: number;
};

/** One switch between doing and proposing; who may not write can only propose. */
export function ModeSwitch(props: Props) {
  const { slug, mode, mayWrite, suggestions = 0 } = props;
  const modes = [
    {
      key: "editing",
      label: "Editing",
      href: paths.deskPageAct(slug, "write"),
      says: "Your changes go into the draft.",
    },
    {
      key: "suggesting",
      label: "Suggesting",
      href: paths.suggest(slug),
      says: "The draft stays as it is; your changes wait for an answer.",
    },
  ];
  const shown = mayWrite ? modes : modes.filter(({ key }) => key === mode);
  const current = modes.find(({ key }) => key === mode);
  return (
    <nav aria-label="Way of writing" className="mode-switch">
      {shown.map(({ key, label, href }) => (
        <a
          key={key}
          href={href}
          aria-current={key === mode ? "page" : undefined}
        >
          {label}
        </a>
      ))}
      <p>
        {current?.says}
        {suggestions > 0 && (
          <>
            {" "}
            <a href={paths.suggestions(slug)}>
              {suggestionCount(suggestions)} to answer
            </a>
          </>
        )}
      </p>
    </nav>
  );
}
