// SPDX-License-Identifier: EUPL-1.2
// Snel weg: one click, or Shift three times. Without this script the link does the same, less thoroughly.
const link = document.querySelector("[data-exit]");
const WITHIN = 5000; // milliseconds
let presses = [];

function leave() {
  document.body.hidden = true;
  document.title = "";
  // what an own device keeps for when there is no internet: without internet nobody else throws it away
  if ("caches" in self) caches.keys().then((names) => names.forEach((name) => caches.delete(name)));
  location.replace(link.href); // this page leaves the history, so "back" does not return to it
}

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift") {
    presses = []; // someone is typing capitals
    return;
  }
  presses = presses.filter((moment) => event.timeStamp - moment < WITHIN);
  if (presses.push(event.timeStamp) === 3) leave();
});
