import type { ReactNode } from "react";

export type EditorIcon = () => ReactNode;

/*
 * The few signs that the editor shows before anything else has come, drawn in
 * the manner of lucide's: 16 pixels, a stroke of 1.75, round ends. A package
 * of icons would be more script than the toolbar itself.
 */
function drawn(path: string): EditorIcon {
  return function Icon() {
    return (
      <svg
        width={16}
        height={16}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    );
  };
}

export const BoldIcon = drawn(
  "M4.5 8h5a2.5 2.5 0 0 0 0-5h-5v10h5.5a2.5 2.5 0 0 0 0-5",
);
export const ItalicIcon = drawn("M12 3H7M9 13H4M9.5 3l-3 10");
export const ListIcon = drawn("M6 4h8M6 8h8M6 12h8M2.5 4v0M2.5 8v0M2.5 12v0");
export const NumbersIcon = drawn(
  "M7 4h7M7 8h7M7 12h7M2 3.5 3.5 2.5v4M2 10c0-1.4 2-1.4 2 0 0 1-2 1.7-2 3h2",
);
export const LinkIcon = drawn(
  "M6.5 9.500l3-3M7.5 4.500l1.2-1.200a2.8 2.8 0 0 1 4 4L11.5 8.500M8.5 11.500l-1.2 1.200a2.8 2.8 0 0 1-4-4L4.5 7.5",
);
export const TableIcon = drawn(
  "M2.5 2.500h11v11h-11zM2.5 6.500h11M2.5 10h11M8 2.500v11",
);
export const UndoIcon = drawn("M5.5 3 2.5 6l3 3M2.5 6h7a3.5 3.5 0 0 1 0 7H7");
export const RedoIcon = drawn("M10.5 3l3 3-3 3M13.5 6h-7a3.5 3.5 0 0 0 0 7H9");
export const DownIcon = drawn("M4.5 6.5 8 10l3.5-3.5");
export const CloseIcon = drawn("M4 4l8 8M12 4l-8 8");
