// SPDX-License-Identifier: BSL-1.0
// Keeps the site for when there is no network. site_files.js, made with the site, has the names of its files and a
// digest of their contents, so that another site is another cache.
importScripts("site_files.js");

const PREFIX = `lakeproof ${registration.scope} `; // another site of this origin has its own
const CACHE = PREFIX + self.siteFiles.digest;

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(self.siteFiles.names.map((name) => new Request(name, { cache: "no-cache" })));
  await skipWaiting();
}

async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request) {
  const { href } = new URL(request.url);
  const address = href.replace(/[?#].*/, "").replace(/\/$/, "/index.html");
  return (await (await caches.open(CACHE)).match(address)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(removeOthers()));
addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
