// The bar on top: where we are, all steps open, when it was saved, undo and redo, the beamer and the stop. Keys only work together with Alt.
const WIDE = 1600;
const BUSY = "input, textarea, select, [contenteditable], dialog, [role=dialog], [role=listbox], [role=combobox]";
const icon = (path) => `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const UNDO = icon("M4 8h8a4.5 4.5 0 010 9H8M4 8l4-4M4 8l4 4"), REDO = icon("M16 8H8a4.5 4.5 0 000 9h4M16 8l-4-4M16 8l-4 4");
const TICK = icon("M3 10.5l4.5 4.5 9.5-10");

class Bar {
  constructor(root) {
    this.root = root; this.sent = 0;
    this.key = (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.escape(event);
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const found = this.data.keys.find((one) => one.code === event.code);
      if (found && !event.repeat) { event.preventDefault(); this.act(found.act); }
    };
    this.size = () => { const wide = window.innerWidth >= WIDE; if (wide !== this.data.wide) this.send({ wide }); };
    this.away = (event) => { if (this.menu?.open && !event.composedPath().includes(this.menu)) this.menu.open = false; };
    document.addEventListener("keydown", this.key);
    document.addEventListener("pointerdown", this.away, true);
    window.addEventListener("resize", this.size);
  }
  stop() { this.box?.remove(); document.removeEventListener("keydown", this.key); document.removeEventListener("pointerdown", this.away, true); window.removeEventListener("resize", this.size); }
  escape(event) {
    if (this.menu?.open) { this.menu.open = false; this.menu.firstChild.focus(); }
    else if (this.data.escape && !event.repeat && !event.composedPath()[0].closest?.(BUSY)) this.send(this.data.escape);
  }
  act(act) {
    if (act.here === "beamer") document.dispatchEvent(new CustomEvent("casusanalyse:beamer"));
    else if (act.here === "keys") this.showKeys();
    else this.send(act);
  }
  // Who types, stays where the cursor is during a stop; everything else first lets the field save itself.
  send(act) { this.sent = Math.max(this.sent, this.data.acked) + 1; if (!act.stop) document.activeElement?.shadowRoot?.activeElement?.blur?.(); setTimeout(() => this.tell("act", { n: this.sent, ...act }), 0); }
  update(data, tell) {
    const shape = JSON.stringify([data.brand, data.steps, data.links, data.undo, data.redo, data.saved, data.room]);
    this.data = data; this.tell = tell;
    if (this.shape !== shape) { this.shape = shape; this.draw(); }
    this.size();
  }
  draw() {
    const { data } = this, held = this.root.getRootNode().activeElement?.dataset?.name;
    const steps = data.steps.map((step) => make("button", { type: "button", "data-name": step.slug, "aria-current": step.on ? "step" : null, onclick: () => this.send({ go: step.slug }) }, make("i", {}, String(step.number)), make("span", {}, step.short)));
    const brand = make("button", { type: "button", class: "brand", "data-name": "brand", "aria-label": data.brand.says, onclick: () => this.send({ go: data.brand.go }) }, make("b", {}, data.brand.title), make("span", {}, data.brand.under));
    const saved = make("span", { class: "saved", role: "status" }); if (data.saved) { saved.innerHTML = TICK; saved.append(make("span", { class: "word" }, data.saved.words), ` ${data.saved.time}`); }
    const back = (name, given, drawing) => { const node = make("button", { type: "button", class: "btn icon", "data-name": name, title: given.says, "aria-label": given.says, disabled: given.on ? null : "", onclick: () => this.send({ [name]: true }) }); node.innerHTML = drawing; return node; };
    const ends = data.undo ? [saved, back("undo", data.undo, UNDO), back("redo", data.redo, REDO)] : [saved];
    const room = data.room.map((one) => make("button", { type: "button", class: `btn room ${one.act.stop ? "halt" : ""}`, "data-name": one.key, "aria-keyshortcuts": one.key.replace(" ", "+"), onclick: () => this.act(one.act) }, one.label, " ", make("kbd", { "aria-hidden": "true" }, one.key)));
    this.root.replaceChildren(brand, make("nav", { class: "steps", "aria-label": data.says }, ...steps), make("div", { class: "end" }, ...ends, ...this.links(), ...room));
    if (held) this.root.querySelector(`[data-name="${held}"]`)?.focus();
  }
  // The same links more than once: beside each other where there is room, else in a menu. Each is only ever shown once.
  links() {
    const { data } = this;
    const link = (one) => make("button", { type: "button", class: "btn", "data-name": one.go, "aria-current": one.on ? "page" : null, onclick: () => this.send({ go: one.go }) }, one.label);
    this.menu = make("details", { class: "menu" }, make("summary", { class: "btn", "data-name": "menu" }, data.more), make("div", {}, ...data.links.map(link), make("button", { type: "button", class: "btn", onclick: () => { this.menu.open = false; this.showKeys(); } }, data.list.title)));
    const first = data.steps.length ? [make("span", { class: "first" }, link(data.links[0]))] : [];
    return [make("span", { class: "links" }, ...data.links.map(link)), ...first, ...(data.steps.length ? [this.menu] : [])];
  }
  showKeys() {
    const { list } = this.data;
    if (this.box) return this.box.close();
    const group = (one) => make("section", {}, make("h3", {}, one.title), make("dl", {}, ...one.keys.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])));
    const close = make("button", { type: "button", class: "btn main", onclick: () => this.box.close() }, list.close);
    const print = make("button", { type: "button", class: "btn", onclick: () => this.print() }, list.print);
    this.box = make("dialog", { class: "keys", "aria-labelledby": "keys-title" }, make("h2", { id: "keys-title" }, list.title), make("p", { class: "mute" }, list.help), make("div", { class: "groups" }, ...list.groups.map(group)), make("div", { class: "acts" }, close, print));
    this.box.addEventListener("close", () => { this.box.remove(); this.box = null; });
    this.root.after(this.box);
    this.box.showModal();
  }
  print() {
    const page = document.documentElement;
    page.classList.add("ca-printing");
    window.print();
    page.classList.remove("ca-printing");
  }
}

export default mounted(Bar);
