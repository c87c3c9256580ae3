// The beamer follows: it asks how far the session is and swaps the picture. Without an answer the last one stays.
const EVERY = 350, PATIENCE = 5000, LAST = 700;
const sheet = document.querySelector("#sheet"), says = document.querySelector("#says");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const asked = new URLSearchParams({ casus: new URLSearchParams(location.search).get("casus") ?? "", na: "" });
let next = 0, running = null;

function layer(told) {
  const drawn = new DOMParser().parseFromString(told.svg, "image/svg+xml").documentElement;
  const made = document.createElement("div");
  made.className = `layer${told.dark ? " dark" : ""}${told.stopped ? " stopped" : ""}`;
  made.append(document.importNode(drawn, true));
  return made;
}

function swap(told) {
  const before = [...sheet.children], fresh = layer(told), cut = calm.matches || !before.length;
  if (!cut) fresh.classList.add("coming");
  sheet.append(fresh);
  document.documentElement.classList.toggle("dark", told.dark);
  if (says.textContent !== told.alt) says.textContent = told.alt;
  const leave = () => before.forEach((old) => old.remove());
  if (cut) return leave();
  fresh.getBoundingClientRect(); // only what was drawn once can fade
  fresh.classList.remove("coming");
  setTimeout(leave, LAST);
}

async function ask() {
  const answer = await fetch(`/beamer/beeld?${asked}`, { cache: "no-store", signal: running.signal });
  if (answer.status !== 200) return;
  const told = await answer.json();
  asked.set("na", told.stand);
  if (told.svg) swap(told);
}

async function follow() {
  clearTimeout(next);
  running?.abort();
  const mine = (running = new AbortController());
  const tooLong = setTimeout(() => mine.abort(), PATIENCE);
  try { await ask(); } catch { /* the server is away: the picture stays, and we ask again */ }
  clearTimeout(tooLong);
  if (running === mine) next = setTimeout(follow, EVERY);
}

async function stayAwake() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* the room sees to it */ }
}

function wake() {
  if (document.visibilityState !== "visible") return;
  stayAwake();
  follow();
}

document.addEventListener("visibilitychange", wake);
window.addEventListener("online", wake);
window.addEventListener("pageshow", wake);
wake();
