// The controls with which a person decides, and the list of what was decided.

const act = (name, key, attributes) => el("button", { type: "button", class: "act", "data-act": name, ...attributes }, say(key));

function tellChoice(choice) {
  if (choice.not_a_fact) return [say("ui.decide_none"), (choice.not_a_fact.code !== "decided" || !choice.not_a_fact.text) && say(`reason.${choice.not_a_fact.code}`), choice.not_a_fact.text].filter(Boolean).join(" · ");
  const told = choice.accept ? [say("ui.told_accept")] : [];
  if (choice.fact) {
    const members = Object.values(choice.fact.dimensions ?? {}).map(labelOf);
    told.unshift(labelOf(choice.fact.concept), ...members, ...(choice.fact.period ? [periodOf(choice.fact.period)] : []));
  }
  return [...told, choice.note].filter(Boolean).join(" · ");
}

function decisionPart(row) {
  const chosen = choiceOf(row);
  const form = state.form?.index === state.chosen ? state.form : null;
  const controls = form
    ? (form.kind === "none" ? noneForm(form) : factForm(form, row))
    : el("div", { class: "acts" }, canAccept(row) && act("accept", "ui.decide_accept"), act("none", "ui.decide_none"), act("fact", "ui.decide_fact"));
  return el("section", { class: "decision" },
    el("h4", {}, say("ui.decision")),
    chosen && el("p", { class: "told" }, el("b", {}, tellChoice(chosen)), act("undo", "ui.decide_undo", { "data-key": keys[state.chosen] })),
    controls);
}

const labelled = (text, control) => el("label", { class: "field" }, el("span", {}, text), control);
const field = (key, control) => labelled(say(key), control);
const formEnd = (form) => [
  field("ui.decide_note", el("input", { type: "text", "data-field": "note", value: form.note, autocomplete: "off" })),
  form.problem && el("p", { class: "problem", role: "alert" }, say(form.problem)),
  el("div", { class: "acts" }, act("save", "ui.decide_save", { id: "decide-save", class: "act main" }), act("cancel", "ui.decide_cancel")),
];

function noneForm(form) {
  const options = data.codes.map((code) => el("option", { value: code, selected: code === form.code }, say(`reason.${code}`)));
  return el("div", { class: "form", role: "group", "aria-label": say("ui.decide_none") },
    field("ui.reason", el("select", { id: "decide-code", "data-field": "code" }, options)), formEnd(form));
}

function candidateItem(reading, number, form) {
  const members = (reading.dimensions ?? []).map((pair) => labelOf(pair[1]));
  const chosen = form.concept === reading.concept && JSON.stringify(form.dimensions) === JSON.stringify(Object.fromEntries(reading.dimensions ?? []));
  return el("li", {}, el("button", { type: "button", class: "candidate", "data-act": "candidate", "data-number": String(number), "aria-pressed": String(chosen) },
    el("b", {}, [labelOf(reading.concept), ...members].join(" · ")),
    el("span", { class: "soft" }, [reading.period && periodOf(reading.period), reading.confidence].filter(Boolean).join(" · "))));
}

const foundItem = (name) => el("li", {}, el("button", { type: "button", class: "candidate", "data-act": "concept", "data-concept": name },
  el("b", {}, labelOf(name)), el("code", {}, name)));

function factForm(form, row) {
  const readings = readingsOf(row);
  return el("div", { class: "form", role: "group", "aria-label": say("ui.decide_fact") },
    readings.length > 0 && el("ul", { class: "candidates" }, readings.map((reading, number) => candidateItem(reading, number, form))),
    field("ui.decide_search", el("input", { type: "search", id: "decide-search", "data-field": "query", value: form.query, autocomplete: "off", spellcheck: "false", placeholder: say("ui.decide_search_hint") })),
    el("ul", { class: "candidates", id: "decide-found", "aria-live": "polite" }, foundConcepts(row, form.query).map(foundItem)),
    form.concept && conceptFields(form, row),
    formEnd(form));
}

function conceptFields(form, row) {
  const axes = axesFor(form.concept, Object.keys(form.dimensions));
  const pickers = axes.map((axis) => labelled(labelOf(axis), el("select", { id: `decide-${axis}`, "data-axis": axis },
    el("option", { value: "" }, say("ui.decide_any")),
    data.axes[axis].map((member) => el("option", { value: member, selected: form.dimensions[axis] === member }, labelOf(member))))));
  const periods = Object.keys(data.periods).filter((period) => fitsPeriod(period, form.concept));
  return el("div", { class: "fields" },
    el("p", { class: "picked", id: "decide-picked", tabindex: "-1" }, el("b", {}, labelOf(form.concept)), " ", el("code", {}, form.concept)),
    pickers,
    field("ui.period", el("input", { type: "text", "data-field": "period", list: "decide-periods", value: form.period, autocomplete: "off",
      placeholder: data.concepts[form.concept].period === "instant" ? "2024-12-31" : "2024-01-01/2024-12-31" })),
    el("datalist", { id: "decide-periods" }, periods.map((period) => el("option", { value: period }, periodOf(period)))),
    unitFor(row, form.concept) && field("ui.unit", el("input", { type: "text", "data-field": "unit", value: form.unit, autocomplete: "off" })),
    el("label", { class: "check" }, el("input", { type: "checkbox", "data-field": "accept", checked: form.accept ? "" : null }), " ", say("ui.decide_stands")));
}

function drawDecisions() {
  const items = orderedChoices().map(([key, choice]) => {
    const row = rows[indexOfKey.get(key)];
    return el("li", { class: row ? "decided" : "decided lost" },
      el("p", {}, row ? figureLink(row.id) : el("b", {}, choice.figure), " ", el("span", {}, tellChoice(choice))),
      el("p", { class: "soft small", lang: paper.lang }, choice.sentence),
      !row && el("p", { class: "problem" }, say("ui.decide_lost")),
      act("undo", "ui.decide_undo", { "data-key": key }));
  });
  return [
    el("p", { class: "soft small" }, say("ui.decisions_note")),
    el("p", { class: "acts" }, act("download", "ui.decide_download", { class: "act main", disabled: choices.size ? null : "" })),
    items.length ? el("ol", { class: "decisions" }, items) : el("p", { class: "empty" }, say("ui.nothing_decided")),
  ];
}

// --- what the controls do ------------------------------------------------------------------------

function openForm(kind) {
  const row = rows[state.chosen];
  const chosen = choiceOf(row);
  state.form = { index: state.chosen, kind, code: chosen?.not_a_fact?.code ?? "decided", note: chosen?.not_a_fact?.text ?? chosen?.note ?? "",
    query: "", concept: "", dimensions: {}, period: "", unit: "", accept: Boolean(chosen?.accept) };
  if (kind !== "fact") return "decide-code";
  const said = chosen?.fact ?? readingsOf(row)[0];
  if (said) setConcept(said.concept, Array.isArray(said.dimensions) ? Object.fromEntries(said.dimensions) : said.dimensions, said.period);
  return "decide-search";
}

function setConcept(concept, dimensions, period) {
  const row = rows[state.chosen];
  Object.assign(state.form, { concept, dimensions: { ...dimensions }, period: period && fitsPeriod(period, concept) ? period : periodFor(row, concept),
    unit: unitFor(row, concept), problem: "" });
}

const DAYS = /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/;

/** Why the form cannot be saved as it is, or an empty string. */
function problemOf(form) {
  if (form.kind === "none") return "";
  if (!form.concept) return "ui.problem_concept";
  if (!DAYS.test(form.period) || !fitsPeriod(form.period, form.concept)) return "ui.problem_period";
  return form.unit && data.concepts[form.concept].unit === "" && !isCurrency(form.unit) ? "ui.problem_unit" : "";
}

function saveForm() {
  const form = state.form;
  form.problem = problemOf(form);
  if (form.problem) return "decide-save";
  const note = form.note.trim();
  if (form.kind === "none") decide(form.index, { not_a_fact: { code: form.code, ...(note && { text: note }) } });
  else {
    const fact = { concept: form.concept, dimensions: form.dimensions, period: form.period, ...(form.unit && { unit: form.unit }) };
    decide(form.index, { fact, ...(form.accept && { accept: true }), ...(note && { note }) });
  }
  state.form = null;
  return "figure-name";
}

const ACTS = {
  accept: () => { const chosen = choiceOf(rows[state.chosen]); decide(state.chosen, { ...(chosen?.fact && { fact: chosen.fact }), accept: true }); return "figure-name"; },
  accept_all: (given) => { for (const id of given.rows.split(" ")) decide(indexOf.get(id), { ...(choiceOf(rows[indexOf.get(id)])?.fact && { fact: choiceOf(rows[indexOf.get(id)]).fact }), accept: true }); return "figure-name"; },
  none: () => openForm("none"),
  fact: () => openForm("fact"),
  candidate: (given) => { const reading = readingsOf(rows[state.chosen])[Number(given.number)]; setConcept(reading.concept, Object.fromEntries(reading.dimensions ?? []), reading.period); return "decide-picked"; },
  concept: (given) => { setConcept(given.concept, {}, ""); state.form.query = ""; return "decide-picked"; },
  save: saveForm,
  cancel: () => { state.form = null; return "figure-name"; },
  undo: (given) => { choices.delete(given.key); state.form = null; return state.view === "figure" ? "figure-name" : "tab-decisions"; },
  download: () => { download(); return ""; },
};

/** Do what a control says, draw anew, and keep the focus in the place where it was used. */
function doAct(button) {
  const focus = ACTS[button.dataset.act](button.dataset);
  keep();
  draw();
  byId(focus)?.focus({ preventScroll: true });
  byId(focus)?.scrollIntoView({ block: "nearest" });
}

view.addEventListener("input", (event) => {
  const control = event.target;
  const name = control.dataset.field;
  if (!name || !state.form) return;
  state.form[name] = control.type === "checkbox" ? control.checked : control.value;
  if (name === "query") byId("decide-found").replaceChildren(...foundConcepts(rows[state.form.index], control.value).map(foundItem));
});

view.addEventListener("change", (event) => {
  const axis = event.target.dataset.axis;
  if (!axis || !state.form) return;
  if (event.target.value) state.form.dimensions[axis] = event.target.value;
  else delete state.form.dimensions[axis];
  draw();
  byId(`decide-${axis}`)?.focus({ preventScroll: true });
});
