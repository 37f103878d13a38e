// Comfort for the reader: the words of an entry light up with its card, and the chosen card comes into view.
const marks = [...document.querySelectorAll(".text mark[data-entries]")];
const cards = new Map([...document.querySelectorAll(".cards [data-id]")].map((card) => [card.dataset.id, card]));

function light(ids) {
  for (const mark of marks) {
    mark.classList.toggle("lit", mark.dataset.entries.split(" ").some((id) => ids.includes(id)));
  }
}

function show(card) {
  const list = card.closest(".cards");
  if (getComputedStyle(list).position !== "sticky") return;
  list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

for (const [id, card] of cards) {
  card.addEventListener("pointerenter", () => light([id]));
  card.addEventListener("focusin", () => light([id]));
}
document.querySelector(".cards")?.addEventListener("pointerleave", () => light([]));
document.querySelector(".text")?.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-entries]");
  if (!mark || event.target.closest("a") || String(getSelection())) return;
  const ids = mark.dataset.entries.split(" ");
  light(ids);
  for (const [id, card] of cards) card.classList.toggle("chosen", ids.includes(id));
  const first = cards.get(ids[0]);
  if (first) show(first);
});
const chosen = document.querySelector(".cards .chosen");
if (chosen) show(chosen);
