"""What can be read from a screen as it is drawn: its words, and what does not fit."""

from playwright.sync_api import Page

# Everything below walks through our own parts too, which have a tree of their own.
_EVERY = """
  const every = (root) => [...root.querySelectorAll("*")].flatMap((node) =>
    node.shadowRoot ? [node, ...every(node.shadowRoot)] : [node]);
  const shown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const within = (node) => node.closest("[data-testid]") ?? node.getRootNode().host?.closest("[data-testid]");
  const named = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} in ${within(node)?.dataset.testid}`;
"""

_WORDS = f"""() => {{ {_EVERY}
  const own = (node) => [...node.childNodes].filter((one) => one.nodeType === 3).map((one) => one.textContent.trim());
  const said = (node) => [...own(node), node.placeholder, node.title, node.getAttribute("aria-label"), node.getAttribute("alt")];
  const silent = new Set(["SCRIPT", "STYLE", "TEXTAREA"]);
  return every(document.body).filter((node) => !silent.has(node.tagName) && shown(node))
    .flatMap((node) => said(node).filter((one) => typeof one === "string" && one).map((one) => [one, named(node)]));
}}"""

_WIDE = f"""() => {{ {_EVERY}
  const width = document.documentElement.clientWidth, found = [];
  for (const node of every(document.body)) {{
    if (!shown(node) || node.tagName === "CANVAS") continue;
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    const scrolls = ["auto", "scroll"].includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1;
    const outside = box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1);
    if (scrolls || outside) found.push(`${{scrolls ? "scrolls" : "outside"}}: ${{named(node)}} ${{Math.round(box.left)}}..${{Math.round(box.right)}}`);
  }}
  return [...new Set(found)];
}}"""

_CUT = f"""() => {{ {_EVERY}
  const found = [];
  for (const node of every(document.body)) {{
    const style = getComputedStyle(node);
    const hides = ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis";
    const small = node.clientWidth < 2 || node.closest("svg");
    if (shown(node) && hides && !small && node.textContent.trim() && node.scrollWidth > node.clientWidth + 1)
      found.push(`${{named(node)}}: ${{node.textContent.trim().slice(0, 40)}}`);
  }}
  return found;
}}"""


def words(page: Page) -> list[tuple[str, str]]:
    """Return every text somebody can read or hear, each with where it stands."""
    return [(said, where) for said, where in page.evaluate(_WORDS)]


def too_wide(page: Page) -> list[str]:
    """Return what sticks out of the screen, or scrolls from left to right."""
    return page.evaluate(_WIDE)


def cut_off(page: Page) -> list[str]:
    """Return the boxes that hide part of their own words."""
    return page.evaluate(_CUT)


def unfold_all(page: Page) -> None:
    """Open everything that is folded, so that it is looked at too."""
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
