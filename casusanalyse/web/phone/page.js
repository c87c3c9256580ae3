// A phone follows what the chair asks: it looks whether something else is asked, and swaps the page. Without this script
// every form works too.
const EVERY = 2500, PATIENCE = 8000, TYPING = 20000;
const main = () => document.querySelector("main"), offline = document.querySelector("#offline");
let next = 0, sending = false, typedAt = 0;

const fetched = (path, more = {}) =>
  fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...more });

function swap(html) {
  const made = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  if (!made) return;
  main().replaceWith(document.adoptNode(made));
  typedAt = 0;
  count();
  scrollTo(0, 0);
  (main().querySelector("[aria-invalid]") ?? main().querySelector("h1"))?.focus();
}

async function load(path, more) {
  const answer = await fetched(path, more);
  if (!answer.ok) throw new Error("no page");
  swap(await answer.text());
}

async function tried(work) {
  try {
    await work();
    offline.hidden = true;
  } catch { offline.hidden = false; }
}

async function sent(path, more) {
  if (sending) return;
  sending = true;
  await tried(() => load(path, more));
  sending = false;
}

function count() {
  const left = document.querySelector("#left"), box = document.querySelector("#words");
  if (!left || !box) return;
  const number = box.maxLength - box.value.length;
  left.textContent = number === 1 ? left.dataset.one : left.dataset.left.replace("#", number);
  left.hidden = false;
}

async function look() {
  const { stand } = await (await fetched("/telefoon/stand")).json();
  const isBusy = sending || Date.now() - typedAt < TYPING;
  if (stand !== main().dataset.stand && !isBusy) await load("/telefoon");
}

async function follow() {
  clearTimeout(next);
  if (!sending && document.visibilityState === "visible") await tried(look);
  next = setTimeout(follow, EVERY);
}

function send(event) {
  const form = event.target;
  event.preventDefault();
  sent(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
}

function open(event) {
  const link = event.target.closest?.("main a[href]");
  if (!link) return;
  event.preventDefault();
  sent(link.href);
}

function join() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  history.replaceState(null, "", location.pathname); // the code does not stay in the address
  return sent("/telefoon/mee", { method: "POST", body: new URLSearchParams({ code }) });
}

document.addEventListener("submit", send);
document.addEventListener("click", open);
document.addEventListener("input", () => { typedAt = Date.now(); count(); });
document.addEventListener("visibilitychange", follow);
addEventListener("hashchange", join);
addEventListener("online", follow);
count();
await join();
follow();
