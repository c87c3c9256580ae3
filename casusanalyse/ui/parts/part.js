// In front of every part: how it makes what it shows, and how it stays itself while the page is run again.
const make = (name, given = {}, ...inside) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") node.textContent = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...inside);
  return node;
};
const mounted = (Part) => {
  const kept = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    const root = parentElement.querySelector(".root");
    if (!kept.has(root)) kept.set(root, new Part(root));
    const part = kept.get(root);
    part.update(data, setTriggerValue);
    return () => { part.stop?.(); kept.delete(root); };
  };
};

