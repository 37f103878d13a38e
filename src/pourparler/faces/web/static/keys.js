// Keys that every page knows. Reading needs none of this: each key follows a link or moves the focus.
const KEYS = [
  ["?", "show or hide this list"],
  ["/", "search"],
  ["g", "go to a page: then its first letters"],
  ["j", "next row or entry"],
  ["k", "previous row or entry"],
  ["Enter", "open what is chosen"],
  ["n", "next page of a list"],
  ["p", "previous page of a list"],
  ["d", "choose the day the record is seen on"],
];
const TYPING = "input, textarea, select";

function rows() {
  return [...document.querySelectorAll("main [data-id] a, main [data-step] a")].filter((link, at, all) => {
    const row = link.closest("[data-id], [data-step]");
    return all.findIndex((other) => other.closest("[data-id], [data-step]") === row) === at;
  });
}

function move(step) {
  const links = rows();
  const row = document.activeElement?.closest("[data-id], [data-step]");
  const at = links.findIndex((link) => link.closest("[data-id], [data-step]") === row);
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)];
  next?.focus();
}

function help() {
  const open = document.querySelector("dialog.keys");
  if (open) { open.close(); open.remove(); return; }
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-label", "Keys");
  const list = document.createElement("dl");
  const extra = [...document.querySelectorAll("[data-key]")].flatMap((one) => [one.dataset.key, one.dataset.also].filter(Boolean).map((key) => [key, one.dataset.does]));
  for (const [key, does] of [...KEYS, ...extra]) {
    const term = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key === " " ? "space" : key;
    term.append(kbd);
    const told = document.createElement("dd");
    told.textContent = does;
    list.append(term, told);
  }
  const heading = document.createElement("h2");
  heading.textContent = "Keys";
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", help);
  dialog.append(heading, list, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

let going = null;

function go(letter) {
  going += letter;
  const links = [...document.querySelectorAll(".menu a")].filter((link) => link.textContent.trim().toLowerCase().startsWith(going));
  if (links.length === 1) links[0].click();
  if (links.length <= 1) going = null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches(TYPING)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (going !== null) {
    if (/^[a-z]$/.test(event.key)) { event.preventDefault(); go(event.key); return; }
    going = null;
  }
  if ([" ", "Enter"].includes(event.key) && event.target.matches("a, button, summary")) return;
  const own = [...document.querySelectorAll("[data-key]")].find((one) => [one.dataset.key, one.dataset.also].includes(event.key));
  if (own) { event.preventDefault(); own.click(); if (own.matches("summary")) own.focus(); return; }
  switch (event.key) {
    case "?": help(); break;
    case "/": document.getElementById("seek")?.focus(); break;
    case "d": document.getElementById("as-of")?.focus(); break;
    case "g": going = ""; break;
    case "j": move(1); break;
    case "k": move(-1); break;
    case "n": document.querySelector("a[rel=next]")?.click(); break;
    case "p": document.querySelector("a[rel=prev]")?.click(); break;
    default: return;
  }
  event.preventDefault();
});

// Lists that are laid out as cards are still tables to a screen reader.
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
for (const part of document.querySelectorAll("table.list, .list thead, .list tbody, .list tr, .list td, .list th")) {
  part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
}

// The menu folds where it would push the page down; without this it stays open.
if (matchMedia("(max-width: 46rem)").matches) document.querySelector(".menu details")?.removeAttribute("open");
