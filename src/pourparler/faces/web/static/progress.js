// Keeps the overview up to date while reports are read in. Without it the page says how far reading had come, and a
// browser without scripts loads it again by itself.
const SOON = 2000;
const LATER = 10000;
const live = document.getElementById("live");
const parts = document.querySelector("[data-live]");
let shown = live?.dataset.shown;
let looks = 0;

function say(part, words) {
  const place = live.querySelector(`[data-of=${part}]`);
  if (place && place.textContent !== words) place.textContent = words;
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function show(now) {
  if (!live) return;
  live.hidden = !now.writing && !now.making;
  say("stage", now.writing ? now.stage : "the pages are put together anew");
  say("reports", counted(now.reports, "report"));
  say("rate", now.rate === null ? "" : `, ${Math.round(now.rate).toLocaleString("en")} a minute`);
  say("failures", `${counted(now.failures, "input")} could not be read`);
  say("last", now.last ?? "");
}

// Takes the parts of the page that follow the record from a newer one; what somebody is at is left alone.
async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const newer = page.querySelector(`[data-live="${part.dataset.live}"]`);
    const busy = part.contains(document.activeElement) || part.querySelector("details[open]");
    if (!newer || busy || newer.innerHTML === part.innerHTML) continue;
    part.toggleAttribute("data-again", newer.hasAttribute("data-again"));
    part.replaceChildren(...newer.childNodes);
  }
  shown = page.getElementById("live")?.dataset.shown ?? shown;
}

async function look() {
  let wait = LATER;
  try {
    const answer = await fetch("/progress.json");
    if (answer.ok) {
      const now = await answer.json();
      show(now);
      if (now.writing || now.making) wait = SOON;
      if (document.querySelector("[data-again]")) { wait = SOON; await renew(); }
      else if (live && String(now.edition) !== shown && (looks++ % 3 === 0 || wait === LATER)) await renew();
    }
  } catch {
    // The server has ended: the page stays as it is.
  }
  setTimeout(look, wait);
}

if (parts) setTimeout(look, SOON);
