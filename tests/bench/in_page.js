// What the benches do inside a page; `deep` also looks into the parts of our own.
window.bench = {
  *roots(root = document) {
    yield root;
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) yield* this.roots(node.shadowRoot);
  },
  deep(selector) { return [...this.roots()].flatMap((root) => [...root.querySelectorAll(selector)]); },
  html(selector) { return this.deep(selector).map((node) => node.innerHTML).join("|"); },
  idle() { return document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"; },
  frame() { return new Promise((done) => requestAnimationFrame(done)); },
  // Click, and wait for the first frame in which what we look at is another.
  async click(target, nth, watched) {
    await this.until(() => this.deep(target).length > nth);
    const node = this.deep(target)[nth], before = this.html(watched), began = performance.now();
    node.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
    await this.until(() => this.html(watched) !== before);
    return performance.now() - began;
  },
  async type(selector, words) {
    await this.until(() => this.deep(selector).length);
    const box = this.deep(selector)[0];
    box.focus(); box.value = words;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  },
  // Press Enter, and wait for the first frame with a drawn item that says these words.
  async enter(selector, words) {
    await this.until(() => this.deep(selector).length);
    const box = this.deep(selector)[0], began = performance.now();
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
    await this.until(() => this.deep("g.item").some((item) => item.getAttribute("aria-label")?.includes(words)));
    return performance.now() - began;
  },
  async until(holds, patience = 30000) {
    const latest = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > latest) throw new Error("it never came on the screen");
      await new Promise((done) => setTimeout(done, 1));
    }
    await this.frame();
  },
};
