// Small bar charts of the levels: one drawing a series, bars from zero, every bar a link to its figure.

const SVG = "http://www.w3.org/2000/svg";
const CHART = { width: 340, top: 20, bars: 96, foot: 20, widest: 64 };

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function drawLevels() {
  if (!data.series.length) return [el("p", { class: "empty" }, say("ui.nothing_levels"))];
  return [el("p", { class: "soft small" }, say("ui.levels_note")), ...data.series.map(drawSeries)];
}

function drawSeries(series, number) {
  const members = (series.dimensions ?? []).map((pair) => labelOf(pair[1]));
  const label = [labelOf(series.concept), ...members].join(" · ");
  const unit = inLanguage(data.units[series.unit], series.unit);
  const told = series.points.map((point) => `${inLanguage(point.date, point.instant)}: ${point.value}${point.derived ? ` (${say("ui.derived")})` : ""}`);
  const ids = [`chart-title-${number}`, `chart-text-${number}`];
  const below = series.points.some((point) => point.height < 0) ? CHART.bars : 0;
  const height = CHART.top + CHART.bars + below + CHART.foot;
  const zero = CHART.top + CHART.bars;
  const step = CHART.width / series.points.length;
  const drawing = svg("svg", { viewBox: `0 0 ${CHART.width} ${height}`, role: "group", "aria-labelledby": ids[0], "aria-describedby": ids[1] },
    svg("title", { id: ids[0] }, say("ui.chart_of", { label })),
    svg("desc", { id: ids[1] }, `${unit}. ${told.join("; ")}`),
    ...series.points.map((point, index) => drawBar(point, index * step + step / 2, Math.min(step * 0.6, CHART.widest), zero, height)),
    svg("line", { class: "zero", x1: 0, x2: CHART.width, y1: zero, y2: zero }));
  return el("figure", { class: "levels" },
    el("figcaption", {}, el("b", {}, label), " ", el("span", { class: "soft" }, unit)), drawing);
}

function drawBar(point, middle, width, zero, height) {
  const size = Math.max(1, Math.round((Math.abs(point.height) * CHART.bars) / 1000));
  const top = point.height < 0 ? zero : zero - size;
  const row = rows[indexOf.get(point.rows?.[0])];
  const told = `${inLanguage(point.date, point.instant)}: ${point.value} (${say(point.derived ? "ui.derived" : "ui.stated")})`;
  const over = point.height < 0 ? zero + size + 14 : top - 6;
  return svg("a", { href: row ? `#${row.id}` : "#", "aria-label": told },
    svg("title", {}, told),
    svg("rect", { class: "hit", x: middle - width / 2 - 6, y: 0, width: width + 12, height }),
    svg("rect", { class: point.derived ? "bar derived" : "bar", x: middle - width / 2, y: top, width, height: size, rx: 2 }),
    svg("text", { x: middle, y: over, class: "amount" }, inLanguage(point.short, point.value)),
    svg("text", { x: middle, y: height - 5, class: "day" }, point.instant));
}
