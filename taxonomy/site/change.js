// Changes since the version before, said in the language of the interface.

const diffWords = () => core.words[state.language].diff;
const titleOf = (change) => {
  const texts = diffWords();
  const number = concerned(change)[0];
  const name = number === undefined ? change.name : labelOf(number);
  const language = change.values.language ? ` (${change.values.language})` : "";
  return `${name} — ${change.certain ? "" : `${texts.uncertain} `}${texts.kind[change.kind]}${language}`;
};

const nameLink = (name) => {
  const number = numberOf.get(name);
  return number === undefined ? el("code", {}, name) : linkTo(number);
};

function drawChange(change) {
  const texts = diffWords();
  const evidence = [...listed(change.evidence)].map(([code, every]) =>
    filled(texts.evidence[code] ?? code, { ...every[0], language: every.map((values) => values.language).join(", ") }));
  const told = filled(texts.told[change.kind] ?? "", change.values);
  const showsNow = ["renamed", "split", "merged", "by_dimension"].includes(change.kind);
  return el("li", { class: `change ${change.verdict}` },
    el("p", {}, el("b", {}, `${texts.thing[change.thing]} ${change.certain ? "" : `${texts.uncertain} `}${texts.kind[change.kind]}`),
      el("span", { class: `badge ${change.verdict}` }, say(`verdict.${change.verdict}`))),
    showsNow ? el("p", {}, el("code", {}, change.name), " → ", change.now.map((name, at) => [at ? ", " : "", nameLink(name)])) : null,
    told && change.kind !== "by_dimension" ? el("p", {}, told) : null,
    change.also.length ? drawMany(change.also.map((name) => () => nameLink(name))) : null,
    evidence.length ? el("p", { class: "soft" }, filled(texts.why, { evidence: evidence.join(texts.and) })) : null,
    el("p", { class: "soft" }, texts.reason[change.reason] ?? ""));
}

function drawChangesOf(number) {
  const found = uses().changes.get(number);
  if (!found?.length) return null;
  return section("changes", say("ui.changes", { version: more().before }), el("ul", { class: "changes" }, found.map(drawChange)));
}
