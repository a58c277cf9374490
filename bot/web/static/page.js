// Who one is, how it looks, and what is shown on a narrow screen.

import { dressIn, talkAs } from "./chat.js";
import { fitWeek, refreshWeek, showWeek } from "./week.js";

const chooser = document.getElementById("person");
const root = document.documentElement;
let people = [];

async function start() {
  dress(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  const told = await (await fetch("/page/people")).json();
  people = told.people;
  chooser.replaceChildren(...people.map((each) => new Option(`${each.name} – ${each.title}, ${each.city}`, each.id)));
  const asked = new URLSearchParams(location.search).get("person") ?? sessionStorage.getItem("person");
  chooser.value = people.some((each) => each.id === asked) ? asked : told.default;
  become(chooser.value);
}

function become(id) {
  sessionStorage.setItem("person", id);
  talkAs(id, refreshWeek);
  showWeek(id, people.find((each) => each.id === id).now);
  document.getElementById("words").focus();
}

function dress(theme) {
  root.dataset.theme = theme;
  dressIn(theme);
}

function show(part) {
  root.dataset.shows = part;
  for (const name of ["chat", "week"]) {
    document.getElementById(`show-${name}`).setAttribute("aria-pressed", String(name === part));
  }
  fitWeek();
}

chooser.addEventListener("change", () => become(chooser.value));
document.getElementById("theme").addEventListener("click", () => {
  const theme = root.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem("theme", theme);
  dress(theme);
});
document.getElementById("show-chat").addEventListener("click", () => show("chat"));
document.getElementById("show-week").addEventListener("click", () => show("week"));
window.addEventListener("resize", fitWeek);
show("chat");
start();
