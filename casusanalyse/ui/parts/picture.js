// A drawing made on the server, with items to choose by mouse, finger or keyboard, and to move when the server says so.
const STEP = 8, FAR = 4;

class Picture {
  constructor(root) {
    this.root = root;
    root.addEventListener("click", (event) => { const item = event.target.closest(".item"); if (item && !this.dragged) this.open(item); });
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("pointerdown", (event) => this.grab(event));
    root.addEventListener("pointermove", (event) => this.drag(event));
    root.addEventListener("pointerup", (event) => this.drop(event));
    root.addEventListener("focusin", (event) => { const item = event.target.closest(".item"); if (item) this.here(item); });
  }
  update(data, tell) {
    this.data = data; this.tell = tell; this.root.classList.toggle("bare", Boolean(data.bare)); this.root.classList.toggle("scrolls", Boolean(data.scrolls));
    if (this.svg !== data.svg) this.draw(data);
    this.mark(this.wanted(data));
  }
  // What somebody just chose is marked at once; the server's answer is right when it comes.
  wanted(data) { if (data.chosen !== this.told) { this.told = data.chosen; this.choice = data.chosen; } return this.choice; }
  draw(data) {
    const focused = this.root.contains(this.root.getRootNode().activeElement);
    this.svg = data.svg; this.root.innerHTML = data.svg;
    this.items = [...this.root.querySelectorAll(".item")]; this.marked = null;
    this.items.forEach((one) => { one.tabIndex = -1; });
    const item = this.items.find((one) => one.dataset.key === this.at) ?? this.items.find((one) => one.dataset.key === data.chosen) ?? this.items[0];
    if (item) { this.here(item); if (focused) item.focus({ preventScroll: true }); }
    if (data.scrolls) this.reach(data.scrolls);
  }
  // A drawing never becomes too small to read; what is then too wide can be moved with the arrow keys as well.
  reach(least) { this.root.querySelector("svg").style.minWidth = `${least}px`; const wide = this.root.scrollWidth > this.root.clientWidth; if (wide) this.root.tabIndex = 0; else this.root.removeAttribute("tabindex"); }
  here(item) { const was = this.items.find((one) => one.tabIndex === 0); if (was) was.tabIndex = -1; item.tabIndex = 0; this.at = item.dataset.key; }
  mark(key) {
    if (this.marked?.dataset.key === key) return;
    this.marked?.querySelector(".plate")?.remove();
    const item = this.items.find((one) => one.dataset.key === key && one.dataset.at), line = this.root.querySelector(".hairline");
    this.marked = item ?? null;
    line?.setAttribute("visibility", item ? "visible" : "hidden");
    if (!item) return;
    line?.setAttribute("transform", `translate(${item.dataset.at} 0)`);
    const hit = item.querySelector(".hit"), plate = hit.cloneNode(), at = (name) => Number(hit.getAttribute(name));
    for (const [name, value] of Object.entries({ class: "plate", x: at("x") - 5, y: at("y") + 2.5, width: at("width") + 10, height: at("height") - 5, rx: 5 })) plate.setAttribute(name, value);
    hit.after(plate);
  }
  send(what) { this.tell("act", { n: performance.now(), ...what }); }
  open(item) { this.here(item); item.focus({ preventScroll: true }); this.choice = item.dataset.key; this.mark(this.choice); this.send({ open: { shelf: item.dataset.shelf, key: item.dataset.key } }); }
  key(event) {
    const item = event.target.closest(".item");
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); this.open(item); return; }
    const arrow = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (arrow && item.dataset.drag && event.shiftKey) { event.preventDefault(); this.nudge(item, arrow); return; }
    const next = arrow ? this.next(item, arrow) : event.key === "Home" ? this.items[0] : event.key === "End" ? this.items.at(-1) : null;
    if (next) { event.preventDefault(); next.focus(); }
  }
  next(item, [dx, dy]) {
    const lane = this.items.filter((one) => one.dataset.lane === item.dataset.lane);
    if (dx) return lane[lane.indexOf(item) + dx] ?? null;
    const lanes = [...new Set(this.items.map((one) => one.dataset.lane))], there = lanes[lanes.indexOf(item.dataset.lane) + dy];
    if (there === undefined) return null;
    const x = (one) => { const box = one.getBoundingClientRect(); return box.left + box.width / 2; };
    return this.items.filter((one) => one.dataset.lane === there).sort((a, b) => Math.abs(x(a) - x(item)) - Math.abs(x(b) - x(item)))[0];
  }
  // -- moving
  unit() { const svg = this.root.querySelector("svg"), box = svg.viewBox.baseVal; return { scale: box.width / svg.getBoundingClientRect().width, width: box.width, height: box.height }; }
  place(item, dx, dy) {
    const { width, height } = this.unit(), fit = (value) => Math.max(0, Math.min(1, value));
    this.send({ moved: { key: item.dataset.key, x: fit((Number(item.dataset.x) + dx) / width), y: fit((Number(item.dataset.y) + dy) / height) } });
  }
  nudge(item, [dx, dy]) { this.at = item.dataset.key; this.place(item, dx * STEP, dy * STEP); }
  grab(event) {
    const item = event.target.closest(".item[data-drag]");
    this.dragged = false;
    if (item && event.button === 0) this.moving = { item, x: event.clientX, y: event.clientY };
  }
  drag(event) {
    if (!this.moving) return;
    const { item, x, y } = this.moving, { scale } = this.unit(), dx = event.clientX - x, dy = event.clientY - y;
    if (!this.dragged && Math.hypot(dx, dy) < FAR) return;
    if (!this.dragged) this.root.setPointerCapture(event.pointerId);
    this.dragged = true; item.classList.add("moving");
    item.setAttribute("transform", `translate(${dx * scale} ${dy * scale})`);
  }
  drop(event) {
    const moving = this.moving; this.moving = null;
    if (!moving || !this.dragged) return;
    const { scale } = this.unit();
    moving.item.classList.remove("moving");
    this.place(moving.item, (event.clientX - moving.x) * scale, (event.clientY - moving.y) * scale);
  }
}

export default mounted(Picture);
