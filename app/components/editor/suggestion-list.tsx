import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { placeList } from "./place-list";
import { chooseLine } from "./suggest-plugin";
import { type LineSources, useSuggestionLines } from "./suggestion-lines";
import {
  suggestionId,
  suggestionList,
  type Suggestion,
  type Suggestions,
} from "./suggestions";

type Props = LineSources & { suggestions: Suggestions };

/**
 * The list under the cursor (WAI-ARIA listbox, steered from the text by
 * `aria-activedescendant`): arrows go round, Enter and Tab take a line, Esc
 * closes and leaves what was typed.
 */
export function SuggestionList(props: Props) {
  const { suggestions } = props;
  const suggestion = useSyncExternalStore(
    useCallback((listener) => suggestions.subscribe(listener), [suggestions]),
    () => suggestions.now,
    () => null,
  );
  return suggestion === null ? null : (
    <OpenList key={suggestion.kind} {...props} suggestion={suggestion} />
  );
}

const titles = {
  blocks: "Blocks",
  genes: "Genes",
  people: "Credited people",
  citation: "Source",
} as const;

function OpenList(props: Props & { suggestion: Suggestion }) {
  const { editor, suggestions, suggestion, genesUrl } = props;
  const { lines, isComing, none } = useSuggestionLines(props);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const current = Math.min(at, lines.length - 1);
  const { query } = suggestion;

  useEffect(() => setAt(0), [query]);
  useEffect(() => chooseLine(editor.view, current), [editor, current]);
  useEffect(() => {
    suggestions.takeKey = (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return false;
      const count = lines.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (count === 0) return false;
        const step = event.key === "ArrowDown" ? 1 : -1;
        setAt((current + step + count) % count);
        return true;
      }
      if (event.key !== "Enter" && event.key !== "Tab") return false;
      if (event.shiftKey) return false;
      const line = lines[current];
      line?.choose();
      // Enter pressed before the list has come makes no new paragraph.
      return line !== undefined || isComing;
    };
    return () => {
      suggestions.takeKey = null;
    };
  }, [suggestions, lines, current, isComing]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const put = () => placeList(element, editor, suggestion.from);
    put();
    window.addEventListener("scroll", put, true);
    window.addEventListener("resize", put);
    return () => {
      window.removeEventListener("scroll", put, true);
      window.removeEventListener("resize", put);
    };
  }, [editor, suggestion.from, lines.length]);
  useLayoutEffect(() => {
    document
      .getElementById(suggestionId(current))
      ?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const title = titles[suggestion.kind];
  return (
    <div
      ref={box}
      className="suggestions"
      data-kind={suggestion.kind}
      data-genes={genesUrl ? undefined : "none"}
      onMouseDown={(event) => event.preventDefault()}
    >
      {/* It scrolls, and who scrolls by key alone must be able to reach it. */}
      <ul
        id={suggestionList}
        role="listbox"
        aria-label={title}
        tabIndex={lines.length > 0 ? 0 : -1}
      >
        {lines.map((line, index) => (
          <li
            key={line.key}
            id={suggestionId(index)}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setAt(index)}
            onClick={line.choose}
          >
            {line.shown}
          </li>
        ))}
      </ul>
      {lines.length === 0 ? <p className="suggestions-none">{none}</p> : null}
      <p className="sr-only" role="status">
        {lines.length === 0
          ? none
          : `${title}: ${String(lines.length)}. Arrow keys choose, Enter takes, Escape closes.`}
      </p>
    </div>
  );
}
