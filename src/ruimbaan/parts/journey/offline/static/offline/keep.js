// SPDX-License-Identifier: EUPL-1.2
// Keeps the sheet fresh on a device where its owner turned that on, and throws it away elsewhere.
const CACHE = "ruimbaan-offline";
const SHEET = "/mijn/zonder-internet/blad"; // under this name, in whatever language it is
const WORKER = "/zonder-internet.js";
const SCOPES = ["/mijn", "/en/mijn"];
const OFTEN = 15 * 60 * 1000; // milliseconds between two looks at the file: each one is in its log
const page = document.querySelector("[data-offline]"); // where it is turned on and off
const can = "serviceWorker" in navigator && "caches" in self;

function say(name) {
  const told = page?.querySelector(`[data-offline-${name}]`);
  if (told) told.hidden = false;
}

function needed(html) {
  const sheet = new DOMParser().parseFromString(html, "text/html");
  const found = [...sheet.querySelectorAll("link[rel~=stylesheet], link[rel=icon], link[rel=preload], script[src], img[src]")];
  return [...new Set(found.map((one) => one.getAttribute("href") ?? one.getAttribute("src")))];
}

async function forget() {
  await caches.delete(CACHE);
  const ours = await navigator.serviceWorker.getRegistrations();
  await Promise.all(ours.map((one) => one.unregister()));
}

async function keep() {
  const before = await caches.match(SHEET);
  if (!page && before && Date.now() - Number(before.headers.get("Ruimbaan-Made")) < OFTEN) return;
  const where = document.documentElement.lang === "en" ? `/en${SHEET}` : SHEET;
  const answer = await fetch(where, { redirect: "error" });
  if (answer.status === 404) await forget(); // turned off from another device
  if (!answer.ok) return;
  const cache = await caches.open(CACHE);
  await cache.addAll(needed(await answer.clone().text()));
  await cache.put(SHEET, answer);
  await Promise.all(SCOPES.map((scope) => navigator.serviceWorker.register(WORKER, { scope })));
  say("kept");
}

if (!can) say("cannot");
else if (page?.dataset.offline === "off") forget();
else keep().catch(() => say("failed"));
