// SPDX-License-Identifier: BSL-1.0
// Brings the parts of the page together.
import { MOST_TEXT, latestWins, startChecker } from "./checker.js";
import { createEditor } from "./editor.js";
import { byId } from "./elements.js";
import { createExamples } from "./examples.js";
import { readFragment } from "./link.js";
import { present } from "./presentation.js";
import { createRegions } from "./regions.js";
import { createSharing } from "./sharing.js";

/** Shows a problem of the page itself; an empty one takes it away. */
const say = (problem) => (byId("problem").textContent = problem);

async function start() {
  const checker = await startChecker();
  const editor = createEditor({
    parent: byId("editor"),
    label: "Request, JSON",
    describedBy: "keys",
    hint: "Paste a request, as aws securitylake create-custom-log-source takes it in --cli-input-json",
    nonce: byId("editor").dataset.nonce,
    onChange: () => changed(),
  });
  const regions = createRegions(checker.regions, () => changed());
  const request = () => ({ text: editor.text(MOST_TEXT), regions: regions.picked() });

  const check = latestWins(async () => {
    const version = editor.version();
    const asked = request();
    try {
      const found = await checker.run("check", asked);
      if (editor.version() !== version) return; // the next check is on its way
      present(found, asked.regions, editor, regions);
    } catch (error) {
      say(`The check failed: ${error.message}. Change the text, or reload the page.`);
    }
  });

  function changed() {
    byId("findings").setAttribute("aria-busy", "true");
    // A link in the address that is not what the page shows would be a trap.
    if (location.hash.includes("request=")) history.replaceState(null, "", location.pathname + location.search);
    say("");
    check();
  }

  function open({ text, regions: codes, source = "" }) {
    editor.replace(text);
    const unknown = regions.pick(codes);
    changed();
    byId("source").textContent = source;
    if (unknown.length) say(`Unknown here, and not picked: ${unknown.join(", ")}.`);
  }

  /** Opens the request of the link in the address; does something else where there is none, or it is damaged. */
  async function openLink(otherwise) {
    const { hash } = location;
    try {
      const shared = await readFragment(hash);
      if (!shared) return otherwise();
      open(shared);
      history.replaceState(null, "", hash);
    } catch (error) {
      otherwise();
      say(error.message);
    }
  }

  const openExample = ({ text, region, source }) =>
    open({ text, regions: [region], source: `From ${source}. To go back to what you had, undo in the editor.` });

  const first = createExamples(openExample);
  createSharing(request, say);
  byId("clear").addEventListener("click", () => {
    open({ text: "", regions: regions.picked() });
    editor.focus();
  });
  byId("fix-all").addEventListener("click", async () => {
    const version = editor.version();
    const { text } = await checker.run("mend", request());
    if (editor.version() === version && text !== editor.text(MOST_TEXT)) editor.replace(text);
  });
  addEventListener("hashchange", () => openLink(() => {}));
  byId("version").textContent = checker.version;
  await openLink(() => openExample(first));
  byId("workplace").hidden = false;
  byId("loading").hidden = true;
}

start().catch((error) => {
  byId("loading").textContent = `The check could not be started: ${error.message}. Reload the page to try again.`;
});
navigator.serviceWorker?.register("service_worker.js").catch(() => {}); // without one, the page is not there offline
