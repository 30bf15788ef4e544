// What is known of one element, and of the taxonomy as a whole.

const detail = byId("detail");
const SHOWN = 60;

const linkTo = (number, text) => el("a", { href: addressOf(number), class: isGone(number) || deprecated.has(number) ? "over" : null }, text ?? labelOf(number));
const section = (name, title, ...content) => el("section", { class: `part ${name}` }, el("h3", {}, title), content);
const fact = (name, ...content) => [el("dt", {}, name), el("dd", {}, content)];

/** A list of which the rest is shown on request; makers: functions that make the entries. */
function drawMany(makers) {
  const list = el("ul", { class: "many" });
  const add = (from, to) => list.append(...makers.slice(from, to).map((make) => el("li", {}, make())));
  add(0, SHOWN);
  if (makers.length > SHOWN) {
    const button = el("button", { type: "button", class: "whole" }, say("ui.show_all", { n: grouped(makers.length) }));
    button.addEventListener("click", () => {
      button.parentNode.remove();
      add(SHOWN, makers.length);
    });
    list.append(el("li", {}, button));
  }
  return list;
}

const links = (numbers) => drawMany(numbers.map((number) => () => linkTo(number)));

function drawHead(number) {
  const [kind, name, labels] = items[number];
  const others = core.languages.flatMap((language, at) => (labels[at] && labels[at] !== labelOf(number) ? [el("p", { class: "other", lang: language }, labels[at])] : []));
  return el("header", { class: "head" },
    el("p", { class: "crumb" }, el("button", { type: "button", id: "back", class: "back" }, `‹ ${say("ui.back")}`), el("span", { class: "soft" }, say(`kind.${kind}`))),
    el("h2", { id: "name", tabindex: "-1", lang: languageOf(labels) }, labelOf(number)),
    others.slice(0, 6),
    el("p", { class: "id" }, el("code", {}, name), el("button", { type: "button", id: "copy", class: "small" }, say("ui.link"))));
}

function drawBadges(number) {
  const told = more().items[number];
  const badges = [];
  const add = (text, kind) => badges.push(el("li", { class: `badge ${kind ?? ""}` }, text));
  if (isGone(number)) add(say("ui.gone"), "breaking");
  if (told.deprecated) add(say("ui.deprecated"), "look");
  if (told.type) add(word("type", told.type));
  if (told.period) add(word("period", told.period));
  if (told.balance) add(word("balance", told.balance));
  if (told.unit >= 0) badges.push(el("li", { class: "badge" }, `${say("ui.unit")}: `, linkTo(told.unit)));
  if (told.variant) badges.push(el("li", { class: "badge" }, say("ui.variant_of", { variant: say(`variant.${told.variant[0]}`) }), " ", linkTo(told.variant[1])));
  if (told.role) add(`${say("ui.axis_role")}: ${word("axis_role", told.role)}`);
  if (told.since) add(`${say("ui.since")} ${told.since}`);
  return badges.length ? el("ul", { class: "badges" }, badges) : null;
}

function drawDeprecation(number) {
  const told = more().items[number].deprecated;
  if (!told) return null;
  const [date, successors, reasons] = told;
  return el("div", { class: "notice" }, el("p", {}, say("ui.deprecated_since", { date })),
    reasons.length ? el("p", {}, pickText(reasons)) : null,
    successors.length ? el("p", {}, say("ui.instead"), " ", successors.map((successor, at) => [at ? ", " : "", linkTo(successor)])) : null);
}

const labelsOf = (number, role) => (more().items[number].labels ?? []).filter(([each]) => each === role).map(([, language, text]) => [language, text]);

function drawDefinition(number) {
  const found = labelsOf(number, "documentation");
  if (!found.length && items[number][KIND] !== "c") return null;
  return section("definition", say("ui.definition"), el("p", { class: found.length ? null : "soft" }, pickText(found) || say("ui.no_definition")));
}

function drawTerms(number) {
  const found = listed(labelsOf(number, "term"));
  if (!found.size) return null;
  return section("terms", say("ui.terms"), el("dl", { class: "facts" },
    [...found].map(([language, texts]) => fact(language, el("ul", { class: "chips", lang: language }, texts.map((text) => el("li", {}, text)))))));
}

function drawLabels(number) {
  const standard = items[number][LABELS].flatMap((text, at) => (text ? [["standard", core.languages[at], text]] : []));
  const others = (more().items[number].labels ?? []).filter(([role]) => role !== "term");
  const lines = [...standard, ...others];
  if (lines.length < 2) return null;
  return section("labels", say("ui.labels"), el("table", {},
    el("thead", {}, el("tr", {}, [say("ui.role"), say("ui.language"), say("ui.text")].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, lines.map(([role, language, text]) => el("tr", {}, el("td", {}, word("role", role.slice(role.lastIndexOf("/") + 1))), el("td", {}, language), el("td", { lang: language }, text))))));
}

const BARE = ["Publisher", "Name", "Number"];
const isAddress = (name, text) => name === "URI" && /^https?:\/\//i.test(text);

function drawReferences(number) {
  const found = more().items[number].references;
  if (!found?.length) return null;
  const part = ([name, text]) => {
    if (isAddress(name, text)) return el("a", { href: text, rel: "noreferrer", title: text }, "↗");
    return el("span", { title: name }, BARE.includes(name) ? text : `${name} ${text}`);
  };
  return section("references", say("ui.references"), el("ul", { class: "references" }, found.map(([role, parts]) =>
    el("li", {}, parts.filter(([name]) => name !== "URIDate").map((each, at) => [at ? " " : "", part(each)]),
      word("reference", role) && role !== "reference" ? el("span", { class: "soft" }, ` (${word("reference", role)})`) : null))));
}

function drawPresentation(number) {
  const found = uses().groups.get(number) ?? [];
  if (!found.length) return null;
  return fact(say("ui.presentation"), el("ul", {}, found.map(([group, place]) => {
    const [labels, numbers, depths] = core.groups[group];
    const way = [];
    for (let at = place - 1, depth = depths[place] ?? 0; at >= 0 && depth > 0; at -= 1) {
      if ((depths[at] ?? 0) < depth) {
        way.unshift(numbers[at]);
        depth = depths[at] ?? 0;
      }
    }
    return el("li", {}, el("a", { href: `#group/${group}` }, groupName(labels)), way.map((above) => [" › ", linkTo(above)]));
  })));
}

const drawAxes = (numbers) => (numbers.length ? numbers.map((axis, at) => [at ? ", " : "", linkTo(axis)]) : el("span", { class: "soft" }, say("ui.no_axes")));
const linkToCube = (cube) => el("a", { href: `#cube/${encodeURIComponent(core.cubes[cube][0])}` }, core.cubes[cube][0]);

const drawTerm = ([number, , members = []]) => [linkTo(number), members.length ? [" [", members.map((member, at) => [at ? ", " : "", linkTo(member)]), "]"] : null];

function drawSum([total, parts]) {
  return [linkTo(total), " = ", parts.map((part, at) => {
    const isMinus = part[1].startsWith("-");
    const amount = part[1].replace(/^-/, "");
    return [isMinus ? " − " : at ? " + " : "", amount === "1" ? "" : `${amount} × `, drawTerm(part)];
  })];
}

function drawRelation([number, kind, one, other]) {
  if (kind === "sum") return drawSum([number, one]);
  if (kind === "ratio") return [linkTo(number), " = ", drawTerm(one), " ÷ ", drawTerm(other)];
  if (kind === "parts") return say(other ? "ui.parts_complete" : "ui.parts_within", { axis: labelOf(one) });
  if (other === null) return say("ui.not_below", { low: one });
  if (one === null) return say("ui.not_above", { high: other });
  return say("ui.between", { low: one, high: other });
}

function drawUse(number) {
  const at = uses();
  const cubes = at.cubes.get(number) ?? [];
  const sums = [...(at.totals.get(number) ?? []), ...(at.parts.get(number) ?? [])];
  const relations = at.relations.get(number) ?? [];
  const formulas = at.formulas.get(number) ?? [];
  const variants = variantsOf.get(number) ?? [];
  const domain = more().items[number].domain;
  const parts = [
    drawPresentation(number),
    cubes.length ? fact(say("ui.cubes"), el("ul", {}, cubes.map((cube) => el("li", {}, linkToCube(cube), ": ", drawAxes(core.cubes[cube][2]), core.cubes[cube][3].excludes ? ` (${say("ui.excludes")})` : null)))) : null,
    sums.length ? fact(say("ui.calculation"), el("ul", {}, sums.map((sum) => el("li", {}, drawSum(sum))))) : null,
    relations.length ? fact(say("ui.relations"), el("ul", {}, relations.map((relation) => el("li", {}, drawRelation(relation))))) : null,
    formulas.length ? fact(say("ui.tab_formulas"), drawMany(formulas.map((formula) => () => [linkToFormula(formula), ": ", pickText(more().formulas[formula][4]) || more().formulas[formula][2]]))) : null,
    variants.length ? fact(say("ui.variants"), links(variants)) : null,
    domain === undefined ? null : fact(say("ui.enumerated"), el("p", {}, linkTo(domain)), drawMembers(domainOf.get(domain))),
  ].filter(Boolean);
  return parts.length ? section("uses", say("ui.used"), el("dl", { class: "facts" }, parts)) : null;
}

/** The members of an axis or domain as an indented list, the default and what is not usable said so. */
function drawMembers([, standard, members]) {
  return drawMany(members.map(([number, depth, sense, usable]) => () => {
    const notes = [number === standard ? say("ui.default") : "", sense ?? "", usable ? "" : say("ui.not_usable")].filter(Boolean);
    const line = el("span", { class: "member" }, linkTo(number), notes.length ? el("span", { class: "soft" }, ` (${notes.join(", ")})`) : null);
    line.style.paddingInlineStart = `${depth * 1.2}rem`;
    return line;
  }));
}

function drawAxis(number) {
  const axis = axisOf.get(number);
  const told = more().items[number];
  const cubes = uses().cubesOfAxis.get(number) ?? [];
  const concepts = [...new Set(cubes.flatMap((cube) => core.cubes[cube][1]))].filter((concept) => !baseOf.has(concept));
  return [
    told.typed ? section("typed", say("ui.typed"), el("p", {}, say("ui.typed_note", { type: word("type", told.typed) })), el("p", {}, el("code", {}, told.element))) : null,
    axis ? section("members", say("ui.members"), drawMembers(axis)) : null,
    cubes.length ? section("uses", say("ui.used"), el("dl", { class: "facts" },
      fact(say("ui.cubes"), el("ul", {}, cubes.map((cube) => el("li", {}, linkToCube(cube))))), fact(say("ui.concepts"), links(concepts)))) : null,
  ];
}

function drawMember(number) {
  const found = uses().axes.get(number) ?? [];
  return found.length ? section("uses", say("ui.used"), el("dl", { class: "facts" }, found.map(([axis, place]) => {
    const [, depth, sense, usable] = axis[2][place];
    const above = axis[2].slice(0, place).findLast((entry) => entry[1] < depth);
    const parts = [];
    for (let at = place + 1; at < axis[2].length && axis[2][at][1] > depth; at += 1) if (axis[2][at][1] === depth + 1) parts.push(axis[2][at][0]);
    return [
      fact(say(`kind.${items[axis[0]][KIND]}`), linkTo(axis[0]), axis[1] === number ? ` (${say("ui.default")})` : null, sense ? ` (${sense})` : null, usable ? null : ` (${say("ui.not_usable")})`),
      above ? fact(say("ui.member_of"), linkTo(above[0])) : null,
      parts.length ? fact(say("ui.has_parts"), links(parts)) : null,
    ];
  }))) : null;
}

function drawItem(number) {
  const kind = items[number][KIND];
  const domain = domainOf.get(number);
  return [
    drawHead(number), drawBadges(number), drawDeprecation(number), drawDefinition(number),
    kind === "a" || kind === "y" ? drawAxis(number) : null,
    kind === "m" ? drawMember(number) : null,
    domain ? section("members", say("ui.members"), drawMembers(domain)) : null,
    kind === "u" && uses().units.has(number) ? section("uses", say("ui.counts_in"), links(uses().units.get(number))) : null,
    kind === "c" || kind === "h" ? drawUse(number) : null,
    drawChangesOf(number), drawTerms(number), drawReferences(number), drawLabels(number),
  ];
}

const plainHead = (kind, title) => el("header", { class: "head" },
  el("p", { class: "crumb" }, el("button", { type: "button", id: "back", class: "back" }, `‹ ${say("ui.back")}`), el("span", { class: "soft" }, kind)),
  el("h2", { id: "name", tabindex: "-1" }, title));

function drawCube(cube) {
  const [name, concepts, axes, limits] = core.cubes[cube];
  const only = new Map(limits.members ?? []);
  const axis = (number) => () => (only.has(number) ? [linkTo(number), ": ", links(only.get(number))] : linkTo(number));
  return [plainHead(say("kind.cube"), name),
    limits.excludes ? el("p", { class: "notice" }, say("ui.excludes")) : null,
    section("axes", say("ui.axes"), axes.length ? drawMany(axes.map(axis)) : el("p", { class: "soft" }, say("ui.no_axes")), limits.open ? el("p", { class: "soft" }, say("ui.open")) : null),
    section("concepts", say("ui.concepts_of"), links(concepts.filter((number) => !isVariantAmong(number, concepts))))];
}

function drawGroup(group) {
  const [labels, numbers] = core.groups[group];
  const others = core.languages.flatMap((language, at) => (labels[at] && labels[at] !== pick(labels) ? [el("p", { class: "other", lang: language }, labels[at])] : []));
  return [plainHead(say("kind.group"), groupName(labels)), others, section("concepts", say("ui.concepts_of"), links(numbers))];
}

const languageOfPair = (pairs, text) => pairs.find(([, each]) => each === text)?.[0] ?? null;
const said = (pairs) => el("p", { lang: languageOfPair(pairs, pickText(pairs)) }, pickText(pairs));
const linkToFormula = (formula) => el("a", { href: `#formula/${formula}` }, more().formulas[formula][0]);

/** A formula: what it says where it does not hold, what it tests, what it speaks of. */
function drawFormula(formula) {
  const [id, kind, test, numbers, messages, labels, place] = more().formulas[formula];
  return [plainHead(say("kind.formula"), id),
    el("ul", { class: "badges" }, el("li", { class: "badge" }, say(`formula.${kind}`))),
    labels.length ? section("labels", say("ui.labels"), said(labels)) : null,
    messages.length ? section("message", say("ui.unsatisfied"), said(messages)) : null,
    test ? section("test", say("ui.test"), el("p", {}, el("code", {}, test))) : null,
    numbers.length ? section("concepts", say("ui.concepts_of"), links(numbers)) : null,
    place ? el("p", { class: "soft" }, el("code", {}, place)) : null];
}

function drawTable(table) {
  const [id, labels, place] = more().tables[table];
  return [plainHead(say("ui.tables"), pickText(labels) || id), el("p", { class: "id" }, el("code", {}, id)),
    place ? el("p", { class: "soft" }, el("code", {}, place)) : null];
}

const drawOneChange = (change) => [plainHead(say("ui.tab_changes"), titleOf(change)), el("ul", { class: "changes" }, drawChange(change))];

/** The taxonomy as a whole: what it is, how much is in it, what changed, which keys work. */
function drawOverview() {
  const counts = new Map();
  items.forEach(([kind], number) => isGone(number) || counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const told = [["formula", more().formulas.length], ["table", more().tables.length], ["cube", core.cubes.length], ["group", core.groups.length], ...["c", "a", "y", "m", "d", "h", "u"].map((kind) => [kind, counts.get(kind) ?? 0])];
  const { before, changes: all, versions } = more();
  const verdicts = ["breaking", "look", "harmless"].map((verdict) => [verdict, all.filter((change) => change.verdict === verdict).length]);
  return [
    el("header", { class: "head" }, el("p", { class: "crumb" }, el("button", { type: "button", id: "back", class: "back" }, `‹ ${say("ui.back")}`), el("span", { class: "soft" }, say("ui.about"))),
      el("h2", { id: "name", tabindex: "-1" }, pick(core.label) || core.prefix),
      core.languages.flatMap((language, at) => (core.label[at] && core.label[at] !== pick(core.label) ? [el("p", { class: "other", lang: language }, core.label[at])] : []))),
    el("ul", { class: "tiles" }, told.filter(([, count]) => count).sort((one, other) => other[1] - one[1]).map(([kind, count]) => el("li", {}, el("b", {}, grouped(count)), " ", say(`kinds.${kind}`)))),
    before === null ? null : section("changes", say("ui.since_version", { version: before }), all.length
      ? el("ul", { class: "tiles" }, verdicts.map(([verdict, count]) => el("li", { class: verdict }, el("button", { type: "button", "data-view": "changes" }, el("b", {}, grouped(count)), " ", say(`verdict.${verdict}`)))))
      : el("p", {}, say("ui.no_changes", { version: before }))),
    el("section", { class: "part" }, el("dl", { class: "facts" }, fact(say("ui.version"), core.version), core.date ? fact(say("ui.date"), core.date) : null,
      fact(say("ui.prefix"), el("code", {}, core.prefix)), fact(say("ui.namespace"), el("code", {}, core.namespace)), fact(say("ui.entry"), el("code", {}, core.entry)),
      versions.length ? fact(say("ui.versions"), el("ul", {}, versions.map(([number, date, notes]) => el("li", {}, `${number} (${date})`, notes.length ? `: ${pickText(notes)}` : "")))) : null,
      fact(say("ui.keys"), say("ui.keys_note")))),
    el("p", { class: "soft made" }, say("ui.made_by")),
  ];
}
