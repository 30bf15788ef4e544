// Search in every language at once: names, labels, terms, then definitions. One string an element, read through
// for every key; 20,000 of them take a few milliseconds.

let heads = null;
let tails = null;

/** Make the strings that are searched; done when the browser has time, or at the first search. */
function prepareSearch() {
  if (heads) return;
  const told = isRead() ? more().items : items.map(() => ({}));
  heads = items.map((item, number) => {
    const others = (told[number].labels ?? []).flatMap(([role, , text]) => (role === "documentation" ? [] : [text]));
    return `\n${[local(item[NAME]), item[NAME], ...item[LABELS], ...others].join("\n")}\n`.toLowerCase();
  });
  tails = told.map((entry) => {
    const definitions = (entry.labels ?? []).flatMap(([role, , text]) => (role === "documentation" ? [text] : []));
    const references = (entry.references ?? []).map(([, parts]) => parts.map(([, text]) => text).join(" "));
    return [...definitions, ...references].join("\n").toLowerCase();
  });
}

const wordsOf = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);

/** How well an element fits: 0 is best, 9 is not at all. */
function rank(number, query, words) {
  const head = heads[number];
  if (head.includes(query)) {
    if (head.includes(`\n${query}\n`)) return 0;
    if (head.includes(`\n${query}`)) return 1;
    return head.includes(` ${query}`) ? 2 : 3;
  }
  if (words.length > 1 && words.every((each) => head.includes(each))) return 4;
  const tail = tails[number];
  if (tail.includes(query)) return 5;
  return words.length > 1 && words.every((each) => head.includes(each) || tail.includes(each)) ? 6 : 9;
}

/** The elements that a query finds, the best first. */
function search(text) {
  prepareSearch();
  const isWhole = isRead();
  const query = text.toLowerCase();
  const words = wordsOf(text);
  const buckets = [[], [], [], [], [], [], []];
  for (let number = 0; number < items.length; number += 1) {
    const fit = rank(number, query, words);
    if (fit < 9) buckets[fit].push(number);
  }
  if (!isWhole) heads = null;  // labels and names alone were there to be searched
  return buckets.flat().map(foundNode);
}

const foundNode = (number) => ({
  key: `s${number}`,
  number,
  label: () => labelOf(number),
  get hint() {
    return hintOf(number);
  },
});

/** What a query was found in, where that is not the label that is shown: another language, a term, the name. */
function hintOf(number) {
  const words = wordsOf(state.query);
  const shown = labelOf(number).toLowerCase();
  if (words.every((each) => shown.includes(each))) return local(items[number][NAME]);
  const others = ((isRead() && more().items[number].labels) || []).map(([, , text]) => text);
  const texts = [...items[number][LABELS], local(items[number][NAME]), ...others];
  return texts.find((each) => each && words.every((part) => each.toLowerCase().includes(part))) ?? local(items[number][NAME]);
}

/** A text with what was searched for marked in it. */
function marked(text) {
  const low = text.toLowerCase();
  const cuts = [];
  for (const each of wordsOf(state.query)) {
    const at = low.indexOf(each);
    if (at >= 0 && low.length === text.length) cuts.push([at, at + each.length]);
  }
  cuts.sort((one, other) => one[0] - other[0]);
  const parts = [];
  let done = 0;
  for (const [start, end] of cuts) {
    if (start < done) continue;
    parts.push(text.slice(done, start), el("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}
