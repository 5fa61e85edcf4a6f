/**
 * Types and lint from one program: both need the types of every file, and
 * working them out is most of what either does. `npm run types` and
 * `npm run lint` do the same by themselves. Exit 1 when anything is wrong.
 */
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url).href);

const program = readProgram();
const faults = ts.getPreEmitDiagnostics(program);
if (faults.length > 0) {
  const host = ts.createCompilerHost(program.getCompilerOptions());
  process.stdout.write(ts.formatDiagnostics(faults, host));
}

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: `${root}tests/eslint.config.js`,
  overrideConfig: {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: { projectService: false, programs: [program] },
    },
  },
});
const results = await eslint.lintFiles(["."]);
const formatter = await eslint.loadFormatter("stylish");
process.stdout.write(await formatter.format(results));

const isWrong = results.some(
  ({ errorCount, warningCount }) => errorCount + warningCount > 0,
);
console.log(
  `types: ${program.getRootFileNames().length} files, ${faults.length} faults; lint: ${results.length} files`,
);
process.exit(faults.length > 0 || isWrong ? 1 : 0);

/** The program of tsconfig.json, read whole: nothing is kept for the next run. */
function readProgram() {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    { incremental: false, tsBuildInfoFile: undefined },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw new Error(
          ts.flattenDiagnosticMessageText(fault.messageText, "\n"),
        );
      },
    },
  );
  if (!config) throw new Error("tsconfig.json cannot be read");
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
}
