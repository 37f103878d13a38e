// Lets somebody draw over the bars of a chart to choose days. Each bar is a link to its own days, which works without
// this; drawing from one bar to another goes to all days between them.
const figure = document.querySelector("[data-brush]");

// Where a drawing is wider than the screen, its latest days are shown first.
for (const frame of document.querySelectorAll(".chart-frame")) frame.scrollLeft = frame.scrollWidth;

function bars() {
  return [...figure.querySelectorAll("a")].filter((bar) => days(bar).every(Boolean));
}

function days(bar) {
  const query = new URL(bar.getAttribute("href"), location.href).searchParams;
  return [query.get("since"), query.get("until")];
}

// The bar nearest to a place on the screen, so that gaps between bars can be drawn over too.
function nearest(x) {
  let found = null;
  let least = Infinity;
  for (const bar of bars()) {
    const box = bar.getBoundingClientRect();
    const away = Math.max(box.left - x, x - box.right, 0);
    if (away < least) { least = away; found = bar; }
  }
  return found;
}

let began = null;

function between(x) {
  const all = bars();
  const [from, to] = [all.indexOf(began), all.indexOf(nearest(x))].sort((one, other) => one - other);
  return all.slice(from, to + 1);
}

function mark(chosen) {
  for (const bar of bars()) bar.classList.toggle("brushed", chosen.includes(bar));
}

figure?.addEventListener("dragstart", (event) => event.preventDefault());
figure?.addEventListener("pointerdown", (event) => { if (event.button === 0) began = nearest(event.clientX); });
figure?.addEventListener("pointermove", (event) => { if (began && event.buttons) mark(between(event.clientX)); });
addEventListener("pointerup", (event) => {
  if (!began) return;
  const chosen = between(event.clientX);
  began = null;
  mark([]);
  if (chosen.length < 2) return;
  const goal = new URL(figure.dataset.brush, location.href);
  goal.searchParams.set("since", days(chosen[0])[0]);
  goal.searchParams.set("until", days(chosen.at(-1))[1]);
  addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
  location.assign(goal);
});
