// Who one is: a button that opens a list of everybody, to be searched by name, title or place.

import { now, timeFor, wall } from "./clock.js";

const button = document.getElementById("who");
const panel = document.getElementById("people");
const search = document.getElementById("people-search");
const list = document.getElementById("people-list");
const nobody = document.getElementById("people-none");

let people = [];
let shown = [];
let chosen = null;
let active = 0;
let choose = () => {};

/** Offer these people; `onChoose(person)` is called when another one is chosen. */
export function offer(everybody, onChoose) {
  people = everybody;
  choose = onChoose;
}

/** Show that one is this person. */
export function showAs(person) {
  chosen = person;
  label();
}

/** A circle with somebody's initials. */
export function portrait(name) {
  const circle = document.createElement("span");
  const parts = name.split(/\s+/).filter(Boolean);
  circle.className = `portrait tint-${[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 8}`;
  circle.setAttribute("aria-hidden", "true");
  circle.textContent = [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
  return circle;
}

function label() {
  const words = lines(chosen.name, `${chosen.place}, ${timeFor(chosen, now())}`);
  button.replaceChildren(portrait(chosen.name), words, chevron());
  button.setAttribute("aria-label", `You are ${chosen.name}, ${chosen.title}. Be somebody else`);
}

function lines(first, second) {
  const box = document.createElement("span");
  box.className = "lines";
  for (const [name, text] of [["first", first], ["second", second]]) {
    const line = document.createElement("span");
    line.className = name;
    line.textContent = text;
    box.append(line);
  }
  return box;
}

function chevron() {
  const holder = document.createElement("span");
  holder.className = "chevron";
  holder.setAttribute("aria-hidden", "true");
  return holder;
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function draw() {
  const wanted = plain(search.value).split(/\s+/).filter(Boolean);
  shown = people.filter((person) => {
    const about = plain(`${person.name} ${person.title} ${person.place}`);
    return wanted.every((word) => about.includes(word));
  });
  list.replaceChildren(...shown.map(option));
  nobody.hidden = shown.length > 0;
  const own = shown.findIndex((person) => person.id === chosen?.id);
  activate(wanted.length || own < 0 ? 0 : own);
}

function option(person, index) {
  const item = document.createElement("li");
  item.id = `person-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(person.id === chosen?.id));
  const time = document.createElement("span");
  time.className = "local";
  const hour = Number(wall(now(), person.zone).slice(11, 13));
  time.textContent = timeFor(person, now());
  time.classList.toggle("night", hour < 7 || hour >= 20);
  item.append(portrait(person.name), lines(person.name, [person.title, person.place].filter(Boolean).join(", ")), time);
  item.addEventListener("click", () => take(person));
  item.addEventListener("pointermove", () => { if (active !== index) activate(index, false); });
  return item;
}

function activate(index, scroll = true) {
  list.children[active]?.classList.remove("active");
  active = index;
  const item = list.children[active];
  item?.classList.add("active");
  if (item) search.setAttribute("aria-activedescendant", item.id);
  else search.removeAttribute("aria-activedescendant");
  if (scroll) item?.scrollIntoView({ block: "nearest" });
}

function take(person) {
  panel.hidePopover();
  if (person.id !== chosen?.id) choose(person);
}

// "toggle" comes only after the panel is on the screen: by then something may be typed, which has to stay.
panel.addEventListener("beforetoggle", (event) => {
  if (event.newState !== "open") return;
  search.value = "";
  draw();
});
panel.addEventListener("toggle", (event) => {
  const open = event.newState === "open";
  button.setAttribute("aria-expanded", String(open));
  search.setAttribute("aria-expanded", String(open));
  if (!open) return;
  search.focus();
  activate(active);
});
search.addEventListener("input", draw);
search.addEventListener("keydown", (event) => {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves && shown.length) {
    event.preventDefault();
    activate((active + moves[event.key] + shown.length) % shown.length);
  } else if (event.key === "Enter" && shown[active]) {
    event.preventDefault();
    take(shown[active]);
  }
});
setInterval(() => { if (chosen) label(); }, 20000);
