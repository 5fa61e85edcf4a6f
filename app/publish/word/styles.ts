import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from "docx";
import {
  captionStyle,
  tableHeadingStyle,
  wordStyles,
} from "~/content/word-marks";

const ink = "13202B";
const petrol = "0B5563";
const quiet = "40505D";
const wash = "E2F0F2";

/** The id under which a document names a style: its name without spaces. */
export function styleId(name: string): string {
  return name.replaceAll(" ", "");
}

/** Styles of the paragraphs that say what follows, and of the page's status. */
export const labelStyle = "Block label";
export const statusStyle = "Page status";
export const continuedStyle = "List Continue";
export const quoteStyle = "Quote";
export const geneStyle = "Gene symbol";
export const referenceStyle = "Reference mark";

const box = { style: BorderStyle.SINGLE, size: 18, color: petrol, space: 8 };

function boxed(name: string): IParagraphStyleOptions {
  return {
    ...{ id: styleId(name), name, basedOn: "Normal", quickFormat: true },
    paragraph: {
      border: { left: box },
      indent: { left: 240 },
      spacing: { after: 100 },
    },
  };
}

function plain(
  name: string,
  more: Pick<IParagraphStyleOptions, "run" | "paragraph"> = {},
): IParagraphStyleOptions {
  return {
    ...{ id: styleId(name), name, basedOn: "Normal", quickFormat: true },
    ...more,
  };
}

/** How every kind of block looks in Word; each has a style that its name labels. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Calibri", size: 22, color: ink },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    title: {
      run: { size: 40, bold: true, color: ink },
      paragraph: { spacing: { after: 80 } },
    },
    heading2: {
      run: { size: 30, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { size: 25, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    hyperlink: { run: { color: petrol, underline: {} } },
  },
  paragraphStyles: [
    ...Object.values(wordStyles).map(boxed),
    plain(labelStyle, {
      run: { bold: true, size: 19, color: petrol },
      paragraph: {
        spacing: { before: 200, after: 60 },
        keepNext: true,
        border: { left: box },
        indent: { left: 240 },
      },
    }),
    plain(statusStyle, {
      run: { size: 19, color: quiet },
      paragraph: { spacing: { after: 60 } },
    }),
    plain(captionStyle, {
      run: { bold: true, size: 20, color: quiet },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    }),
    plain(tableHeadingStyle, { run: { bold: true } }),
    plain(quoteStyle, {
      run: { italics: true, color: quiet },
      paragraph: { indent: { left: 480 } },
    }),
    plain(continuedStyle, { paragraph: { indent: { left: 720 } } }),
    plain(`${continuedStyle} 2`, { paragraph: { indent: { left: 1440 } } }),
  ],
  characterStyles: [
    { id: styleId(geneStyle), name: geneStyle, run: { italics: true } },
    {
      id: styleId(referenceStyle),
      name: referenceStyle,
      run: { superScript: true, color: petrol },
    },
  ],
};

export const headerShading = { fill: wash };
export const bulletReference = "bullets";
const mostLevels = 9;

/** Lists: bullets, and numbers from each first number that the page uses. */
export function numbering(starts: ReadonlySet<number>): INumberingOptions {
  const levels = Array.from({ length: mostLevels }, (_, level) => level);
  const indent = (level: number) => ({
    paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } },
  });
  return {
    config: [
      {
        reference: bulletReference,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: ["•", "◦", "▪"][level % 3],
          alignment: AlignmentType.LEFT,
          style: indent(level),
        })),
      },
      ...[...starts].map((start) => ({
        reference: numberedReference(start),
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${String(level + 1)}.`,
          alignment: AlignmentType.LEFT,
          start: level === 0 ? start : 1,
          style: indent(level),
        })),
      })),
    ],
  };
}

export function numberedReference(start: number): string {
  return `numbers-${String(start)}`;
}
