// SPDX-License-Identifier: EUPL-1.2
// Without internet, shows the one sheet that its owner keeps on this device; with internet, nothing
// of this is used. It keeps nothing itself: that is done by keep.js, for who turned it on.
const CACHE = "ruimbaan-offline";
const SHEET = "/mijn/zonder-internet/blad";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function kept(request) {
  if (request.mode !== "navigate") return (await caches.match(request.url)) ?? Response.error();
  const sheet = await caches.match(SHEET);
  if (!sheet) return Response.error();
  if (Number(sheet.headers.get("Ruimbaan-Until")) > Date.now()) return sheet;
  await caches.delete(CACHE); // too old: it tells nothing any more, also when nobody asks
  return Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fetch(request).catch(() => kept(request)));
});
