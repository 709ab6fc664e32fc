// SPDX-License-Identifier: BSL-1.0
// The dialog that makes a link.
import { byId } from "./elements.js";
import { fragmentOf } from "./link.js";

/** request() gives {text, regions}; say shows a problem. */
export function createSharing(request, say) {
  const dialog = byId("sharing");
  const field = byId("link");

  byId("share").addEventListener("click", async () => {
    try {
      const { text, regions } = request();
      field.value = new URL(await fragmentOf(text, regions), location.href).href;
    } catch (error) {
      say(`There is no link: ${error.message}.`);
      return;
    }
    byId("copied").textContent = "";
    dialog.showModal();
    field.select();
  });

  byId("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      byId("copied").textContent = "Copied.";
    } catch {
      field.select();
      byId("copied").textContent = "This browser lets no page copy: the link is selected, copy it yourself.";
    }
  });

  // The link holds a secret: it does not stay in the page.
  dialog.addEventListener("close", () => (field.value = ""));
}
