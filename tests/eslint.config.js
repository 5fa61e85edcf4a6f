import { boundariesConfigs } from "./boundaries.js";
import { parseForESLint } from "./imports-parser.js";

/**
 * ESLint holds the table of rooms, and that alone: all other rules are
 * `.oxlintrc.json`'s, which knows the types of everything in an eighth of the
 * time.
 */
export default [
  {
    ignores: [
      "build/",
      "app/data/generated/",
      "coverage/",
      ".data/",
      "public/",
    ],
  },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    languageOptions: { parser: { parseForESLint } },
  },
  ...boundariesConfigs,
];
