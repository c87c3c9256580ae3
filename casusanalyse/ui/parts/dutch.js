// The platform's own words, in Dutch. They are fixed in its bundle, so they are put right when they appear.
const PLACES = ["placeholder", "aria-label", "title", "alt"];
let seen = null;

export default function ({ data }) {
  const words = data.words, patterns = data.patterns.map(([from, to]) => [new RegExp(from), to]);
  const said = (text) => {
    const bare = text.trim();
    if (bare in words) return text.replace(bare, words[bare]);
    return patterns.reduce((one, [from, to]) => one.replace(from, to), text);
  };
  const put = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const now = said(node.data);
      if (now !== node.data) node.data = now;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.isContentEditable) {
      for (const place of PLACES) {
        const old = node.getAttribute(place), now = old && said(old);
        if (old && now !== old) node.setAttribute(place, now);
      }
      node.childNodes.forEach(put);
    }
  };
  if (seen) return;
  put(document.body);
  seen = new MutationObserver((changes) => changes.forEach((change) => (change.type === "characterData" ? put(change.target) : change.addedNodes.forEach(put))));
  seen.observe(document.body, { subtree: true, childList: true, characterData: true });
}
