// The bar on top: where we are, all steps open, when it was saved, undo and redo. Keys only work together with Alt.
const kept = new WeakMap();
const WIDE = 1600;
const icon = (path) => `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const UNDO = icon("M4 8h8a4.5 4.5 0 010 9H8M4 8l4-4M4 8l4 4"), REDO = icon("M16 8H8a4.5 4.5 0 000 9h4M16 8l-4-4M16 8l-4 4");
const TICK = icon("M3 10.5l4.5 4.5 9.5-10");
const make = (name, given = {}, ...inside) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(given)) if (value !== null && value !== undefined && value !== false) key === "onclick" ? node.addEventListener("click", value) : node.setAttribute(key, value);
  node.append(...inside);
  return node;
};

class Bar {
  constructor(root) {
    this.root = root; this.sent = 0;
    this.key = (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const found = this.data.keys.find((one) => one.code === event.code);
      if (found) { event.preventDefault(); this.send(found.act); }
    };
    this.size = () => { const wide = window.innerWidth >= WIDE; if (wide !== this.data.wide) this.send({ wide }); };
    document.addEventListener("keydown", this.key);
    window.addEventListener("resize", this.size);
  }
  stop() { document.removeEventListener("keydown", this.key); window.removeEventListener("resize", this.size); }
  send(act) { this.sent = Math.max(this.sent, this.data.acked) + 1; this.root.getRootNode().activeElement?.blur?.(); setTimeout(() => this.tell("act", { n: this.sent, ...act }), 0); }
  update(data, tell) {
    const shape = JSON.stringify([data.brand, data.steps, data.links, data.undo, data.redo, data.saved]);
    this.data = data; this.tell = tell;
    if (this.shape !== shape) { this.shape = shape; this.draw(); }
    this.size();
  }
  draw() {
    const { data } = this, held = this.root.getRootNode().activeElement?.dataset?.name;
    const steps = data.steps.map((step) => make("button", { type: "button", "data-name": step.slug, "aria-current": step.on ? "step" : null, onclick: () => this.send({ go: step.slug }) }, make("i", {}, String(step.number)), step.short));
    const brand = make("button", { type: "button", class: "brand", "data-name": "brand", "aria-label": data.brand.says, onclick: () => this.send({ go: data.brand.go }) }, make("b", {}, data.brand.title), make("span", {}, data.brand.under));
    const saved = make("span", { class: "saved", role: "status" }); if (data.saved) { saved.innerHTML = TICK; saved.append(data.saved); }
    const back = (name, given, drawing) => { const node = make("button", { type: "button", class: "btn icon", "data-name": name, title: given.says, "aria-label": given.says, disabled: given.on ? null : "", onclick: () => this.send({ [name]: true }) }); node.innerHTML = drawing; return node; };
    const links = data.links.map((link) => make("button", { type: "button", class: "btn", "data-name": link.go, "aria-current": link.on ? "page" : null, onclick: () => this.send({ go: link.go }) }, link.label));
    const ends = data.undo ? [saved, back("undo", data.undo, UNDO), back("redo", data.redo, REDO)] : [saved];
    this.root.replaceChildren(brand, make("nav", { class: "steps", "aria-label": data.says }, ...steps), make("div", { class: "end" }, ...ends, ...links));
    if (held) this.root.querySelector(`[data-name="${held}"]`)?.focus();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  let bar = kept.get(root);
  if (!bar) { bar = new Bar(root); kept.set(root, bar); }
  bar.update(data, setTriggerValue);
  return () => { bar.stop(); kept.delete(root); };
}
