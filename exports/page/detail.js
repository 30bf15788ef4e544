// What the panel shows: one figure, or a list of figures, or the judgement of the files.

const SIGNS = { fact: "✓", not_a_fact: "–", unresolved: "?", contradicted: "≠" };
const OUTCOMES = { agrees: "✓", contradicts: "≠", not_decided: "?" };
const VERDICTS = { valid: "✓", invalid: "✕", not_validated: "–" };
const FIRST_ITEMS = 200;

const chip = (mark) => el("span", { class: `chip ${mark}` }, el("span", { "aria-hidden": "true" }, SIGNS[mark]), " ", say(`mark.${mark}`));
const section = (key, ...children) => el("section", {}, el("h4", {}, say(key)), ...children);

function figureLink(id) {
  const row = rows[indexOf.get(id)];
  if (!row) return el("code", {}, id);
  return el("a", { class: `go ${row.mark}`, href: `#${id}`, title: nameOf(row) }, row.text);
}

function figureLinks(ids) {
  return el("ul", { class: "links" }, ids.map((id) => el("li", {}, figureLink(id))));
}

function drawFigure() {
  const row = rows[state.chosen];
  if (!row) return [el("p", { class: "empty" }, say("ui.choose"))];
  return [
    figureHead(row),
    row.reason && section("ui.reason", el("p", {}, el("b", {}, say(`reason.${row.reason.code}`)), row.reason.text && el("span", {}, ` — ${sentence(row.reason.text)}`))),
    decisionPart(row),
    row.concept && conceptPart(row),
    valuePart(row),
    evidencePart(row),
    runnersUpPart(row),
    checksPart(row),
    findingsPart(row),
  ];
}

function figureHead(row) {
  const place = row.place?.kind ? say(`ui.${row.place.kind}`, row.place) : "";
  return el("div", { class: "head" },
    el("div", { class: "steps" },
      chip(row.mark),
      el("span", { class: "where" }, say("ui.position", { n: grouped(state.chosen + 1), all: grouped(rows.length) })),
      el("button", { type: "button", "data-step": "-1", "aria-label": say("ui.previous"), title: say("ui.previous") }, "‹"),
      el("button", { type: "button", "data-step": "1", "aria-label": say("ui.next"), title: say("ui.next") }, "›")),
    el("h3", { id: "figure-name", tabindex: "-1", lang: paper.lang }, row.text),
    el("p", { class: "where" }, [row.id, place].filter(Boolean).join(" · ")));
}

function conceptPart(row) {
  const definition = definitionOf(row.concept);
  return el("section", { class: "concept" },
    el("h4", {}, say("ui.concept")),
    el("p", { class: "label" }, labelOf(row.concept)),
    el("p", { class: definition ? "definition" : "definition none" }, definition || say("ui.no_definition")),
    el("code", {}, row.concept));
}

function valuePart(row) {
  const facts = [];
  const add = (key, ...children) => facts.push(el("dt", {}, say(key)), el("dd", {}, children));
  if (row.concept) add("ui.dimensions", row.dimensions ? row.dimensions.map(dimension) : el("span", { class: "soft" }, say("ui.no_dimensions")));
  if (row.period) add("ui.period", periodOf(row.period), el("code", {}, row.period));
  if (row.nil) add("ui.value", say("ui.nil"));
  if (row.value) add("ui.value", el("span", { class: "number" }, row.value), row.percent && el("span", { class: "soft" }, ` = ${row.percent}`));
  if (row.unit) add("ui.unit", inLanguage(data.units[row.unit], row.unit), el("code", {}, row.unit));
  if (row.decimals) add("ui.decimals", inLanguage(data.decimals[row.decimals], ""), el("code", {}, row.decimals));
  if (row.qualifier) add("ui.qualifier", row.qualifier.map((part) => say(`qualifier.${part}`)).join(" · "), el("code", {}, row.qualifier.join("+")));
  if (row.confidence) add("ui.confidence", el("span", { title: say("ui.confidence_note") }, row.confidence), el("span", { class: "soft small" }, say("ui.confidence_note")));
  const same = row.fact ? rows.filter((other) => other.fact === row.fact && other !== row) : [];
  if (row.fact) add("ui.fact", el("code", { class: "alone" }, row.fact));
  if (same.length) add("ui.same_fact", figureLinks(same.map((other) => other.id)));
  return facts.length ? el("dl", { class: "aspects" }, facts) : null;
}

const dimension = ([axis, member]) => el("div", { class: "dimension" },
  el("span", { class: "soft" }, `${labelOf(axis)} `), el("b", {}, labelOf(member)),
  el("code", {}, `${axis} = ${member}`));

function evidencePart(row) {
  if (!row.evidence) return null;
  const items = row.evidence.map((item) => el("li", {},
    el("span", { class: "kind" }, say(`evidence.${item.kind}`)),
    item.span
      ? el("button", { type: "button", class: "quote", "data-span": item.span.join("-"), lang: paper.lang }, item.text)
      : el("span", { class: "said", lang: paper.lang }, item.text),
    item.target && el("span", { class: "target" }, `→ ${data.names[item.target] ? labelOf(item.target) : periodOf(item.target)}`)));
  return section("ui.evidence", el("ul", { class: "evidence" }, items));
}

function runnersUpPart(row) {
  if (!row.alternatives) return null;
  return section(row.concept ? "ui.runners_up" : "ui.candidates", el("ol", { class: "others" }, row.alternatives.map((other) => el("li", {},
    el("b", {}, labelOf(other.concept)), other.confidence && el("span", { class: "number" }, other.confidence),
    el("span", { class: "soft" }, [...(other.dimensions ?? []).map((pair) => labelOf(pair[1])), other.period && periodOf(other.period)].filter(Boolean).join(" · ")),
    el("code", {}, other.concept)))));
}

function checksPart(row) {
  const proofs = (row.proofs ?? []).map((id) => [id, data.proofs[id]]).filter(([, proof]) => proof);
  if (!proofs.length) return null;
  return section("ui.checks", el("ul", { class: "checks" }, proofs.map(([id, proof]) => el("li", { class: proof.outcome },
    el("p", {}, el("span", { class: "sign", "aria-hidden": "true" }, OUTCOMES[proof.outcome] ?? ""), " ", el("b", {}, say(`proof.${proof.kind}`)), " · ", say(`outcome.${proof.outcome}`)),
    el("p", { class: "soft small" }, [id, proof.slack && say("ui.slack", { n: proof.slack })].filter(Boolean).join(" · ")),
    proof.text && el("p", {}, sentence(proof.text)),
    figureLinks(proof.rows ?? []),
    proof.outcome === "contradicts" && act("accept_all", "ui.decide_accept_all", { "data-rows": (proof.rows ?? []).join(" ") })))));
}

function findingItems(findings) {
  return el("ul", { class: "findings" }, findings.map((finding) => el("li", { class: finding.severity },
    el("p", {}, el("b", {}, say(`severity.${finding.severity}`)), " ", el("code", {}, finding.code)),
    el("p", {}, finding.message),
    finding.sentence && el("blockquote", { lang: paper.lang }, finding.sentence),
    finding.file && el("p", { class: "soft small" }, finding.file),
    finding.rows && figureLinks(finding.rows))));
}

function findingsPart(row) {
  const found = data.findings.filter((finding) => finding.rows?.includes(row.id));
  return found.length ? section("ui.findings", findingItems(found)) : null;
}

/** Why a figure needs a person: its reason, or the check that speaks against a fact which is filed all the same. */
const whyOf = (row) => row.reason?.text ?? (row.proofs ?? []).map((id) => data.proofs[id]).find((proof) => proof?.outcome === "contradicts")?.text;

function listItem(row) {
  const [before, after] = row.context;
  return el("li", { class: `item ${row.mark}`, "aria-current": rows[state.chosen] === row ? "true" : null },
    el("a", { href: `#${row.id}` },
      el("span", { class: "line", lang: paper.lang }, before && el("span", { class: "soft" }, `…${before}`), el("b", {}, row.text), after && el("span", { class: "soft" }, `${after}…`)),
      el("span", { class: "line" }, el("span", { class: "sign", title: say(`mark.${row.mark}`) }, SIGNS[row.mark]), " ", nameOf(row),
        row.mark === "fact" && row.confidence && el("span", { class: "sureness number", title: say("ui.confidence") }, row.confidence)),
      choiceOf(row) && el("span", { class: "line told" }, el("b", {}, "✎ "), tellChoice(choiceOf(row))),
      isTodo(row) && whyOf(row) && el("span", { class: "line soft small" }, sentence(whyOf(row)))));
}

/** A list of figures; a long one starts with its first part, so that the page stays quick. */
function drawItems(found, nothing) {
  if (!found.length) return [el("p", { class: "empty" }, say(nothing))];
  const list = el("ol", { class: "items" }, found.slice(0, state.whole ? undefined : FIRST_ITEMS).map(listItem));
  const rest = !state.whole && found.length > FIRST_ITEMS;
  return [list, rest && el("button", { type: "button", class: "more", "data-whole": "true" }, say("ui.show_all", { n: grouped(found.length) }))];
}

/** What is left to do, contradictions first; below it what a person has decided of these already. */
function drawTodo() {
  const todo = rows.filter(isTodo).sort((a, b) => (a.mark === b.mark ? 0 : a.mark === "contradicted" ? -1 : 1));
  const [left, done] = [todo.filter((row) => !choiceOf(row)), todo.filter(choiceOf)];
  const count = todo.length > 0 && el("p", { class: "soft small count" }, say("ui.left_of", { n: grouped(left.length), all: grouped(todo.length) }));
  return [count, ...drawItems(left, "ui.nothing_todo"), done.length > 0 && section("ui.decided_part", el("ol", { class: "items" }, done.map(listItem)))];
}

const sureness = (row) => (row.mark === "fact" ? parseFloat(row.confidence) : 101);

/** The figures that search and filter leave, as they stand in the text or the least sure facts first. */
function drawFound() {
  const found = rows.filter(isShown);
  if (state.order === "sure") found.sort((a, b) => sureness(a) - sureness(b));
  const orders = el("p", { class: "orders", role: "group", "aria-label": say("ui.order") }, ["text", "sure"].map((order) =>
    el("button", { type: "button", class: "order", "data-order": order, "aria-pressed": String(state.order === order) }, say(`ui.order_${order}`))));
  const count = found.length > 0 && el("p", { class: "soft small count" }, say("ui.found", { n: grouped(found.length), all: grouped(rows.length) }));
  return [orders, count, ...drawItems(found, "ui.nothing_found")];
}

function drawFiling() {
  const files = data.verdicts.map((verdict) => el("li", { class: `file ${verdict.outcome}` },
    el("p", {}, el("span", { class: "sign", "aria-hidden": "true" }, VERDICTS[verdict.outcome] ?? ""), " ", el("code", {}, verdict.file)),
    el("p", {}, say(`verdict.${verdict.outcome}`), verdict.facts !== null && ` · ${say("ui.facts_loaded", { n: grouped(verdict.facts) })}`),
    verdict.reason && el("p", { class: "soft" }, sentence(verdict.reason))));
  return [
    section("ui.files", files.length ? el("ul", { class: "verdicts" }, files) : el("p", { class: "empty" }, say("ui.no_files"))),
    section("ui.findings", data.findings.length ? findingItems(data.findings) : el("p", { class: "empty" }, say("ui.no_findings"))),
  ];
}
