// Who one is, how it looks, and what is shown on a narrow screen.

import { talkAs } from "./chat.js";
import { setClock } from "./clock.js";
import { offer, showAs } from "./people.js";
import { get } from "./server.js";
import { fitWeek, refreshWeek, showWeek } from "./week.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const toggle = document.getElementById("theme");

async function start() {
  const told = await get("/page/people");
  setClock(told.now);
  offer(told.people, become);
  const asked = new URLSearchParams(location.search).get("person") ?? sessionStorage.getItem("person");
  const first = [asked, told.default].map((id) => told.people.find((person) => person.id === id)).find(Boolean);
  if (first) become(first);
  else explain("Nobody works here: the world that the demo was started with has no users.");
}

function become(person) {
  sessionStorage.setItem("person", person.id);
  showAs(person);
  talkAs(person, refreshWeek);
  showWeek(person, reveal);
  if (matchMedia("(hover: hover)").matches) document.getElementById("words").focus();
}

/** A meeting has landed in the calendar; where that is hidden its tab says so. */
function reveal() {
  if (root.dataset.shows === "chat") root.dataset.news = "week";
}

function explain(problem) {
  const notice = document.getElementById("lost");
  notice.textContent = problem;
  notice.hidden = false;
}

function show(part) {
  root.dataset.shows = part;
  if (part === "week") delete root.dataset.news;
  for (const name of ["chat", "week"]) {
    document.getElementById(`show-${name}`).setAttribute("aria-pressed", String(name === part));
  }
  fitWeek();
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
}

toggle.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});
document.getElementById("show-chat").addEventListener("click", () => show("chat"));
document.getElementById("show-week").addEventListener("click", () => show("week"));
window.addEventListener("resize", fitWeek);
show("chat");
start().catch((problem) => explain(problem.message));
