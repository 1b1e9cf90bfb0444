// The replay with script: the slider follows the hand, the picture follows the slider, and it plays. Every step is a page that the server draws: its
// address goes into the address bar, and what the page shows takes the place of what was shown. Without script the same links and forms do it.
const dials = [...document.querySelectorAll("[data-dial]")];
const said = document.querySelector("[data-said]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const pages = new Map();
let wanted = 0;
let timer = 0;
let playing = null;

const zone = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
const placesOf = dial => [...dial.querySelectorAll("[data-places] option")].map(option => (
  { value: option.getAttribute("value"), words: option.dataset.at ? zone.format(new Date(option.dataset.at)) : option.label }));

function address(name, value) {
  const url = new URL(location.href);
  for (const form of ["world", "knowledge"]) url.searchParams.delete(form);
  if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
  return url.pathname + url.search;
}

// A page is kept for as long as one looks at this one; the future of a replay is fetched while the present is looked at.
function load(url) {
  if (!pages.has(url)) {
    pages.set(url, fetch(url).then(answer => answer.ok ? answer.text() : Promise.reject(answer.status)));
    pages.get(url).catch(() => pages.delete(url));
    if (pages.size > 60) pages.delete(pages.keys().next().value);
  }
  return pages.get(url);
}

async function show(url) {
  const mine = ++wanted;
  let html;
  try { html = await load(url); } catch { location.assign(url); return; }
  // Somebody may have moved on meanwhile.
  if (mine !== wanted) return;
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of document.querySelectorAll("[data-follow]")) {
    const fresh = page.querySelector(`[data-follow="${part.dataset.follow}"]`);
    if (!fresh) continue;
    const holds = part.contains(document.activeElement) ? document.activeElement.getAttribute("rel") : null;
    const open = [...part.querySelectorAll("details")].map(details => details.open);
    part.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((details, i) => { details.open = open[i] ?? false; });
    if (holds) (fresh.querySelector(`a[rel=${holds}]`) ?? fresh.querySelector("a"))?.focus();
  }
  for (const control of ["header.site nav", ".viewpoints", "title"]) {
    const [old, fresh] = [document.querySelector(control), page.querySelector(control)];
    if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
  }
  for (const dial of dials) {
    const fresh = page.querySelector(`[data-dial="${dial.dataset.dial}"]`);
    if (!fresh) continue;
    dial.querySelector("[data-places]").replaceWith(fresh.querySelector("[data-places]"));
    const [slider, now] = [dial.querySelector("input[type=range]"), fresh.querySelector("input[type=range]")];
    slider.max = now.max;
    if (document.activeElement !== slider) slider.value = now.getAttribute("value");
    slider.setAttribute("aria-valuetext", placesOf(dial)[slider.value]?.words ?? now.getAttribute("aria-valuetext"));
    dial.querySelector(".here").replaceChildren(...fresh.querySelector(".here").childNodes);
  }
  history.replaceState(null, "", url);
  said.textContent = document.querySelector("[data-follow=seen]").dataset.says;
  document.dispatchEvent(new Event("drawn"));
}

function turn(dial, place) {
  const places = placesOf(dial);
  const here = places[Math.max(0, Math.min(places.length - 1, place))];
  const slider = dial.querySelector("input[type=range]");
  slider.value = place;
  slider.setAttribute("aria-valuetext", here.words);
  dial.querySelector(".here").textContent = here.words;
  return show(address(dial.dataset.dial, here.value));
}

function pause() {
  clearTimeout(timer);
  if (!playing) return;
  playing.querySelector("[data-label]").textContent = playing.dataset.play;
  playing.classList.remove("plays");
  playing = null;
}

async function step(dial, place) {
  if (place > Number(dial.querySelector("input[type=range]").max)) { pause(); return; }
  await turn(dial, place);
  if (playing !== dial) return;
  const after = placesOf(dial)[place + 1];
  if (after) load(address(dial.dataset.dial, after.value));
  // Whoever wants less to move is given longer to look.
  timer = setTimeout(() => step(dial, place + 1), calm.matches ? 3000 : 1200);
}

function play(dial) {
  pause();
  playing = dial;
  dial.classList.add("plays");
  dial.querySelector("[data-label]").textContent = dial.dataset.pause;
  const slider = dial.querySelector("input[type=range]");
  // From the end it begins anew.
  step(dial, slider.value === slider.max ? 0 : Number(slider.value) + 1);
}

for (const dial of dials) {
  const slider = dial.querySelector("input[type=range]");
  const toggle = dial.querySelector("[data-toggle]");
  toggle.hidden = false;
  dial.querySelector(".slide button").hidden = true;
  let settle = 0;
  slider.addEventListener("input", () => {
    pause();
    clearTimeout(settle);
    const place = Number(slider.value);
    const here = placesOf(dial)[place];
    slider.setAttribute("aria-valuetext", here.words);
    dial.querySelector(".here").textContent = here.words;
    settle = setTimeout(() => turn(dial, place), 90);
  });
  toggle.addEventListener("click", () => playing === dial ? pause() : play(dial));
  dial.querySelector(".slide").addEventListener("submit", event => { event.preventDefault(); turn(dial, Number(slider.value)); });
  dial.addEventListener("click", event => {
    const link = event.target.closest("a[rel]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    pause();
    show(link.getAttribute("href"));
  });
}
document.addEventListener("keydown", event => { if (event.key === "Escape") pause(); });
document.addEventListener("visibilitychange", () => { if (document.hidden) pause(); });
