// SPDX-License-Identifier: EUPL-1.2
// Lees voor: the browser's own voice reads the page. Only a voice on this device: some browsers send the
// text to a company for their other voices. Without such a voice, or this script, there is no button.
const button = document.querySelector("[data-aloud]");
const BLOCKS = "h1, h2, h3, p, li, dt, dd, legend, label, summary, caption, th, td";
const SILENT = "[hidden], .rb-sr, .rb-no-aloud, .rb-crumbs, svg, button, input, select, textarea, nav:not(.rb-home-doors)";
const MARK = "data-aloud-now"; // what is being read now
const synth = window.speechSynthesis;
let queue = [];
let current = null;

const languageOf = (element) => element.closest("[lang]").lang.slice(0, 2);

function voiceFor(language) {
  return synth.getVoices().find((voice) => voice.localService && voice.lang.slice(0, 2) === language);
}

// the words of a block itself: what stands in a block inside it is read there
function words(element) {
  let found = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) found += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(BLOCKS) && !node.matches(SILENT)) found += ` ${words(node)} `;
  }
  return found.replace(/\s+/g, " ").trim();
}

function collect() {
  return [...document.querySelectorAll("main *")]
    .filter((element) => (element.matches(BLOCKS) || element.matches("a, b, strong, span")) && !element.closest(SILENT))
    .filter((element) => element.matches(BLOCKS) || !element.parentElement.closest(`main :is(${BLOCKS})`))
    .filter((element) => element.checkVisibility?.() ?? element.offsetParent)
    .map((element) => ({ element, text: words(element) }))
    .filter((one) => one.text);
}

function stop() {
  queue = [];
  synth.cancel();
  show(null);
}

function show(element) {
  current?.removeAttribute(MARK);
  current = element;
  current?.setAttribute(MARK, "");
  const label = element ? button.dataset.stop : button.dataset.start;
  button.querySelector("span").textContent = label;
}

// one block at a time: long texts are cut off by some browsers, and the reader sees where it is
function next() {
  const one = queue.shift();
  if (!one) return show(null);
  const voice = voiceFor(languageOf(one.element));
  if (!voice) return next(); // words in another language, and no voice for it
  const said = new SpeechSynthesisUtterance(one.text);
  said.voice = voice;
  said.lang = voice.lang;
  said.onend = () => current === one.element && next();
  said.onerror = () => current === one.element && stop();
  show(one.element);
  one.element.scrollIntoView({ block: "nearest" });
  synth.speak(said);
}

function offer() {
  button.hidden = !voiceFor(document.documentElement.lang.slice(0, 2));
}

if (synth && button) {
  button.addEventListener("click", () => {
    if (current) return stop();
    synth.cancel();
    queue = collect();
    next();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) stop();
  });
  // whoever leaves, by Snel weg too, is not heard any more
  addEventListener("pagehide", stop);
  synth.addEventListener?.("voiceschanged", offer); // the voices of some browsers come later
  offer();
}
