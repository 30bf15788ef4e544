// What a person decides of figures: kept in the page, written as the YAML that `tagwright tag --decisions` reads.
// A figure is named by its sentence, never by its place, so that a decision holds in the next draft.

const choices = new Map();
const squeezed = (text) => text.replace(/\s+/gu, "");
const keyOf = (named) => [squeezed(named.sentence), squeezed(named.figure), named.occurrence ?? 1].join("\n");

function nameOfFigure(index) {
  const [sentence, occurrence, of] = data.named[index];
  return { sentence: data.sentences[sentence], figure: rows[index].text, occurrence, of };
}

const keys = rows.map((_, index) => keyOf(nameOfFigure(index)));
const indexOfKey = new Map(keys.map((key, index) => [key, index]));
const choiceOf = (row) => choices.get(keys[indexOf.get(row.id)]);

/** The key of a decision that came with the page; one that no figure bears keeps a key of its own. */
function givenKey(given) {
  const key = keyOf(given);
  const found = indexOfKey.has(key) ? nameOfFigure(indexOfKey.get(key)).of : 0;
  const bears = found > 0 && (given.occurrence ? !given.of || given.of === found : found === 1);
  return bears ? key : `${key}\nno figure`;
}

// --- keeping them --------------------------------------------------------------------------------

/** Where this page's choices are kept; another document, or another run, has another place. */
const place = (() => {
  let sum = 0x811c9dc5;
  for (const character of byId("data").textContent) sum = Math.imul(sum ^ character.codePointAt(0), 0x01000193);
  return `tagwright ${(sum >>> 0).toString(16)}`;
})();

function recall() {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(place)); } catch { /* no storage here: the page remembers alone */ }
  for (const [key, choice] of kept ?? data.decided.map((given) => [givenKey(given), given])) choices.set(key, choice);
}

function keep() {
  try { localStorage.setItem(place, JSON.stringify([...choices])); } catch { /* likewise */ }
  markChoices();
}

/** Show in the text and on the tabs what is decided, and how much is left to do. */
function markChoices() {
  for (const [index, row] of rows.entries()) anchors.get(row.id)?.classList.toggle("decided", choices.has(keys[index]));
  const left = rows.filter((row) => isTodo(row) && !choiceOf(row)).length;
  byId("todo-count").textContent = left ? grouped(left) : "";
  byId("decided-count").textContent = choices.size ? grouped(choices.size) : "";
}

function decide(index, word) {
  const { sentence, figure, occurrence, of } = nameOfFigure(index);
  choices.set(keys[index], { sentence, figure, ...(of > 1 && { occurrence, of }), ...word });
}

// --- as YAML -------------------------------------------------------------------------------------

/** A text in double quotes that a parser of YAML gives back as it is; what it would fold or refuse is escaped. */
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

function yamlOf(choice) {
  const lines = [`  - sentence: ${quoted(choice.sentence)}`, `    figure: ${quoted(choice.figure)}`];
  if (choice.occurrence) lines.push(`    occurrence: ${choice.occurrence}${choice.of ? ` of ${choice.of}` : ""}`);
  if (choice.fact) {
    lines.push("    fact:", `      concept: ${quoted(choice.fact.concept)}`);
    const pairs = Object.entries(choice.fact.dimensions ?? {});
    if (pairs.length) lines.push("      dimensions:", ...pairs.map((pair) => `        ${pair.map(quoted).join(": ")}`));
    for (const key of ["period", "unit"]) if (choice.fact[key]) lines.push(`      ${key}: ${quoted(choice.fact[key])}`);
  }
  if (choice.not_a_fact) {
    lines.push("    not_a_fact:", `      code: ${choice.not_a_fact.code}`);
    if (choice.not_a_fact.text) lines.push(`      text: ${quoted(choice.not_a_fact.text)}`);
  }
  if (choice.accept) lines.push("    accept: true");
  if (choice.note) lines.push(`    note: ${quoted(choice.note)}`);
  return lines;
}

/** All decisions in the order of the text; those that no figure bears any longer stand last. */
function orderedChoices() {
  const place = (key) => indexOfKey.get(key) ?? rows.length;
  return [...choices].sort((one, other) => place(one[0]) - place(other[0]));
}

function decisionsYaml() {
  const told = orderedChoices().flatMap(([, choice]) => yamlOf(choice));
  return told.length ? `decisions:\n${told.join("\n")}\n` : "decisions: []\n";
}

function download() {
  const address = URL.createObjectURL(new Blob([decisionsYaml()], { type: "application/yaml" }));
  const link = el("a", { href: address, download: "decisions.yaml" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// --- what a figure may be ------------------------------------------------------------------------

const isCurrency = (unit) => /^[A-Z]{3}$/.test(unit ?? "");
const fitsPeriod = (period, concept) => period.includes("/") === (data.concepts[concept].period === "duration");

/** Whether what was printed can be a value of the concept: money is money, a percentage is a number. */
function fitsUnit(row, concept) {
  const unit = data.concepts[concept]?.unit;
  if (unit === undefined) return false;
  if (!row.unit || unit === null) return true;
  if (isCurrency(row.unit)) return unit === "";
  return row.unit !== "pure" || unit === "pure";
}

/** The axes that may stand beside those chosen, in some one hypercube of the concept. */
function axesFor(concept, chosen) {
  const cubes = data.cubes.filter((cube) => cube.concepts.includes(concept) && chosen.every((axis) => cube.axes.includes(axis)));
  return [...new Set(cubes.flatMap((cube) => cube.axes))];
}

function readingsOf(row) {
  const own = row.concept ? [{ concept: row.concept, dimensions: row.dimensions, period: row.period, unit: row.unit }] : [];
  return [...own, ...(row.alternatives ?? [])].filter((reading) => data.concepts[reading.concept]);
}

function periodFor(row, concept) {
  const read = readingsOf(row);
  const known = [...read.filter((other) => other.concept === concept), row, ...read].map((other) => other.period).filter(Boolean);
  const fitting = known.find((period) => fitsPeriod(period, concept));
  if (fitting) return fitting;
  if (!known.length) return "";
  return data.concepts[concept].period === "instant" ? known[0].slice(-10) : usualTime(known[0].slice(-10));
}

/** The time up to a day that most figures of the text are of, for a person to look at; empty where there is none. */
function usualTime(end) {
  const counts = new Map();
  for (const { period } of rows) if (period?.endsWith(`/${end}`)) counts.set(period, (counts.get(period) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";
}

/** The unit that a decision must name because the text does not give it. */
function unitFor(row, concept) {
  const unit = data.concepts[concept].unit;
  if (unit === "") return isCurrency(row.unit) ? "" : data.currency;
  return unit === "pure" && row.unit && row.unit !== "pure" ? "pure" : "";
}

const LIFTED = new Set(["contradicted", "low_confidence", "left_over", "ambiguous"]);
const canAccept = (row) => (row.concept ? true : LIFTED.has(row.reason?.code) && Boolean(row.alternatives));

const FOUND = 12;

function foundConcepts(row, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const told = (name) => [name, ...Object.values(data.names[name]?.label ?? {})].join("\n").toLowerCase();
  const found = Object.keys(data.concepts).filter((name) => fitsUnit(row, name) && words.every((word) => told(name).includes(word)));
  return found.sort((one, other) => labelOf(one).length - labelOf(other).length).slice(0, FOUND);
}
