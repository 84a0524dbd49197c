// SPDX-License-Identifier: EUPL-1.2
// Two minutes before the session ends, says so and lets the reader stay without losing the page.
// Without this script the foot of the page says at what time it ends.
const banner = document.querySelector("[data-closing]");
const stay = banner.querySelector("[data-stay]");
const WARNING = 120; // seconds
let ends = 0; // milliseconds, on the clock of this browser
let timer;

function start(seconds) {
  ends = Date.now() + seconds * 1000;
  banner.hidden = true;
  look();
}

function look() {
  clearTimeout(timer);
  const left = (ends - Date.now()) / 1000;
  if (left <= 0) {
    location.replace(banner.dataset.ended); // what stood on the page is gone from the screen too
    return;
  }
  banner.hidden = left > WARNING;
  timer = setTimeout(look, 1000 * (left > WARNING ? left - WARNING : left));
}

stay.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch(stay.action, { method: "POST", body: new FormData(stay) }).catch(() => null);
  if (answer?.ok) start(Number(banner.dataset.closing));
  else stay.submit();
});

// a phone that slept runs no timers: look again as soon as somebody looks at the page
document.addEventListener("visibilitychange", look);
start(Number(banner.dataset.closing));
