/**
 * Leaves links within a screen to the browser. Nothing here moves between
 * screens by script, so all that the router could make of a new fragment is to
 * forget what the last form was answered: pressing the link of an error would
 * take away the error. Called once, before the router listens.
 */
export function leaveLinksWithinToTheBrowser(): void {
  window.addEventListener("popstate", (event) => {
    event.stopImmediatePropagation();
  });
}
