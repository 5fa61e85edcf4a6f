import type { Refusal } from "./refusal";

/** Refusals about a file that was sent: what it is, and how large. */
export const refusalsFiles = {
  file_unreadable: {
    status: 422,
    sentence: "This file could not be read as text, HTML, Word or Markdown.",
  },
  file_too_large: {
    status: 422,
    sentence: "This file is larger than 10 MB.",
  },
  file_empty: { status: 422, sentence: "There is no text in this file." },
  image_missing: { status: 422, sentence: "Choose an image first." },
  image_wrong_type: {
    status: 422,
    sentence:
      "This file is not a PNG, JPEG or WebP image. Save a drawing (SVG, PDF) as PNG first.",
  },
  image_unreadable: {
    status: 422,
    sentence:
      "This image is damaged, or is not what its beginning says. Open it in an image program, save it anew and try again.",
  },
  image_too_large: {
    status: 422,
    sentence: "This image is larger than 10 MB.",
  },
  image_too_many_pixels: {
    status: 422,
    sentence:
      "This image has more than 50 megapixels. Make it smaller: 2,400 pixels across are enough for a page.",
  },
  figure_missing: {
    status: 422,
    sentence:
      "A figure in this text has no image that the desk holds, so nobody could look at it before signing. Add its image again, or take the figure out.",
  },
} as const satisfies Record<string, Refusal>;
