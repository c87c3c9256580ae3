// The chair's panel beside the work: short sections with words, buttons and rows. It decides nothing and keeps nothing.

class Cockpit {
  constructor(root) { this.root = root; this.sent = 0; this.open = new Set(); }
  send(act, value) { this.sent = Math.max(this.sent, this.data.acked) + 1; this.tell("act", { n: this.sent, press: act, value: value ?? "" }); }
  update(data, tell) {
    this.tell = tell; this.data = data;
    const shape = JSON.stringify(data.sections);
    if (this.shape !== shape) { this.shape = shape; this.draw(); }
  }
  draw() {
    const held = this.root.getRootNode().activeElement?.dataset?.name;
    this.root.replaceChildren(...this.data.sections.map((one) => this.section(one)));
    if (held) this.root.querySelector(`[data-name="${CSS.escape(held)}"]`)?.focus();
  }
  section(one) {
    const words = [
      ...(one.title ? [make("div", { class: "head" }, make("h2", {}, one.title), ...(one.choice ? [this.choice(one.choice)] : []))] : []),
      ...(one.said ? [make("p", { class: "said" }, one.said)] : []),
      ...one.lines.map((line) => make("p", {}, line)),
    ];
    const acts = one.buttons.length ? [make("div", { class: "acts" }, ...one.buttons.map((button) => this.button(button)))] : [];
    const rows = one.rows.map((row) => make("div", { class: "row" }, make("span", {}, row.label), make("span", { class: "mute small" }, row.meta), ...row.buttons.map((button) => this.button(button))));
    if (!one.fold) return make("section", { class: one.look || null }, ...words, ...acts, ...rows);
    const more = make("details", this.open.has(one.id) ? { open: "" } : {}, make("summary", { "data-name": `fold-${one.id}` }, one.fold), ...acts, ...rows);
    more.addEventListener("toggle", () => (more.open ? this.open.add(one.id) : this.open.delete(one.id)));
    return make("section", { class: one.look || null }, ...words, more);
  }
  button(one) { return make("button", { type: "button", class: `btn ${one.look}`, "data-name": one.id, "aria-label": one.says || null, "aria-pressed": one.on === null ? null : String(one.on), onclick: () => this.send(one.id) }, one.label); }
  choice(one) {
    const pick = make("select", { class: "in", "data-name": one.id, "aria-label": one.label });
    pick.append(...one.options.map(([value, label]) => make("option", { value, ...(value === one.value ? { selected: "" } : {}) }, label)));
    pick.addEventListener("change", () => this.send(one.id, pick.value));
    return pick;
  }
}

export default mounted(Cockpit);
