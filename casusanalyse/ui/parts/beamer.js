// The beamer over the page, in one window: Alt B there and back. Below it the page lives on, with cursor and scroll where they were.
const OPEN = "casusanalyse:beamer", SHUT = "casusanalyse:beamer-shut", GRACE = 1500;
const PASSED = new Set(["ArrowLeft", "ArrowRight", "KeyS", "KeyL", "Digit1", "Digit2", "Digit3", "Digit4", "Digit5"]);
const COVER = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:hidden;background:#fbfaf7;cursor:none;z-index:2147483647";
const FILL = "display:block;width:100%;height:100%;border:0;pointer-events:none";

class Overlay {
  constructor() {
    window.addEventListener("keydown", (event) => this.key(event), true);
    window.addEventListener("keyup", (event) => { if (this.box && event.isTrusted) event.stopImmediatePropagation(); }, true);
    document.addEventListener(OPEN, () => this.turn());
  }
  update(data) { clearTimeout(this.leaving); this.data = data; if (this.box && this.frame.dataset.from !== data.from) this.load(); }
  leave() { clearTimeout(this.leaving); this.leaving = setTimeout(() => { this.data = null; this.shut(); }, GRACE); }
  turn() { if (this.box) this.shut(); else if (this.data) this.open(); }
  key(event) {
    const is_ours = event.code === "KeyB" && event.altKey && !event.ctrlKey && !event.metaKey;
    if (!event.isTrusted || !this.data || !(this.box || is_ours)) return;
    event.preventDefault(); event.stopImmediatePropagation();
    if (is_ours || event.code === "Escape") { if (!event.repeat) this.turn(); }
    else if (PASSED.has(event.code)) this.pass(event);
  }
  pass({ code, key, altKey, shiftKey, repeat }) {
    if (!repeat) document.dispatchEvent(new KeyboardEvent("keydown", { code, key, altKey, shiftKey, bubbles: true, cancelable: true }));
  }
  open() {
    this.box = document.createElement("div");
    this.box.id = "casusanalyse-beamer";
    this.box.style.cssText = COVER;
    this.frame = document.createElement("iframe");
    this.frame.style.cssText = FILL;
    this.frame.tabIndex = -1;
    this.box.append(this.frame);
    this.load();
    document.body.append(this.box);
    if (this.box.showPopover) { this.box.popover = "manual"; this.box.showPopover(); } // above a question that lies over the page
    this.box.addEventListener("mousedown", (event) => event.preventDefault()); // the cursor stays in its field
  }
  load() { this.frame.title = this.data.title; this.frame.dataset.from = this.data.from; this.frame.src = this.data.from; }
  shut() {
    this.box?.remove();
    this.box = this.frame = null;
    document.dispatchEvent(new CustomEvent(SHUT));
  }
}

export default function ({ data }) {
  const overlay = (document.casusanalyseBeamer ??= new Overlay());
  overlay.update(data);
  return () => overlay.leave();
}
