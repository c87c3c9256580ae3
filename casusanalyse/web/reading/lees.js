// Saves what a reader chooses and types, piece by piece, and follows the last day. Without this script every form works too.
const PAUSE = 800, LONGEST = 2000, AGAIN = 3000, PATIENCE = 8000, FARTHEST = 2 ** 31 - 1;
const TOKEN = /^[\w-]{43}$/;
const form = document.querySelector("#reactions"), live = document.querySelector("#live");
const waiting = new Map(), chosen = new Map(); // piece: since when it waits; piece: what is chosen
let timer = 0, saving = Promise.resolve(true), stopped = false;

// The link holds its token behind the #: it leaves the address at once and is exchanged for a cookie.
function come() {
  const token = location.hash.slice(1);
  if (!TOKEN.test(token)) return;
  history.replaceState(null, "", location.pathname);
  const made = document.createElement("form"), field = document.createElement("input");
  made.method = "post";
  made.action = "/lees/open";
  field.type = "hidden";
  field.name = "link";
  field.value = token;
  made.append(field);
  document.body.append(made);
  made.submit();
}

const piece = (name) => form.querySelector(`[data-stuk="${CSS.escape(name)}"]`);
const radios = (box) => [...box.querySelectorAll("input[type=radio]")];
const choice = (box) => radios(box).find((one) => one.checked)?.value ?? "";
const says = (name, words) => { piece(name).querySelector(".saved").textContent = words; };

function fields(names) {
  const body = new URLSearchParams();
  for (const name of names) {
    const box = piece(name);
    body.set(`keuze-${name}`, choice(box));
    body.set(`woorden-${name}`, box.querySelector("textarea").value);
  }
  return body;
}

async function post(body) {
  const answer = await fetch(form.action, {
    method: "POST",
    body,
    cache: "no-store",
    headers: { accept: "application/json" },
    keepalive: document.visibilityState === "hidden",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (![200, 403, 409].includes(answer.status)) throw new Error("no answer");
  return answer.json();
}

function show(told) {
  if (told.gone) {
    stop(told.gone);
    live.textContent = told.gone;
    return;
  }
  for (const [name, words] of Object.entries({ ...told.saved, ...told.trouble })) {
    if (!waiting.has(name)) says(name, words);
    piece(name).querySelector("textarea").toggleAttribute("aria-invalid", name in told.trouble);
  }
  swapBar(told.bar);
  if (told.closed) stop();
  live.textContent = [...Object.values(told.trouble), ...Object.values(told.saved), document.querySelector("#bar-says").innerText][0];
}

function swapBar(html) {
  const bar = document.querySelector("#bar"), hadFocus = bar.contains(document.activeElement);
  const made = new DOMParser().parseFromString(html, "text/html").body;
  bar.replaceChildren(...made.childNodes);
  if (hadFocus) document.querySelector("#bar-says").focus({ preventScroll: true });
}

// The last day is over, or the link works no longer: the words stay on the screen.
function stop(words) {
  stopped = true;
  waiting.clear();
  form.classList.add("closed");
  for (const one of form.querySelectorAll("input[type=radio]")) one.disabled = true;
  for (const one of form.querySelectorAll("textarea")) one.readOnly = true;
  if (words) document.querySelector("#bar-says").textContent = words;
  document.querySelector("#bar .does")?.replaceChildren();
}

function later(name) {
  if (stopped) return;
  waiting.set(name, waiting.get(name) ?? Date.now());
  says(name, "");
  const first = Math.min(...waiting.values());
  wait(Math.max(0, Math.min(PAUSE, first + LONGEST - Date.now())));
}

function wait(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() {
  saving = saving.then(saveNow);
  return saving;
}

async function saveNow() {
  const names = [...waiting.keys()];
  if (!names.length) return true;
  const body = fields(names);
  waiting.clear();
  try {
    show(await post(body));
    return true;
  } catch {
    for (const name of names) {
      if (!waiting.has(name)) waiting.set(name, Date.now());
      says(name, form.dataset.offline);
    }
    live.textContent = form.dataset.offline;
    wait(AGAIN);
    return false;
  }
}

async function act(does) {
  try {
    if (!(await save())) throw new Error("not saved");
    if (stopped) return;
    show(await post(new URLSearchParams({ doe: does })));
    document.querySelector("#bar-says").focus({ preventScroll: true });
  } catch {
    document.querySelector("#bar-says").textContent = form.dataset.offlineSend;
    live.textContent = form.dataset.offlineSend;
  }
}

function wipe(box) {
  for (const one of radios(box)) one.checked = false;
  radios(box)[0].focus();
  chosen.set(box.dataset.stuk, "");
  later(box.dataset.stuk);
}

function submitted(event) {
  event.preventDefault();
  if (event.submitter?.name === "wis") wipe(piece(event.submitter.value));
  else act(event.submitter?.value ?? "bewaar");
}

function clicked(event) {
  const box = event.target.closest("[data-stuk]");
  if (!box || event.target.type !== "radio" || stopped) return;
  if (chosen.get(box.dataset.stuk) === event.target.value) wipe(box); // a second time takes it back
}

function typed(event) {
  const box = event.target.closest("[data-stuk]");
  if (!box) return;
  chosen.set(box.dataset.stuk, choice(box));
  later(box.dataset.stuk);
}

function begin() {
  document.documentElement.classList.add("alive");
  for (const box of form.querySelectorAll("[data-stuk]")) chosen.set(box.dataset.stuk, choice(box));
  form.addEventListener("submit", submitted);
  form.addEventListener("click", clicked);
  form.addEventListener("input", typed);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  addEventListener("online", save);
  addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
  const left = form.dataset.left * 1000 + 1000;
  if (left < FARTHEST) setTimeout(() => act("bewaar"), left);
}

addEventListener("hashchange", come);
come();
if (form) begin();
