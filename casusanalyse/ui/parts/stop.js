// The stop on the screen of whoever works: one calm question over everything else, and the same spot again afterwards.
// While the beamer lies over this window, the question waits below it.
const DRAFT = "ca.stop.line", BEAMER = "casusanalyse-beamer", SHUT = "casusanalyse:beamer-shut";

class Stop {
  constructor(root) {
    this.root = root; this.sent = 0; this.tags = new Set();
    this.rise = () => { if (this.box && !this.box.open && !document.getElementById(BEAMER)) this.box.showModal(); };
    document.addEventListener(SHUT, this.rise);
  }
  send(act) { this.sent = Math.max(this.sent, this.data.acked) + 1; this.tell("act", { n: this.sent, ...act }); }
  update(data, tell) {
    const was = this.data;
    this.data = data; this.tell = tell;
    if (was && was.on !== data.on) this.close();
    if (!data.on) return;
    if (!this.box) this.show();
    if (data.on === "stop") this.question.textContent = data.question;
    this.status.textContent = data.trouble || data.kept;
    if (data.kept && was && !was.kept) this.fold(true);
  }
  show() {
    const { words, on } = this.data;
    this.question = make("h2", { id: "stop-question", tabindex: "-1", autofocus: "" });
    this.status = make("p", { class: "mute", role: "status" });
    this.more = make("div", { class: "more" });
    if (on === "note") this.question.append(words.keep);
    const calm = on === "stop" ? [make("p", { class: "mute" }, words.calm), make("div", { class: "acts" }, ...this.buttons())] : [];
    const title = on === "stop" ? [make("p", { class: "title" }, words.title)] : [];
    this.box = make("dialog", { "aria-labelledby": "stop-question" }, ...title, this.question, ...calm, this.more, this.status);
    this.box.addEventListener("cancel", (event) => { event.preventDefault(); if (this.data.on === "note") this.send({ leave: true }); });
    this.box.addEventListener("close", () => this.rise());
    this.root.replaceChildren(this.box);
    if (on === "note" || sessionStorage.getItem(DRAFT)) this.unfold();
    else this.fold();
    this.rise();
  }
  buttons() {
    const { words, chair } = this.data;
    this.go = make("button", { type: "button", class: "btn main", onclick: () => this.send({ go_on: true }) }, words.go_on, " ", make("kbd", { "aria-hidden": "true" }, "Alt S"));
    return [this.go, ...(chair ? [make("button", { type: "button", class: "btn", onclick: () => this.send({ other: true }) }, words.other)] : [])];
  }
  close() {
    if (!this.box) return;
    const box = this.box;
    this.box = null; box.close(); this.root.replaceChildren();
  }
  stop() { document.removeEventListener(SHUT, this.rise); this.close(); }
  fold(done) {
    this.tags.clear();
    if (done) sessionStorage.removeItem(DRAFT);
    if (this.data.on === "note") { if (done && !this.data.kept) this.send({ leave: true }); return; }
    this.more.replaceChildren(make("button", { type: "button", class: "btn quiet", onclick: () => this.unfold() }, this.data.words.keep));
  }
  unfold() {
    const { words, tags } = this.data;
    const line = make("input", { class: "in", type: "text", maxlength: "300", autocomplete: "off" });
    line.value = sessionStorage.getItem(DRAFT) ?? "";
    line.addEventListener("input", () => sessionStorage.setItem(DRAFT, line.value));
    const keep = () => this.send({ keep: { line: line.value, tags: [...this.tags] } });
    line.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); keep(); } });
    this.more.replaceChildren(
      make("label", {}, words.line, line),
      make("fieldset", {}, make("legend", {}, words.tags), ...tags.map(([value, label]) => this.tag(value, label))),
      make("div", { class: "acts" }, make("button", { type: "button", class: "btn main", onclick: keep }, words.save), make("button", { type: "button", class: "btn quiet", onclick: () => { this.fold(true); this.go?.focus(); } }, words.not_now)),
    );
    line.focus();
  }
  tag(value, label) {
    const node = make("button", { type: "button", class: "btn", "aria-pressed": "false" }, label);
    node.addEventListener("click", () => { const on = !this.tags.has(value); on ? this.tags.add(value) : this.tags.delete(value); node.setAttribute("aria-pressed", String(on)); });
    return node;
  }
}

export default mounted(Stop);
