// The list at the side: a tree or what a search found. Only the rows in sight are in the document, so that
// 20,000 of them cost no more than 40.

const tree = byId("tree");
const opened = new Set();
const pad = el("div", { class: "pad", role: "presentation" });
let rows = [];
let current = 0;
let drawn = [-1, -1];

/** A node of a tree. make: gives the nodes below it when they are first needed. */
function makeNode(key, number, label, below, other) {
  return { key, number, label, below, ...other };
}

function below(node) {
  node.made ??= node.below ? node.below() : [];
  return node.made;
}

const hasBelow = (node) => Boolean(node.below);

function itemNode(key, number, nested, listedToo) {
  const variants = (variantsOf.get(number) ?? []).filter((variant) => !listedToo?.has(variant));
  const own = nested?.length || variants.length
    ? () => [...(nested ?? []), ...variants.map((variant, at) => itemNode(`${key}~${at}`, variant, [], listedToo))]
    : null;
  return makeNode(key, number, () => labelOf(number), own);
}

/** Numbers that stand at depths, as nodes below each other. */
function nest(key, numbers, depths) {
  const top = [];
  const above = [];
  const listedToo = new Set(numbers);
  numbers.forEach((number, at) => {
    const depth = Math.min(depths[at] ?? 0, above.length);
    above.length = depth;
    const nested = [];
    above.push(nested);
    (depth ? above[depth - 1] : top).push([`${key}/${at}`, number, nested]);
  });
  const make = (entries) => entries.map(([name, number, nested]) => itemNode(name, number, nested.length ? make(nested) : [], listedToo));
  return make(top);
}

function presentation() {
  const roots = core.groups.map(([labels, numbers, depths], group) =>
    makeNode(`g${group}`, -1, () => groupName(labels), () => nest(`g${group}`, numbers, depths), { count: numbers.length, address: `#group/${group}` }));
  const inGroups = new Set(core.groups.flatMap(([, numbers]) => numbers));
  const variants = new Set(core.variants.map(([variant]) => variant));
  const left = items.flatMap((item, number) => (item[KIND] === "c" && !isGone(number) && !inGroups.has(number) && !variants.has(number) ? [number] : []));
  if (left.length) roots.push(makeNode("g-", -1, () => say("ui.no_group"), () => nest("g-", left, []), { count: left.length }));
  return roots;
}

function memberNodes(key, axis) {
  const entries = axis[2];
  return nest(key, entries.map(([number]) => number), entries.map(([, depth]) => depth));
}

function axisNode(key, number) {
  const axis = axisOf.get(number) ?? domainOf.get(number);
  return makeNode(key, number, () => labelOf(number), axis ? () => memberNodes(key, axis) : null, { count: axis ? axis[2].length : undefined });
}

function cubes() {
  return core.cubes.map(([name, concepts, axes], cube) =>
    makeNode(`q${cube}`, -1, () => name, () => [
      ...axes.map((number, at) => axisNode(`q${cube}a${at}`, number)),
      ...nest(`q${cube}`, concepts.filter((number) => !isVariantAmong(number, concepts)), []),
    ], { count: concepts.length, address: `#cube/${encodeURIComponent(name)}` }));
}

const baseOf = new Map(core.variants);
const among = new WeakMap();
function isVariantAmong(number, concepts) {
  if (!baseOf.has(number)) return false;
  if (!among.has(concepts)) among.set(concepts, new Set(concepts));
  return among.get(concepts).has(baseOf.get(number));
}

function axes() {
  const every = items.flatMap((item, number) => ("ayd".includes(item[KIND]) && !isGone(number) ? [number] : []));
  const units = items.flatMap((item, number) => (item[KIND] === "u" && !isGone(number) ? [number] : []));
  const nodes = every.map((number) => axisNode(`a${number}`, number));
  if (units.length) nodes.push(makeNode("units", -1, () => say("kind.u"), () => units.map((number) => itemNode(`u${number}`, number)), { count: units.length }));
  return nodes;
}

function changes() {
  const all = more().changes;
  return ["breaking", "look", "harmless"].flatMap((verdict) => {
    const found = all.flatMap((change, at) => (change.verdict === verdict ? [[change, at]] : []));
    if (!found.length) return [];
    const make = () => found.map(([change, at]) => makeNode(`x${at}`, concerned(change)[0] ?? -1, () => titleOf(change), null, { verdict, address: `#change/${at}` }));
    return [makeNode(`v${verdict}`, -1, () => say(`verdict.${verdict}`), make, { count: found.length, verdict })];
  });
}

/** Formulas with the concepts that they name, then the tables. */
function formulas() {
  const { formulas: all, tables } = more();
  const nodes = all.map(([id, , , numbers], formula) =>
    makeNode(`f${formula}`, -1, () => id, numbers.length ? () => nest(`f${formula}`, numbers, []) : null, { count: numbers.length || undefined, address: `#formula/${formula}` }));
  if (tables.length) {
    nodes.push(makeNode("tables", -1, () => say("ui.tables"), () => tables.map(([id, labels], table) =>
      makeNode(`t${table}`, -1, () => pickText(labels) || id, null, { address: `#table/${table}` })), { count: tables.length }));
  }
  return nodes;
}

const VIEWS = { presentation, cubes, axes, formulas, changes };
const LATER = new Set(["formulas", "changes"]);  // what is told of in the second part of the page
const roots = {};
function rootsOf(view) {
  if (LATER.has(view) && !isRead()) return [];
  roots[view] ??= VIEWS[view]();
  return roots[view];
}

/** Put the rows together: what a search found, else what is open in the tree. */
function fillRows() {
  rows = [];
  if (state.query) {
    rows = search(state.query).map((found) => ({ node: found, depth: 0, place: 0, of: 0 }));
    byId("count").textContent = rows.length ? say(rows.length === 1 ? "ui.found_one" : "ui.found", { n: grouped(rows.length) }) : say("ui.found_none");
  } else {
    const walk = (nodes, depth) => nodes.forEach((node, place) => {
      rows.push({ node, depth, place: place + 1, of: nodes.length });
      if (opened.has(node.key)) walk(below(node), depth + 1);
    });
    walk(rootsOf(state.view), 0);
    byId("count").textContent = rows.length ? "" : say("ui.none_here");
  }
  tree.setAttribute("role", state.query ? "listbox" : "tree");
  byId("expand").hidden = byId("collapse").hidden = Boolean(state.query);
  current = Math.max(0, Math.min(current, rows.length - 1));
  pad.style.height = `${rows.length * height()}px`;
  if (tree.firstChild !== pad) tree.replaceChildren(pad);
  drawn = [-1, -1];
  drawRows();
}

let measured = 0;
function height() {
  measured ||= Number.parseFloat(getComputedStyle(tree).getPropertyValue("--row")) || 30;
  return measured;
}

function drawRows() {
  const first = Math.max(0, Math.floor(tree.scrollTop / height()) - 6);
  const last = Math.min(rows.length, Math.ceil((tree.scrollTop + tree.clientHeight) / height()) + 6);
  if (first !== drawn[0] || last !== drawn[1]) {
    drawn = [first, last];
    pad.replaceChildren(...rows.slice(first, last).map((row, at) => drawRow(row, first + at)));
  }
  for (const node of pad.children) {
    const at = Number(node.dataset.at);
    node.classList.toggle("current", at === current);
    node.setAttribute("aria-selected", String(Boolean(state.chosen) && addressOfNode(rows[at].node) === state.chosen));
  }
  if (rows.length) tree.setAttribute("aria-activedescendant", `row-${current}`);
  else tree.removeAttribute("aria-activedescendant");
}

const addressOfNode = (node) => node.address ?? (node.number >= 0 ? addressOf(node.number) : "");

function drawRow({ node, depth, place, of }, at) {
  const number = node.number;
  const kind = number >= 0 ? items[number][KIND] : "";
  const isOpen = opened.has(node.key) && !state.query;
  const gone = number >= 0 && isGone(number);
  const row = el("div", {
    class: `row kind-${kind || "group"}${!node.verdict && (deprecated.has(number) || gone) ? " over" : ""}`,
    id: `row-${at}`, "data-at": at, role: state.query ? "option" : "treeitem", "aria-level": state.query ? null : depth + 1,
    "aria-expanded": hasBelow(node) && !state.query ? String(isOpen) : null, "aria-setsize": of || rows.length, "aria-posinset": place || at + 1,
  },
  el("span", { class: "fold", "data-fold": hasBelow(node) && !state.query ? at : null, "aria-hidden": "true" }, hasBelow(node) && !state.query ? (isOpen ? "▾" : "▸") : ""),
  kind && kind !== "c" ? el("span", { class: "glyph", title: say(`kind.${kind}`) }, { a: "⊞", y: "⊟", m: "•", d: "◇", h: "§", u: "#" }[kind]) : null,
  el("span", { class: "label", title: number >= 0 ? items[number][NAME] : null }, state.query ? marked(node.label()) : node.label()),
  node.hint ? el("span", { class: "hint" }, marked(node.hint)) : null,
  node.count === undefined ? null : el("span", { class: "number" }, grouped(node.count)),
  node.verdict ? el("span", { class: `dot ${node.verdict}`, title: say(`verdict.${node.verdict}`) }) : changed.has(number) ? el("span", { class: "dot", title: say("ui.tab_changes") }) : null);
  row.style.top = `${at * height()}px`;
  row.style.paddingInlineStart = `${depth * 1.05 + 0.2}rem`;
  return row;
}

function toggle(at, open) {
  const { node } = rows[at] ?? {};
  if (!node || !hasBelow(node) || state.query) return;
  if (open ?? !opened.has(node.key)) opened.add(node.key);
  else opened.delete(node.key);
  fillRows();
}

/** Open or close everything of the view. */
function foldAll(open) {
  const walk = (nodes) => nodes.forEach((node) => {
    if (!hasBelow(node)) return;
    if (open) opened.add(node.key);
    else opened.delete(node.key);
    if (open || node.made) walk(below(node));
  });
  walk(rootsOf(state.view));
  tree.scrollTop = 0;
  current = 0;
  fillRows();
}

function moveTo(at) {
  current = Math.max(0, Math.min(at, rows.length - 1));
  const top = current * height();
  if (top < tree.scrollTop) tree.scrollTop = top;
  else if (top + height() > tree.scrollTop + tree.clientHeight) tree.scrollTop = top + height() - tree.clientHeight;
  drawRows();
}

/** Open the way to an element in the tree of the view, and bring it into sight; false where it is not there. */
function reveal(address) {
  const way = [];
  const find = (nodes) => nodes.some((node) => {
    if (addressOfNode(node) === address) return true;
    if (!hasBelow(node)) return false;
    way.push(node.key);
    if (find(below(node))) return true;
    way.pop();
    return false;
  });
  if (!find(rootsOf(state.view))) return false;
  for (const key of way) opened.add(key);
  fillRows();
  const at = rows.findIndex(({ node }) => addressOfNode(node) === address);
  current = at;
  const top = at * height();
  if (top < tree.scrollTop || top + height() > tree.scrollTop + tree.clientHeight) tree.scrollTop = top - tree.clientHeight / 3;
  drawRows();
  return true;
}
