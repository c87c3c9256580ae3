// What can be read from a screen as it is drawn. Everything walks through our own parts too, which have a tree of
// their own.
const every = (root) => [...root.querySelectorAll("*")].flatMap((node) =>
  node.shadowRoot ? [node, ...every(node.shadowRoot)] : [node]);
const shown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const tiny = (node) => Boolean(node) &&
  ((node.clientWidth <= 1 && getComputedStyle(node).overflow === "hidden") || tiny(node.parentElement));
const within = (node) => node.closest("[data-testid]") ?? node.getRootNode().host?.closest("[data-testid]");
const named = (node) =>
  `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} in ${within(node)?.dataset.testid}`;

const SILENT = new Set(["SCRIPT", "STYLE", "TEXTAREA"]);
const said = (node) => [
  ...[...node.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE).map((one) => one.textContent.trim()),
  node.placeholder, node.title, node.getAttribute("aria-label"), node.getAttribute("alt"),
].filter((one) => typeof one === "string" && one);

const words = () => every(document.body)
  .filter((node) => !SILENT.has(node.tagName) && shown(node))
  .flatMap((node) => said(node).map((one) => [one, named(node)]));

const tooWide = () => {
  const width = document.documentElement.clientWidth, found = new Set();
  for (const node of every(document.body)) {
    // A wide drawing may be moved about in its own frame on a phone (WCAG 1.4.10 leaves drawings out).
    // The chart library measures words far outside the screen, and lets what the mouse feels stick out of its frame.
    if (node.closest("#js-plotly-tester, .js-plotly-plot svg")) continue;
    if (!shown(node) || node.tagName === "CANVAS" || node.closest(".picture") || tiny(node.parentElement)) continue;
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    const scrolls = ["auto", "scroll"].includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1;
    const outside = box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1);
    if (scrolls) found.add(`scrolls: ${named(node)}`);
    if (outside) found.add(`outside: ${named(node)} ${Math.round(box.left)}..${Math.round(box.right)}`);
  }
  return [...found];
};

const cutOff = () => every(document.body).filter((node) => {
  const style = getComputedStyle(node);
  const hides = ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis";
  const speaks = node.clientWidth > 1 && !node.closest("svg") && node.textContent.trim();
  return shown(node) && hides && speaks && node.scrollWidth > node.clientWidth + 1;
}).map((node) => `${named(node)}: ${node.textContent.trim().slice(0, 40)}`);

// What has the focus, and whether that can be seen: an outline, a shadow, or a border in our own colour.
const PRIMARY = "rgb(15, 92, 92)";
const seen = (node) => {
  const style = getComputedStyle(node);
  const border = node.matches(":focus-within") && style.borderColor === PRIMARY && parseFloat(style.borderWidth) > 0;
  return border || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
};
const focus = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return ["", true];
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.nextElementSibling].filter(Boolean);
  const name = at.getAttribute("aria-label") || at.textContent.trim() || at.placeholder || at.tagName;
  return [name.slice(0, 60), around.some(seen)];
};
