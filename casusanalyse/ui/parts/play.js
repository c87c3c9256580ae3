// The story of the network: one view after the other, one day after the other, by hand or by itself at a calm pace.
// Arrows, Shift and space only work while nobody types and no list or drawing has the focus.
const PACE = 3000, PATIENCE = 10000, DAY = 864e5, EPOCH = 719163, YEAR = 365;
const icon = (path) => `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${path}" fill="currentColor"/></svg>`;
const PLAY = icon("M5 3l12 7-12 7z"), PAUSE = icon("M5 3h4v14H5zM11 3h4v14h-4z");
const BUSY = "input, textarea, select, [contenteditable], [role=radio], [role=combobox], [role=listbox], [role=option], [role=slider], dialog, [role=dialog], .item";

class Play {
  constructor(root) {
    this.root = root; this.sent = 0; this.playing = false;
    this.key = (event) => this.pressed(event);
    document.addEventListener("keydown", this.key);
  }
  stop() { document.removeEventListener("keydown", this.key); clearTimeout(this.next); }
  update(data, tell) {
    const moved = this.data?.at !== data.at, shape = JSON.stringify([data.title, data.views, data.words, data.stops[0], data.stops.at(-1), data.stops.length]);
    this.data = data; this.tell = tell;
    if (this.shape !== shape) { this.shape = shape; this.draw(); }
    this.show();
    if (this.playing && moved) this.wait();
  }
  send(act) { this.sent = Math.max(this.sent, this.data.acked) + 1; this.tell("act", { n: this.sent, ...act }); }
  // -- moving
  go(to) { if (to !== undefined && to !== this.data.at) { this.at = to; this.send({ to }); } }
  step(by) {
    const { stops, at } = this.data;
    this.go(by > 0 ? stops.find((one) => one > at) : stops.findLast((one) => one < at));
  }
  year(by) {
    const { stops, at } = this.data, goal = at + by * YEAR;
    const ahead = stops.filter((one) => (by > 0 ? one > at : one < at));
    if (ahead.length) this.go(ahead.reduce((best, one) => (Math.abs(one - goal) < Math.abs(best - goal) ? one : best)));
  }
  view(by) {
    const views = this.data.views, at = views.findIndex(([name]) => name === this.data.view), to = views[at + by];
    if (to) this.send({ view: to[0] });
  }
  nearest(day) { return this.data.stops.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best)); }
  // -- playing
  toggle() { if (this.playing) this.pause(); else this.start(); }
  start() {
    this.playing = true; this.show();
    if (this.data.at === this.data.stops.at(-1)) this.go(this.data.stops[0]); else this.step(1);
    clearTimeout(this.next); this.next = setTimeout(() => this.pause(), PATIENCE);
  }
  pause() { this.playing = false; clearTimeout(this.next); this.show(); }
  wait() {
    clearTimeout(this.next);
    if (this.data.at === this.data.stops.at(-1)) { this.pause(); return; }
    this.next = setTimeout(() => { this.step(1); this.next = setTimeout(() => this.pause(), PATIENCE); }, PACE);
  }
  // -- keys
  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (event.altKey) { const by = { PageDown: 1, PageUp: -1 }[event.key]; if (by) { event.preventDefault(); this.view(by); } return; }
    const from = event.composedPath()[0];
    const own = this.root.contains(from);
    if (from.closest?.(BUSY) && !(own && from.type === "range")) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, ...(own && from.type === "range" ? { ArrowUp: 1, ArrowDown: -1 } : {}) }[event.key];
    if (by) { event.preventDefault(); this.pause(); if (event.shiftKey) this.year(by); else this.step(by); return; }
    if (event.key === " " && !from.closest?.("button, summary, a")) { event.preventDefault(); this.toggle(); }
    if (event.key === "Escape") { event.preventDefault(); this.send({ go: true }); }
  }
  // -- drawing
  draw() {
    const { data } = this, { words } = data, held = this.root.getRootNode().activeElement?.dataset?.name;
    const button = (name, inside, says, act, more = {}) => { const node = make("button", { type: "button", class: "btn", "data-name": name, "aria-label": says, title: says, onclick: act, ...more }); node.innerHTML = inside; return node; };
    const views = data.views.map(([name, label]) => make("button", { type: "button", "data-name": name, role: "radio", "aria-checked": "false", tabindex: -1, onclick: () => this.send({ view: name }) }, label));
    const group = make("div", { class: "views", role: "radiogroup", "aria-label": words.views }, ...views);
    group.addEventListener("keydown", (event) => this.among(event, views));
    this.views = views;
    this.lastView = button("previous-view", "‹", words.previous_view, () => this.view(-1), { class: "btn icon" });
    this.nextView = button("next-view", "›", words.next_view, () => this.view(1), { class: "btn icon" });
    const back = make("button", { type: "button", class: "btn", "data-name": "back", onclick: () => this.send({ go: true }) }, words.back, make("kbd", {}, "Esc"));
    this.day = make("b", { class: "day" });
    this.previous = button("previous", "‹", words.previous, () => { this.pause(); this.step(-1); }, { class: "btn icon" });
    this.following = button("next", "›", words.next, () => { this.pause(); this.step(1); }, { class: "btn icon" });
    this.player = make("button", { type: "button", class: "btn player", "data-name": "play", onclick: () => this.toggle() });
    this.slider = make("input", { type: "range", "data-name": "slider", step: 1, min: data.stops[0], max: data.stops.at(-1), "aria-label": words.day });
    this.slider.addEventListener("input", () => { this.pause(); this.saying(this.nearest(Number(this.slider.value))); });
    this.slider.addEventListener("change", () => { const to = this.nearest(Number(this.slider.value)); this.slider.value = to; this.go(to); });
    const track = make("div", { class: "track" }); track.innerHTML = this.ticks(); track.append(this.slider);
    this.told = make("p", { class: "told", role: "status" });
    this.root.replaceChildren(
      make("div", { class: "head" }, make("h1", {}, data.title), make("div", { class: "stepper" }, this.lastView, group, this.nextView), back),
      make("div", { class: "line" }, this.day, make("div", { class: "stepper" }, this.previous, this.player, this.following), track),
      this.told,
    );
    if (held) this.root.querySelector(`[data-name="${held}"]`)?.focus();
  }
  among(event, views) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault(); event.stopPropagation();
    const to = views[views.indexOf(event.target) + by];
    if (to) { to.focus(); to.click(); }
  }
  show() {
    const { data } = this, { words } = data, first = data.stops[0], last = data.stops.at(-1), place = data.views.findIndex(([name]) => name === data.view);
    this.views.forEach((one, at) => { one.setAttribute("aria-checked", String(at === place)); one.tabIndex = at === place ? 0 : -1; });
    this.lastView.disabled = place <= 0; this.nextView.disabled = place >= data.views.length - 1;
    this.previous.disabled = data.at <= first; this.following.disabled = data.at >= last;
    this.slider.value = data.at; this.saying(data.at);
    this.player.innerHTML = this.playing ? PAUSE : PLAY; this.player.append(this.playing ? words.pause : words.play);
    this.told.replaceChildren(make("span", { class: "since" }, data.since), " ", make("b", {}, data.told));
  }
  saying(day) {
    const when = new Date((day - EPOCH) * DAY), said = `${when.getUTCDate()} ${this.data.months[when.getUTCMonth()]} ${when.getUTCFullYear()}`;
    this.day.textContent = said; this.slider.setAttribute("aria-valuetext", said);
    this.slider.style.setProperty("--part", `${this.share(day)}%`);
  }
  share(day) { const { stops } = this.data; return (100 * (day - stops[0])) / Math.max(1, stops.at(-1) - stops[0]); }
  ticks() {
    const { stops } = this.data, first = new Date((stops[0] - EPOCH) * DAY).getUTCFullYear(), last = new Date((stops.at(-1) - EPOCH) * DAY).getUTCFullYear();
    const every = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 12) ?? 50;
    const marks = stops.map((one) => `<i style="left:${this.share(one).toFixed(2)}%"></i>`).join("");
    let years = "";
    for (let year = first + 1; year <= last; year += 1) {
      const at = this.share(Date.UTC(year, 0, 1) / DAY + EPOCH);
      if (year % every === 0 && at > 1 && at < 97) years += `<span style="left:${at.toFixed(2)}%">${year}</span>`;
    }
    return `<div class="ticks" aria-hidden="true">${marks}</div><div class="years" aria-hidden="true">${years}</div>`;
  }
}

export default mounted(Play);
