// One line and Enter. The server says how it was understood while somebody types, keeps the half-typed line, and the
// box is emptied only when the server has put the line where it belongs.
const READ = 250, KEEP = 900, AGAIN = 3000;

class Entry {
  constructor(root) {
    this.root = root; this.sent = 0; this.waiting = null; this.putting = null;
    this.input = root.querySelector("input"); this.button = root.querySelector("button");
    this.trouble = root.querySelector(".trouble"); this.label = root.querySelector(".label"); this.reading = root.querySelector(".understood");
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); this.put(); } });
    this.button.addEventListener("click", () => { this.put(); this.input.focus(); });
    this.focus = (event) => { if (this.data.home && event.key === "Escape") { this.input.focus(); } };
    document.addEventListener("keydown", this.focus);
  }
  stop() { document.removeEventListener("keydown", this.focus); clearTimeout(this.read); clearTimeout(this.keep); clearTimeout(this.again); }
  update(data, tell) {
    const first = !this.data;
    this.data = data; this.tell = tell;
    this.label.textContent = data.label; this.label.hidden = !data.label; this.input.placeholder = data.placeholder;
    this.input.setAttribute("aria-label", data.says); this.button.firstElementChild.textContent = data.button;
    if (first) {
      const draft = sessionStorage.getItem(data.id);
      this.input.value = draft ?? data.draft ?? "";
      if (draft) this.typed();
      if (data.home) this.input.focus({ preventScroll: true });
    }
    if (this.putting && data.acked >= this.putting.n) {
      clearTimeout(this.again);
      if (!data.trouble) {
        if (this.input.value === this.putting.line) this.input.value = "";
        sessionStorage.removeItem(data.id);
        if (this.input.value) this.typed();
      }
      this.putting = null;
    }
    this.trouble.textContent = this.input.value || data.trouble ? data.trouble ?? "" : "";
    const about = data.reading?.about === this.input.value.trim() && this.input.value.trim() ? data.reading : null;
    this.reading.hidden = !about;
    if (about) this.reading.replaceChildren(...this.words(about));
  }
  words(about) {
    const strong = document.createElement("b"); strong.textContent = about.understood;
    return about.said ? [`${about.said} →`, strong] : [strong];
  }
  typed() {
    sessionStorage.setItem(this.data.id, this.input.value);
    clearTimeout(this.read); clearTimeout(this.keep);
    if (this.data.reads) this.read = setTimeout(() => this.send({ typed: this.input.value }), READ);
    this.keep = setTimeout(() => this.send({ typed: this.input.value, keep: true }), KEEP);
  }
  put() {
    const line = this.input.value;
    if (!line.trim() || this.putting?.line === line) return;
    clearTimeout(this.read); clearTimeout(this.keep);
    this.putting = { line, n: this.send({ put: line }) };
    clearTimeout(this.again); this.again = setTimeout(() => { if (this.putting) { this.putting = null; this.put(); } }, AGAIN);
  }
  send(what) {
    this.sent = Math.max(this.sent, this.data.acked) + 1;
    this.tell("act", { n: this.sent, ...what });
    return this.sent;
  }
}

export default mounted(Entry);
