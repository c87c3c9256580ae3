// Autosaving fields. What is typed goes to the tab's own memory at once, to the server after a short pause and at the
// latest after two seconds, and is sent again until the server says it has it. Typed text is never replaced.
const PAUSE = 700, LONGEST = 2000, AGAIN = 3000, SLOW = 2000, MOST_TRIED = 20;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const drawing = (markup) => { const box = document.createElement("span"); box.innerHTML = markup; return box.firstElementChild; };
const STAR = '<svg viewBox="0 0 24 24" aria-hidden="true"><path class="fill" d="M12 2.8l2.8 6 6.4.8-4.7 4.5 1.2 6.5L12 17.4l-5.7 3.2 1.2-6.5L2.8 9.6l6.4-.8z" fill="#fff" stroke="#5e3d06" stroke-width="1.6"/></svg>';

const BOX = '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3.5" y="3.5" width="17" height="17" rx="4" fill="#fff" stroke="#7c8187" stroke-width="1.6"/><path class="tick" d="M7.5 12.5l3.2 3.2 6-7" fill="none" stroke="#0f5c5c" stroke-width="2.6"/></svg>';

// ---- the memory of the tab: text of a family does not stay behind on a shared laptop
const memory = {
  read: (id) => { try { return JSON.parse(sessionStorage.getItem(id)); } catch { return null; } },
  write: (id, value) => { try { sessionStorage.setItem(id, JSON.stringify(value)); } catch { /* full: the server copy remains */ } },
  forget: (id) => sessionStorage.removeItem(id),
};

// ---- one kind of control each: (field, changed) gives {node, get, set, focusNode}
const written = (name) => (field, changed) => {
  const node = make(name, { class: "in", rows: field.rows ?? null, placeholder: field.placeholder ?? null, spellcheck: "true", autocomplete: "off", maxlength: 20000 });
  if (name === "input") node.type = "text";
  node.addEventListener("input", () => changed(false));
  node.addEventListener("blur", () => changed(true));
  return { node, focus: node, get: () => node.value, set: (value) => { if (node.value !== (value ?? "")) node.value = value ?? ""; } };
};
const choice = (field, changed) => {
  const node = make("select", { class: "in" }, ...field.options.map(([value, word]) => make("option", { value, text: word })));
  node.addEventListener("change", () => changed(true));
  return { node, focus: node, get: () => node.value, set: (value) => { node.value = value ?? ""; } };
};
// A choice between numbers: an option of a list is always text, so it is turned back.
const number = (field, changed) => {
  const one = choice(field, changed);
  return { ...one, get: () => Number(one.node.value), set: (value) => { one.node.value = String(value); } };
};
const scale = (field, changed) => {
  let now = null;
  const stops = field.options.map(([value, word]) => make("button", { type: "button", role: "radio", "aria-label": word, title: word, onclick: () => press(value) }));
  const show = () => stops.forEach((stop, at) => {
    stop.setAttribute("aria-checked", String(field.options[at][0] === now));
    stop.tabIndex = field.options[at][0] === now || (now === null && at === 0) ? 0 : -1;
  });
  const press = (value) => { now = now === value ? null : value; show(); changed(true); };
  const group = make("div", { class: "stops", role: "radiogroup", "aria-label": field.label }, ...stops);
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(stops.length - 1, stops.indexOf(event.target) + step));
    now = field.options[at][0]; show(); stops[at].focus(); changed(true);
  });
  const node = make("div", { class: "scale" }, make("span", { text: field.ends[0] }), group, make("span", { text: field.ends[1] }));
  return { node, focus: stops[0], get: () => now, set: (value) => { now = value ?? null; show(); } };
};
// Many words to choose from: only the chosen ones show until somebody wants to choose.
const many = (field, changed) => {
  let now = [], open = false;
  const chips = field.options.map(([value, word]) => make("button", { type: "button", text: word, onclick: () => { now = now.includes(value) ? now.filter((one) => one !== value) : [...now, value]; show(); changed(true); } }));
  const more = make("button", { type: "button", class: "more", "aria-expanded": "false", onclick: () => { open = !open; show(); } });
  const show = () => {
    chips.forEach((chip, at) => { const on = now.includes(field.options[at][0]); chip.setAttribute("aria-pressed", String(on)); chip.hidden = !on && !open; });
    more.textContent = open ? field.choosing.close : field.choosing.open; more.setAttribute("aria-expanded", String(open));
  };
  const node = make("div", { class: "chips", role: "group", "aria-label": field.label }, ...chips, more);
  return { node, focus: more, get: () => now, set: (value) => { now = value ?? []; show(); } };
};
const toggle = (picture) => (field, changed) => {
  const node = make("button", { type: "button", class: "toggle" }, drawing(picture), make("span", { text: field.label }));
  const get = () => node.getAttribute("aria-pressed") === "true";
  const set = (value) => node.setAttribute("aria-pressed", String(Boolean(value)));
  node.addEventListener("click", () => { set(!get()); changed(true); });
  return { node, focus: node, get, set };
};
const KINDS = { line: written("input"), area: written("textarea"), date: written("input"), choice, number, scale, many, star: toggle(STAR), check: toggle(BOX) };

class Sheet {
  constructor(root) {
    this.root = root; this.fields = new Map(); this.blocks = new Map(); this.sent = 0; this.press = null;
    this.list = make("div", { class: "blocks" }); this.status = make("p", { class: "saved status", role: "status" });
    root.append(this.list, this.status);
    this.leaving = () => { if (document.visibilityState === "hidden") this.send(); };
    document.addEventListener("visibilitychange", this.leaving);
    window.addEventListener("pagehide", this.leaving);
  }
  stop() {
    this.send(); clearTimeout(this.pause); clearTimeout(this.again);
    document.removeEventListener("visibilitychange", this.leaving);
    window.removeEventListener("pagehide", this.leaving);
  }
  // -- what came from the server
  update(data, tell) {
    this.data = data; this.tell = tell; this.words = data.words;
    this.root.className = `root ca sheet ${data.look ?? ""}`;
    const keep = new Set();
    data.blocks.forEach((block, at) => { keep.add(block.key); this.block(block, at); });
    for (const [key, one] of this.blocks) if (!keep.has(key)) { one.node.remove(); this.blocks.delete(key); }
    for (const [id, one] of this.fields) if (!one.node.isConnected) this.fields.delete(id);
    if (data.acked >= this.sent) this.settle();
    this.say();
  }
  block(block, at) {
    let one = this.blocks.get(block.key);
    if (!one) {
      one = { head: make("div", { class: "head" }), grid: make("div", { class: "fields" }) };
      one.node = make("section", {}, one.head, one.grid);
      this.blocks.set(block.key, one);
    }
    one.node.className = `block ${block.look ?? ""}`;
    one.grid.style.setProperty("--columns", block.columns ?? 1);
    const shape = JSON.stringify([block.title, block.meta, block.actions, block.lines]);
    if (one.shape !== shape) { one.shape = shape; this.head(one.head, block); }
    if (this.list.children[at] !== one.node) this.list.insertBefore(one.node, this.list.children[at] ?? null);
    const wanted = block.fields.map((field) => this.field(field, block).node);
    [...one.grid.children].forEach((child) => { if (!wanted.includes(child)) child.remove(); });
    wanted.forEach((node, place) => { if (one.grid.children[place] !== node) one.grid.insertBefore(node, one.grid.children[place] ?? null); });
  }
  head(node, block) {
    const parts = [];
    const lines = block.lines?.length ? [make("div", { class: "lines" }, ...block.lines.map((line) => make("p", { text: line })))] : [];
    if (!block.title) parts.push(...lines);
    if (block.title) parts.push(make("h3", { text: block.title }));
    if (block.meta) parts.push(make("span", { class: "small mute", text: block.meta }));
    if (block.actions?.length) parts.push(make("span", { class: "acts" }, ...block.actions.map((action) => this.button(action, block.key))));
    if (block.title) parts.push(...lines);
    node.hidden = parts.length === 0;
    node.classList.toggle("below", Boolean(block.below) || (!block.title && !lines.length));
    node.replaceChildren(...parts);
  }
  button(action, where) {
    return make("button", { type: "button", class: `btn ${action.look ?? ""}`, text: action.label, "aria-label": action.says ?? null, onclick: () => { this.press = { where, action: action.id }; this.send(true); } });
  }
  field(given, block) {
    let one = this.fields.get(given.id);
    const shape = JSON.stringify([given.kind, given.label, given.hint, given.options, given.placeholder, given.ends]);
    if (one && one.shape !== shape && !one.dirty) { one.node.remove(); one = null; }
    if (!one) { one = this.make(given, shape); this.fields.set(given.id, one); }
    one.given = given;
    this.recognise(one);
    const clash = given.trouble?.clash && one.dirty;
    if (!one.dirty) { one.control.set(given.value); one.base = given.value; one.version = given.version; }
    const under = JSON.stringify([given.understood, given.aside, given.trouble, clash && [given.value, one.control.get()]]);
    if (one.under !== under) { one.under = under; this.beneath(one, clash, block); }
    return one;
  }
  // What the server holds is what was sent from here, and only the answer got lost: no clash with oneself.
  recognise(one) {
    const { given } = one;
    if (!one.dirty || same(one.base, given.value) || !one.tried.some((value) => same(value, given.value))) return;
    one.base = given.value; one.version = given.version;
    if (given.trouble?.clash) { given.trouble = null; one.sending = undefined; setTimeout(() => this.send(), 0); }
  }
  make(given, shape) {
    const one = { shape, dirty: false, tried: [], id: `${this.data.id}|${given.id}` };
    one.control = KINDS[given.kind](given, (now) => this.changed(one, now));
    one.more = make("div", { class: "beneath" });
    const naming = ["star", "check"].includes(given.kind) ? [] : [make("span", { class: "label" }, make("span", { text: given.label }), ...(given.hint ? [make("span", { class: "hint", text: given.hint })] : []))];
    if (!given.label && given.says) one.control.focus.setAttribute("aria-label", given.says);
    const holder = ["line", "area", "date", "choice", "number"].includes(given.kind) ? "label" : "div";
    one.node = make("div", { class: `field ${given.wide ? "span" : ""}` }, make(holder, {}, ...naming, one.control.node), one.more);
    const draft = memory.read(one.id);
    if (draft && !same(draft.value, given.value)) {
      one.control.set(draft.value); one.base = draft.base; one.version = draft.version; one.tried = draft.tried ?? []; one.dirty = true;
      setTimeout(() => this.send(), 50);
    } else if (draft) memory.forget(one.id);
    return one;
  }
  beneath(one, clash, block) {
    const { given } = one, parts = [];
    if (given.understood) parts.push(make("span", { class: "understood", text: given.understood }));
    if (clash) parts.push(this.clash(one));
    else if (given.trouble) parts.push(make("div", { class: "aside", role: "status", text: given.trouble.text }));
    if (given.aside) parts.push(make("div", { class: "aside" }, make("p", { text: given.aside.text }), make("div", { class: "acts" }, ...given.aside.actions.map((action) => this.button(action, given.id)))));
    one.more.replaceChildren(...parts);
  }
  clash(one) {
    const mine = one.control.get(), theirs = one.given.value, words = this.words;
    const settle = (value) => { one.control.set(value); one.base = theirs; one.version = one.given.version; one.given.trouble = null; one.under = ""; this.changed(one, true); this.beneath(one, false); };
    const both = typeof mine === "string" ? `${theirs}\n${mine}` : mine;
    return make("div", { class: "clash", role: "status" }, make("p", { text: words.clash }),
      make("div", { class: "two" }, make("div", {}, make("strong", { class: "small", text: words.mine }), make("p", { text: String(mine) })), make("div", {}, make("strong", { class: "small", text: words.theirs }), make("p", { text: String(theirs) }))),
      make("div", { class: "acts" }, make("button", { type: "button", class: "btn main", text: words.keep_both, onclick: () => settle(both) }), make("button", { type: "button", class: "btn", text: words.keep_mine, onclick: () => settle(mine) }), make("button", { type: "button", class: "btn", text: words.keep_theirs, onclick: () => settle(theirs) })));
  }
  // -- what goes to the server
  changed(one, now) {
    one.dirty = !same(one.control.get(), one.base);
    if (!one.dirty) { memory.forget(one.id); return; }
    this.note(one);
    this.since ??= Date.now();
    clearTimeout(this.pause);
    if (now || Date.now() - this.since >= LONGEST) this.send();
    else this.pause = setTimeout(() => this.send(), Math.min(PAUSE, LONGEST - (Date.now() - this.since)));
  }
  note(one) { memory.write(one.id, { value: one.control.get(), base: one.base, version: one.version, tried: one.tried }); }
  send(always = false) {
    clearTimeout(this.pause); this.since = null;
    const dirty = [...this.fields.values()].filter((one) => one.dirty && !(one.given.trouble && same(one.sending, one.control.get())));
    if (!dirty.length && !(always && this.press)) return;
    dirty.forEach((one) => { one.sending = one.control.get(); one.tried = [...one.tried, one.sending].slice(-MOST_TRIED); this.note(one); });
    this.sent = Math.max(this.sent, this.data.acked) + 1; this.slow ??= Date.now();
    this.tell("act", { n: this.sent, press: this.press, saves: dirty.map((one) => ({ id: one.given.id, value: one.sending, base: one.base ?? null, version: one.version ?? 0 })) });
    this.press = null;
    clearTimeout(this.again); this.again = setTimeout(() => this.send(), AGAIN);
    setTimeout(() => this.say(), SLOW + 50);
  }
  settle() {
    clearTimeout(this.again); this.slow = null;
    for (const one of this.fields.values()) {
      if (!one.dirty || one.given.trouble) continue;
      if (one.sending !== undefined && same(one.sending, one.control.get())) {
        one.dirty = false; one.sending = undefined; one.tried = []; one.base = one.given.value; one.version = one.given.version;
        memory.forget(one.id);
        if (this.root.getRootNode().activeElement !== one.control.node) one.control.set(one.given.value);
      } else if (one.sending !== undefined) { one.base = one.sending; one.version = one.given.version; }
    }
  }
  say() {
    const waiting = this.slow && Date.now() - this.slow > SLOW, failing = this.slow && Date.now() - this.slow > 2 * AGAIN;
    const words = failing ? this.words.not_saved : waiting ? this.words.saving : "";
    if (this.said === words) return;
    this.said = words;
    this.status.replaceChildren(...(words ? [make("span", { text: words })] : []));
  }
}

export default mounted(Sheet);
