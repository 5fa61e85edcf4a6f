import { tellEditorFailed } from "~/components/editor/editor-place";

/*
 * A screen with the editor (`handle = { editor: true }`) runs the editor and
 * nothing else: its frame is links and forms, and Remix would be a third of
 * the script that an author waits for. Every other screen is hydrated.
 */
if ("__remixContext" in window)
  void import("~/components/hydrate").then(({ hydrate }) => {
    hydrate();
  });
else
  import("~/components/editor/start-editor").then(
    ({ startEditor }) => {
      startEditor();
    },
    () => {
      tellEditorFailed();
    },
  );
