import { fileURLToPath } from "node:url";
import tseslint from "typescript-eslint";
import { boundariesConfigs } from "./boundaries.js";

const root = fileURLToPath(new URL("..", import.meta.url).href);

export default tseslint.config(
  {
    ignores: [
      "build/",
      "app/data/generated/",
      "coverage/",
      ".data/",
      "public/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.strict,
  {
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-var": "error",
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/return-await": [
        "error",
        "error-handling-correctness-only",
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: [
      "app/cli/**",
      "app/start/**",
      "app/server/access-log.server.ts",
      "prisma/**",
      "tests/**",
    ],
    rules: { "no-console": "off" },
  },
  ...boundariesConfigs,
);
