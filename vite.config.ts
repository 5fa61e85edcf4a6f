import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type UserConfig } from "vite";
import remixConfig from "./remix.config.js";

const here = (path: string) =>
  fileURLToPath(new URL(path, import.meta.url).href);

const resolve = { alias: { "~": here("./app"), emails: here("./emails") } };

/** The programs round Remix, each one file in `build/desk`. */
const programs = {
  server: "app/server/main.ts",
  worker: "app/jobs/worker.ts",
  cli: "app/cli/main.ts",
  demo: "prisma/demo/main.ts",
};

/** Comments inside packages, and routes that have no screen. */
const harmless = new Set(["INVALID_ANNOTATION", "EMPTY_BUNDLE"]);

const site: UserConfig = {
  resolve,
  plugins: [tailwindcss(), remix(remixConfig)],
  // Warnings of packages are for who builds with them, not for browsers.
  esbuild: { pure: ["console.warn"] },
  // Without the entries a cold start in development loads React twice.
  optimizeDeps: {
    entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"],
  },
  // Inlined files would be data: addresses, which the security policy forbids.
  build: {
    target: "es2022",
    // Who reads es2022 preloads modules; the rest only waits a little longer.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      onwarn(warning, warn) {
        if (!harmless.has(warning.code ?? "")) warn(warning);
      },
    },
  },
};

const desk: UserConfig = {
  resolve,
  publicDir: false,
  build: {
    target: "node20",
    ssr: true,
    outDir: "build/desk",
    emptyOutDir: true,
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(programs).map(([name, path]) => [name, here(path)]),
      ),
      output: { entryFileNames: "[name].js" },
    },
  },
};

export default defineConfig(({ mode }) => (mode === "desk" ? desk : site));
