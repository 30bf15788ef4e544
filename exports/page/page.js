// The state of the page, the words of its language, and the places of the text.
// Every node is made with text content; no string is ever read as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const rows = data.rows;
const indexOf = new Map(rows.map((row, index) => [row.id, index]));
const state = { language: data.language, chosen: -1, view: "figure", order: "text", mark: "", reason: "", query: "", open: false };

const byId = (id) => document.getElementById(id);
const paper = byId("paper");
const panel = byId("panel");
const view = byId("view");
const anchors = new Map();
for (const anchor of paper.querySelectorAll("a.f[id]")) anchors.set(anchor.id, anchor);

/** Make an element: attributes by name, children as nodes or text; what is empty is left out. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child instanceof Node || (child ?? false) !== false));
  return node;
}

/** Say a text of the interface: "ui.found" with its placeholders filled; the key where there is none. */
function say(key, values) {
  const dot = key.indexOf(".");
  const text = data.words[state.language][key.slice(0, dot)][key.slice(dot + 1)] ?? key.slice(dot + 1);
  return text.replace(/\{(\w+)\}/g, (_, name) => values?.[name] ?? "");
}

const local = (qname) => qname.slice(qname.indexOf(":") + 1);
const inLanguage = (texts, otherwise) => (texts && texts[state.language]) || otherwise;
const labelOf = (qname) => inLanguage(data.names[qname]?.label, local(qname));
const definitionOf = (qname) => inLanguage(data.names[qname]?.definition, "");
const periodOf = (period) => inLanguage(data.periods[period], period);
/** A sentence of the program in the language of the page; what a person wrote stays as it is. */
const sentence = (text) => inLanguage(data.said[text], text);
const isTodo = (row) => row.mark === "unresolved" || row.mark === "contradicted";
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** What a figure is called in a list: its concept and members, or why it has none. */
function nameOf(row) {
  if (!row.concept) return row.reason ? say(`reason.${row.reason.code}`) : say("ui.no_concept");
  return [labelOf(row.concept), ...(row.dimensions ?? []).map((pair) => labelOf(pair[1]))].join(" · ");
}

// --- which figures are shown -------------------------------------------------------------------

let haystacks = null;

/** Everything a search may find of each figure, made at the first search only. */
function searchTexts() {
  haystacks ??= rows.map((row) => {
    const names = [row.concept, ...(row.dimensions ?? []).flat()].filter(Boolean);
    const labels = names.flatMap((name) => Object.values(data.names[name]?.label ?? {}));
    const why = row.reason ? [...Object.values(data.words).map((words) => words.reason[row.reason.code] ?? ""), row.reason.text] : [];
    const value = row.value ?? "";
    return [row.id, row.text, value, value.replaceAll(",", ""), row.period, ...names, ...labels, ...why, row.reason?.code]
      .filter(Boolean).join("\n").toLowerCase();
  });
  return haystacks;
}

function isShown(row, index) {
  if (state.mark && row.mark !== state.mark) return false;
  if (state.reason && row.reason?.code !== state.reason) return false;
  return !state.query || searchTexts()[index].includes(state.query);
}

/** Set the figures that the filter leaves out as plain text. */
function applyFilter() {
  const narrowed = Boolean(state.mark || state.reason || state.query);
  let count = 0;
  rows.forEach((row, index) => {
    const shown = !narrowed || isShown(row, index);
    count += shown;
    anchors.get(row.id)?.classList.toggle("off", !shown);
  });
  for (const button of document.querySelectorAll(".filter")) {
    button.setAttribute("aria-pressed", String(button.dataset.mark === state.mark && !state.reason));
  }
  for (const button of document.querySelectorAll(".reasons button")) {
    button.setAttribute("aria-pressed", String(button.dataset.reason === state.reason && button.dataset.mark === state.mark));
  }
  byId("said").textContent = narrowed ? say("ui.found", { n: grouped(count), all: grouped(rows.length) }) : "";
}

/** The index of the next (step 1) or previous (step -1) figure that the filter shows, round the end. */
function neighbour(step) {
  const total = rows.length;
  const from = state.chosen < 0 ? (step > 0 ? -1 : total) : state.chosen;
  for (let distance = 1; distance <= total; distance += 1) {
    const index = (((from + step * distance) % total) + total) % total;
    if (isShown(rows[index], index)) return index;
  }
  return -1;
}

// --- places of the text ------------------------------------------------------------------------

let pieces = null;

/** The elements whose text content is a slice of the document's text, and where each slice starts. */
function textPieces() {
  pieces ??= [...paper.querySelectorAll("[data-s]")].map((node) => ({ node, start: Number(node.dataset.s) }));
  return pieces;
}

/** A range of the page for a span of the text, counted in code points. */
function rangeOf([start, end]) {
  const all = textPieces();
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle].start <= start) low = middle; else high = middle - 1;
  }
  const from = pointAt(all[low], start);
  while (low + 1 < all.length && all[low + 1].start < end) low += 1;
  const to = pointAt(all[low], end);
  if (!from || !to) return null;
  const range = new Range();
  range.setStart(from[0], from[1]);
  range.setEnd(to[0], to[1]);
  return range;
}

function pointAt(piece, offset) {
  if (!piece) return null;
  let left = offset - piece.start;
  let last = null;
  const walker = document.createTreeWalker(piece.node, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const points = /[\ud800-\udfff]/.test(node.data) ? [...node.data] : null;
    const length = points ? points.length : node.data.length;
    if (left <= length) return [node, points ? points.slice(0, left).join("").length : left];
    left -= length;
    last = [node, node.data.length];
  }
  return last;
}

/** Highlight the words that led to a figure. Browsers without the API show them in the panel alone. */
function highlightEvidence(row) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = (row?.evidence ?? []).filter((item) => item.span).map((item) => rangeOf(item.span)).filter(Boolean);
  if (ranges.length) CSS.highlights.set("evidence", new Highlight(...ranges));
  else CSS.highlights.delete("evidence");
}

/** Bring a span of the text into view and point at it for a moment. */
function showSpan(span) {
  const range = rangeOf(span);
  if (!range) return;
  const behavior = calm(range.getBoundingClientRect().top);
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior });
  if (globalThis.CSS?.highlights) CSS.highlights.set("pointed", new Highlight(range));
}

/** A long way is jumped, a short one is scrolled where motion is welcome. */
const calm = (distance = 0) =>
  Math.abs(distance) > 2 * innerHeight || matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
