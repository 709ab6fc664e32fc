// SPDX-License-Identifier: BSL-1.0
// A link that holds the request in its fragment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { openPage, paste, settled, shownText, withPage } from "./browser.mjs";
import { SECRET, longRequest, request } from "./requests.mjs";

async function linkOf(page) {
  await page.getByRole("button", { name: "Share a link" }).click();
  const field = page.getByLabel("Link", { exact: true });
  await field.waitFor(); // the link is made before the dialog opens
  const link = await field.inputValue();
  await page.getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => document.getElementById("link").value === ""); // it holds a secret
  return link;
}

const picked = (page) => page.locator("#region-list input:checked").evaluateAll((all) => all.map((box) => box.value));

test("a link brings text and Regions to another browser, and to no server", withPage(async ({ page, context }) => {
  const text = request({ sourceVersion: "1.0 \u00fc \u{1f30a}" });
  await paste(page, text);
  await page.getByLabel("eu-west-1").check();
  await settled(page);
  const link = new URL(await linkOf(page));
  assert.equal(new URL(page.url()).hash, "", "the address, which goes to the history, holds nothing");

  const other = await openPage({ fragment: link.hash });
  try {
    await settled(other.page);
    assert.equal(await shownText(other.page), text);
    assert.deepEqual(await picked(other.page), ["eu-west-1", "us-east-1"]);
    assert.equal(new URL(other.page.url()).hash, link.hash, "a reload has it again");
    const sent = JSON.stringify(other.site.requests);
    assert.ok(!sent.includes("#") && !sent.includes("request=") && !sent.includes(SECRET));
    await other.page.locator(".cm-content").focus();
    await other.page.keyboard.type(" ");
    await settled(other.page);
    assert.equal(new URL(other.page.url()).hash, "", "the address is no other request's than the editor's");
  } finally {
    await other.close();
  }

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Share a link" }).click();
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link.href);
}));

test("a link that is opened where the page is already", withPage(async ({ page }) => {
  await paste(page, request({ sourceName: "first" }));
  const link = await linkOf(page);
  await paste(page, request({ sourceName: "second" }));
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await page.locator(".cm-content", { hasText: "first" }).waitFor();
}));

test("a damaged link says so", async () => {
  const bomb = deflateRawSync("x".repeat(2 * 1024 * 1024)).toString("base64url");
  for (const fragment of ["#request=", "#request=%%%", "#request=q1Y", "#request=AAAA", "#regions=x&request=_w", `#request=${bomb}`]) {
    const opened = await openPage({ fragment });
    try {
      await opened.page.locator("#problem", { hasText: /The request in the link cannot be read .*copy the link again/ }).waitFor();
      assert.deepEqual(opened.problems, [], fragment);
    } finally {
      await opened.close();
    }
  }
});

test("what is too long for a link, and Regions that nobody knows", withPage(async ({ page }) => {
  await paste(page, request());
  const link = new URL(await linkOf(page));
  await page.evaluate((hash) => (location.hash = hash), link.hash.replace("us-east-1", "us-east-1,us-moon-1"));
  await page.getByText("Unknown here, and not picked: us-moon-1.").waitFor();
  assert.deepEqual(await picked(page), ["us-east-1"]);
  await paste(page, longRequest(1024 * 1024 + 100));
  await page.getByRole("button", { name: "Share a link" }).click();
  await page.getByText("There is no link: the text is longer than 1 MiB.").waitFor();
}));
