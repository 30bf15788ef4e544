// What a person does: choosing, searching, folding, languages. Few listeners, all on containers.

const searchField = byId("search");
const tabs = [...document.querySelectorAll("[role=tab]:not([hidden])")];
const narrow = matchMedia("(max-width: 760px)");

/** What an address shows: the parts of the detail, or null where it leads nowhere. */
function partsOf(address) {
  const text = decodeURIComponent(address.slice(1));
  const [kind, ...name] = text.split("/");
  const at = name.join("/");
  if (kind === "cube") {
    const cube = core.cubes.findIndex(([each]) => each === at);
    return cube < 0 ? null : drawCube(cube);
  }
  const index = /^\d{1,9}$/.test(at) ? Number(at) : -1;
  if (kind === "group") return core.groups[index] ? drawGroup(index) : null;
  if (kind === "formula") return more().formulas[index] ? drawFormula(index) : null;
  if (kind === "table") return more().tables[index] ? drawTable(index) : null;
  if (kind === "change") return more().changes[index] ? drawOneChange(more().changes[index]) : null;
  const number = numberOf.get(text);
  return number === undefined ? null : drawItem(number);
}

function decoded(hash) {
  try {
    decodeURIComponent(hash);
    return hash;
  } catch {
    return "";
  }
}

/** Show what the address names, else the taxonomy as a whole; nothing while the page is still read. */
function show({ focus = false } = {}) {
  if (!isRead()) return;
  const address = decoded(location.hash);
  const parts = address.length > 1 ? partsOf(address) : null;
  state.chosen = parts ? address : "";
  document.body.classList.toggle("told", Boolean(parts));
  detail.replaceChildren(...(parts ?? drawOverview()).flat(Infinity).filter(Boolean));
  detail.scrollTop = 0;
  if (narrow.matches) scrollTo(0, 0);
  if (focus) byId("name").focus({ preventScroll: true });
  drawRows();
}

function choose(address, options) {
  if (location.hash !== address) history.pushState(null, "", address || location.pathname + location.search);
  show(options);
}

function showView(name) {
  state.view = name;
  state.query = searchField.value = "";
  for (const tab of tabs) {
    const selected = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
  tree.scrollTop = 0;
  current = 0;
  fillRows();
}

function setLanguage(language, labels) {
  state.language = language;
  state.labels = labels ?? (core.languages.includes(language) ? language : core.languages.find((each) => each.startsWith(language.slice(0, 2))) ?? core.languages[0]);
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = say(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", say(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = say(node.dataset.tPlaceholder);
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  byId("label-language").value = state.labels;
  byId("home").textContent = document.title = pick(core.label) || core.prefix;
  fillRows();
  show();
}

const setQuery = (query) => {
  state.query = query.trim();
  if (state.query) document.body.classList.remove("told");  // a small screen shows the list or the element
  tree.scrollTop = 0;
  current = 0;
  fillRows();
};

/** Take the row that is current: show it; a row that names nothing is opened or closed. */
function take(at, focus) {
  const { node } = rows[at] ?? {};
  if (!node) return;
  current = at;
  const address = addressOfNode(node);
  if (address) choose(address, { focus });
  if (!node.verdict && node.number < 0) toggle(at, focus ? undefined : !opened.has(node.key));
  else if (node.verdict && hasBelow(node)) toggle(at);
}

tree.addEventListener("scroll", () => requestAnimationFrame(drawRows), { passive: true });
tree.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (!row) return;
  if (event.target.closest("[data-fold]")) {
    current = Number(row.dataset.at);
    toggle(current);
  } else take(Number(row.dataset.at), false);
});

searchField.addEventListener("input", () => setQuery(searchField.value));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const address = link.getAttribute("href");
    if (address === "#detail") return byId("name").focus();
    choose(address === "#" ? "" : address, { focus: event.detail === 0 });
    if (!state.query && address !== "#") reveal(state.chosen);
    return undefined;
  }
  const button = event.target.closest("button");
  if (!button) return undefined;
  if (button.matches("[role=tab]")) showView(button.id.slice(4));
  else if (button.dataset.language) setLanguage(button.dataset.language);
  else if (button.id === "expand" || button.id === "collapse") foldAll(button.id === "expand");
  else if (button.id === "back") goBack();
  else if (button.id === "copy") copyLink(button);
  else if (button.dataset.view) showView(button.dataset.view);
  return undefined;
});

function goBack() {
  if (narrow.matches) choose("");
  tree.focus({ preventScroll: true });
}

async function copyLink(button) {
  try {
    await navigator.clipboard.writeText(location.href);
    byId("said").textContent = button.textContent = say("ui.copied");
  } catch {
    getSelection().selectAllChildren(button.previousSibling);  // a file may not write to the clipboard: offer the name
  }
}

byId("label-language").addEventListener("change", (event) => setLanguage(state.language, event.target.value));
addEventListener("popstate", () => show());
addEventListener("hashchange", () => show());
narrow.addEventListener("change", () => {
  measured = 0;
  fillRows();
});
addEventListener("resize", () => requestAnimationFrame(drawRows));

const MOVES = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

function onTreeKey(event) {
  const { node, depth } = rows[current] ?? {};
  if (event.key in MOVES) moveTo(current + MOVES[event.key]);
  else if (event.key === "Home") moveTo(0);
  else if (event.key === "End") moveTo(rows.length - 1);
  else if (event.key === "Enter" || event.key === " ") take(current, event.key === "Enter");
  else if (event.key === "ArrowRight" && node) {
    if (hasBelow(node) && !opened.has(node.key)) toggle(current, true);
    else if (hasBelow(node)) moveTo(current + 1);
  } else if (event.key === "ArrowLeft" && node) {
    if (opened.has(node.key)) toggle(current, false);
    else moveTo(rows.slice(0, current).findLastIndex((row) => row.depth < depth));
  } else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  let done = true;
  if (target === searchField) {
    if (event.key === "Escape") {
      searchField.value = "";
      setQuery("");
    } else if (event.key === "ArrowDown") {
      tree.focus({ preventScroll: true });
      moveTo(current);
    } else if (event.key === "Enter") take(current, false);
    else done = false;
  } else if (target === tree) {
    if (event.key === "Escape") searchField.focus();
    else done = onTreeKey(event) || slash(event);
  } else if (target.matches("[role=tab]") && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const next = tabs[(tabs.indexOf(target) + (event.key === "ArrowRight" ? 1 : -1) + tabs.length) % tabs.length];
    showView(next.id.slice(4));
    next.focus();
  } else if (event.key === "Escape" && detail.contains(target)) goBack();
  else done = slash(event);
  if (done) event.preventDefault();
});

function slash(event) {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return false;
  searchField.focus();
  searchField.select();
  return true;
}

/** The language to begin with: the one asked for, else the reader's. */
function firstLanguage() {
  if (core.language) return core.language;
  const own = navigator.language.toLowerCase();
  if (!own.startsWith("zh") && !own.startsWith("yue")) return "en";
  return /hans|cn|sg|my|^zh$/.test(own) ? "zh-Hans" : "zh-Hant";
}

if (core.languages.some((each) => !(each in core.words))) {
  byId("labels-in").hidden = false;
  byId("label-language").append(...core.languages.map((each) => el("option", { value: each }, each)));
}
const few = core.groups.reduce((sum, [, numbers]) => sum + numbers.length, 0) <= 60;
if (few) for (const index of core.groups.keys()) opened.add(`g${index}`);
for (const verdict of ["breaking", "look"]) opened.add(`v${verdict}`);
setLanguage(firstLanguage());
performance.mark("ready");

/** The whole page is there: show what its address names. */
function begin() {
  show();
  if (state.chosen) reveal(state.chosen);
  if (state.query || LATER.has(state.view)) fillRows();
  performance.mark("whole");
  (globalThis.requestIdleCallback ?? setTimeout)(prepareSearch);
}
if (isRead()) begin();
else addEventListener("DOMContentLoaded", begin);
