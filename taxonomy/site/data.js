"use strict";
// What the page holds, the words of its language, and how nodes are made.
// Every node is made with text content; no string is ever read as markup.
// The scripts run before the rest of a large page is read: until then there is the tree, and no details.

const byId = (id) => document.getElementById(id);
const core = JSON.parse(byId("core").textContent);
const items = core.items;
const KIND = 0, NAME = 1, LABELS = 2;
const numberOf = new Map(items.map((item, number) => [item[NAME], number]));
const state = { language: "en", labels: "en", view: "presentation", query: "", chosen: "" };

let rest = null;
const isRead = () => document.readyState !== "loading";
/** What is told of one element at a time; read when it is first needed after the page is, or when there is time. */
function more() {
  rest ??= JSON.parse(byId("more").textContent);
  return rest;
}

/** Make an element: attributes by name, children as nodes or text; what is empty is left out. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child instanceof Node || (child ?? false) !== false));
  return node;
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values?.[name] ?? "");

/** Say a text of the interface: "ui.found" with its placeholders filled; the key where there is none. */
function say(key, values) {
  const [group, name] = key.split(".");
  return filled(core.words[state.language][group][name] ?? name, values);
}

/** Say a word of a closed list, or what is not in it as it is. */
const word = (group, key) => (Object.hasOwn(core.words[state.language][group], key) && core.words[state.language][group][key]) || key;
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
const local = (qname) => qname.slice(qname.indexOf(":") + 1);

/** Choose among labels in the order of the languages: the language asked for, else English, else any. */
function pick(labels) {
  return labels[core.languages.indexOf(state.labels)] || labels[core.languages.indexOf("en")] || labels.find(Boolean) || "";
}
/** The name of a group: its label, or the end of the address that stands for one. */
const groupName = (labels) => {
  const label = pick(labels);
  return /^\w+:\/\/\S+$/.test(label) ? label.slice(label.lastIndexOf("/") + 1) || label : label;
};
const labelOf = (number) => pick(items[number][LABELS]) || local(items[number][NAME]);
const languageOf = (labels) => (labels[core.languages.indexOf(state.labels)] ? state.labels : null);

/** Choose among [language, text] pairs as among labels. */
function pickText(pairs) {
  const found = pairs.find(([language]) => language === state.labels) ?? pairs.find(([language]) => language === "en") ?? pairs[0];
  return found ? found[1] : "";
}

const listed = (pairs) => {
  const made = new Map();
  for (const [key, value] of pairs) (made.get(key) ?? made.set(key, []).get(key)).push(value);
  return made;
};

const variantsOf = listed(core.variants.map(([variant, base]) => [base, variant]));
const deprecated = new Set(core.deprecated);
const changed = new Set(core.changed);
const isGone = (number) => number >= core.gone;

/** Where elements are used, by number; made when the first element is shown. */
let used = null;
function uses() {
  if (used) return used;
  const at = (rows) => listed(rows);
  used = {
    groups: at(core.groups.flatMap(([, numbers], group) => numbers.map((number, place) => [number, [group, place]]))),
    cubes: at(core.cubes.flatMap(([, concepts], cube) => concepts.map((number) => [number, cube]))),
    cubesOfAxis: at(core.cubes.flatMap(([, , axes], cube) => axes.map((number) => [number, cube]))),
    axes: at([...core.axes, ...core.domains].flatMap((axis) => axis[2].map(([number], place) => [number, [axis, place]]))),
    totals: at(more().calculations.map((sum) => [sum[0], sum])),
    parts: at(more().calculations.flatMap((sum) => sum[1].map(([number]) => [number, sum]))),
    relations: at(more().relations.map((relation) => [relation[0], relation])),
    units: at(more().items.flatMap((told, number) => (told.unit >= 0 ? [[told.unit, number]] : []))),
    formulas: at(more().formulas.flatMap(([, , , numbers], formula) => numbers.map((number) => [number, formula]))),
    changes: at(more().changes.flatMap((change) => concerned(change).map((number) => [number, change]))),
  };
  return used;
}

/** The numbers of the elements that a change concerns. */
function concerned(change) {
  const names = new Set([change.name, ...change.now, ...change.also, ...change.variants]);
  return [...names].map((name) => numberOf.get(name)).filter((number) => number !== undefined);
}

const addressOf = (number) => `#${encodeURIComponent(items[number][NAME]).replace("%3A", ":")}`;
const axisOf = new Map(core.axes.map((axis) => [axis[0], axis]));
const domainOf = new Map(core.domains.map((domain) => [domain[0], domain]));
