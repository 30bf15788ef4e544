// What a person does: choosing by mouse and key, filters, search, tabs, language. Few listeners, all on containers.

const VIEWS = { figure: drawFigure, todo: drawTodo, list: drawFound, levels: drawLevels, decisions: drawDecisions, filing: drawFiling };
const tabs = [...panel.querySelectorAll("[role=tab]")];

function draw() {
  view.replaceChildren(...VIEWS[state.view]().filter(Boolean));
  view.setAttribute("aria-labelledby", `tab-${state.view}`);
  panel.classList.toggle("open", state.open);
  for (const tab of tabs) {
    const selected = tab.id === `tab-${state.view}`;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
}

function showView(name) {
  state.view = name;
  state.whole = false;
  state.open = true;
  draw();
  view.scrollTop = 0;
}

/** Choose a figure: mark it, tell its whole story, lead the eye to it. -1 chooses none. */
function choose(index, { focus = false } = {}) {
  const before = rows[state.chosen];
  if (before) anchors.get(before.id)?.classList.remove("chosen");
  if (before) anchors.get(before.id)?.removeAttribute("aria-current");
  state.chosen = index;
  const row = rows[index];
  highlightEvidence(row);
  globalThis.CSS?.highlights?.delete("pointed");
  history.replaceState(null, "", row ? `#${row.id}` : location.pathname + location.search);
  if (!row) {
    state.open = false;
    return draw();
  }
  showView("figure");
  const anchor = anchors.get(row.id);
  if (!anchor) return undefined;
  anchor.classList.add("chosen");
  anchor.setAttribute("aria-current", "true");
  reachable(anchor);
  if (focus) anchor.focus({ preventScroll: true });
  reveal(anchor);
  return undefined;
}

/** Let Tab reach one figure of the text: the one that was chosen last. */
function reachable(anchor) {
  paper.querySelector("a.f[tabindex='0']")?.setAttribute("tabindex", "-1");
  anchor.setAttribute("tabindex", "0");
}

/** Scroll only where the figure is hidden, behind the bar or the sheet of a small screen too. */
function reveal(anchor) {
  const box = anchor.getBoundingClientRect();
  const sheet = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
  const bar = document.querySelector(".bar").getBoundingClientRect();
  if (box.top >= bar.bottom && box.bottom <= sheet - 8) return;
  const middle = (bar.height + sheet) / 2; // once the text has moved, the bar sticks to the top
  scrollTo({ top: scrollY + box.top - middle, behavior: calm(box.top - middle) });
}

function step(direction, focus) {
  const index = neighbour(direction);
  if (index >= 0) choose(index, { focus });
}

function setLanguage(language) {
  state.language = language;
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = say(node.dataset.t, node.dataset);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", say(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = say(node.dataset.tPlaceholder);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  applyFilter();
  draw();
}

function setFilter(mark, reason) {
  const again = state.mark === mark && state.reason === reason;
  state.mark = again ? "" : mark;
  state.reason = again ? "" : reason;
  applyFilter();
  showView("list");
}

function setOrder(order) {
  state.order = order;
  draw();
  view.querySelector(`[data-order=${order}]`)?.focus({ preventScroll: true });
}

function setQuery(query) {
  state.query = query.trim().toLowerCase();
  applyFilter();
  if (state.query || state.view === "list") showView("list");
}

/** Follow a link of the page to a figure; `detail` is 0 where a key, not the mouse, chose it. */
function followLink(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const index = indexOf.get(decodeURIComponent(link.getAttribute("href").slice(1)));
  if (index === undefined) return false;
  event.preventDefault();
  const inText = paper.contains(link);
  choose(index, { focus: inText || event.detail !== 0 });
  if (event.detail === 0) byId("figure-name")?.focus({ preventScroll: true });
  return true;
}

document.addEventListener("click", (event) => {
  if (followLink(event)) return;
  const button = event.target.closest("button");
  if (!button) return;
  const given = button.dataset;
  if (button.id === "close") choose(-1);
  else if (button.matches("[role=tab]")) showView(button.id.slice(4));
  else if (given.language) setLanguage(given.language);
  else if (given.step) step(Number(given.step), false);
  else if (given.span) showSpan(given.span.split("-").map(Number));
  else if (given.act) doAct(button);
  else if (given.whole) { state.whole = true; draw(); }
  else if (given.order) setOrder(given.order);
  else if (given.mark !== undefined) setFilter(given.mark, given.reason ?? "");
});

byId("search").addEventListener("input", (event) => setQuery(event.target.value));

/** Esc leads back: out of the search, from the panel to the figure, from the figure to none. */
function goBack(target) {
  if (target.id === "search") {
    target.value = "";
    setQuery("");
    target.blur();
  } else if (panel.contains(target) && rows[state.chosen]) {
    anchors.get(rows[state.chosen].id)?.focus();
  } else choose(-1);
}

function moveTab(target, direction) {
  const next = tabs[(tabs.indexOf(target) + direction + tabs.length) % tabs.length];
  showView(next.id.slice(4));
  next.focus();
}

const STEPS = { n: 1, j: 1, p: -1, k: -1 };
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") return goBack(target);
  if (target.matches("input:not([type=checkbox]), textarea, select")) return;
  const single = byId("keys").checked;
  if (event.key in ARROWS && target.matches("a.f")) step(ARROWS[event.key], true);
  else if (event.key in ARROWS && target.matches("[role=tab]")) moveTab(target, ARROWS[event.key]);
  else if (single && event.key in STEPS) step(STEPS[event.key], true);
  else if (single && event.key === "/") byId("search").focus();
  else return;
  event.preventDefault();
});

addEventListener("hashchange", () => {
  const index = indexOf.get(decodeURIComponent(location.hash.slice(1)));
  if (index !== undefined) choose(index);
});

/** On paper every part follows the text, since nobody can press a tab there. */
addEventListener("beforeprint", () => {
  state.whole = true;
  view.replaceChildren(...[drawTodo, drawLevels, drawFiling].map((part) => el("div", { class: "printed" }, part().filter(Boolean))));
});
addEventListener("afterprint", () => {
  state.whole = false;
  draw();
});

recall();
markChoices();
const todo = rows.filter(isTodo).length;
const linked = indexOf.get(decodeURIComponent(location.hash.slice(1)));
const first = anchors.get(rows[0]?.id);
if (first) reachable(first);
state.view = todo ? "todo" : "figure";
if (linked === undefined) draw();
else choose(linked);
