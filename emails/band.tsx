import type { CSSProperties } from "react";
import { colours } from "./look";

type Props = { fill: CSSProperties; height: number; width?: number };

/** Widths of the bands in per cent: a page is a row of sections. */
const widths = [24, 14, 9, 31, 22];

/**
 * The section band as a plain table. It says nothing that the words beside it
 * do not, so that screen readers pass over it.
 */
export function Band({ fill, height, width }: Props) {
  return (
    <table
      aria-hidden="true"
      role="presentation"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      width={width ?? "100%"}
      style={{
        width: width ?? "100%",
        border: `1px solid ${colours.ink}`,
        borderRadius: height,
        borderCollapse: "separate",
        overflow: "hidden",
      }}
    >
      <tbody>
        <tr>
          {widths.map((share, index) => (
            <td
              key={index}
              height={height}
              style={{
                ...fill,
                width: `${share}%`,
                height,
                fontSize: 1,
                lineHeight: "1px",
                ...(index > 0 && { borderLeft: `1px solid ${edgeOf(fill)}` }),
              }}
            >
              &nbsp;
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Between ink bands a thin line of paper, between others a line of ink. */
function edgeOf(fill: CSSProperties): string {
  return fill.backgroundColor === colours.ink ? colours.paper : colours.ink;
}
