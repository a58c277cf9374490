// The talk with the bot: messages as they come over the stream, cards redrawn in their place.

import { drawCard } from "./cards.js";

const log = document.getElementById("log");
const typing = document.getElementById("typing");
const prompts = document.getElementById("prompts");
const form = document.getElementById("compose");
const words = document.getElementById("words");

let person = "";
let stream = null;
let theme = "light";
let messages = [];
let quiet = 0;

/** Talk as this person from now on; `onCalendar` is called when somebody's calendar has changed. */
export function talkAs(id, onCalendar) {
  person = id;
  stream?.close();
  stream = new EventSource(`/page/stream?person=${encodeURIComponent(id)}`);
  stream.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.kind === "calendar") onCalendar();
    else take(news);
  };
}

/** Redraw in the other theme. */
export function dressIn(name) {
  theme = name;
  drawAll();
}

function take(news) {
  if (news.kind === "typing") return showTyping();
  if (news.kind === "all") {
    messages = news.messages;
    drawAll();
  } else if (news.kind === "message") {
    messages.push(news.message);
    if (news.message.from === "bot") hideTyping();
    log.append(draw(news.message));
    showPrompts();
    toEnd();
  } else if (news.kind === "change") {
    const at = messages.findIndex((message) => message.id === news.message.id);
    if (at >= 0) {
      messages[at] = news.message;
      element(news.message.id)?.replaceWith(draw(news.message));
      element(news.message.id)?.scrollIntoView({ block: "nearest" });
    }
  } else if (news.kind === "remove") {
    messages = messages.filter((message) => message.id !== news.id);
    element(news.id)?.remove();
  }
}

function element(id) {
  return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
}

function drawAll() {
  log.replaceChildren(...messages.map(draw));
  showPrompts();
  toEnd();
}

function draw(message) {
  const item = document.createElement("article");
  item.className = `message from-${message.from}`;
  item.dataset.id = message.id;
  item.setAttribute("aria-label", message.from === "bot" ? "Convene" : "You");
  if (message.text) {
    const bubble = document.createElement("p");
    bubble.className = "bubble";
    bubble.textContent = message.text;
    item.append(bubble);
  }
  for (const card of message.cards) {
    const frame = document.createElement("div");
    frame.className = "card";
    frame.append(drawCard(card, theme, (action) => press(message, frame, action)));
    item.append(frame);
  }
  return item;
}

async function press(message, frame, action) {
  if (frame.classList.contains("waiting")) return;
  frame.classList.add("waiting");
  frame.querySelectorAll("button").forEach((button) => { button.disabled = true; });
  const problem = await post("/page/press", { person, message: message.id, action });
  frame.classList.remove("waiting");
  frame.querySelectorAll("button").forEach((button) => { button.disabled = false; });
  if (problem) complain(problem);
}

async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    const told = await answer.json();
    return told.problem ?? "";
  } catch {
    return "The demo does not answer. Is it still running?";
  }
}

function complain(problem) {
  hideTyping();
  take({ kind: "message", message: { id: `local-${Date.now()}`, from: "bot", text: problem, cards: [], prompts: [] } });
}

function showPrompts() {
  const last = messages.at(-1);
  const offered = last?.from === "bot" ? last.prompts : [];
  prompts.replaceChildren(...offered.map((prompt) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.textContent = prompt.title;
    chip.addEventListener("click", () => say(prompt.text));
    return chip;
  }));
}

async function say(text) {
  prompts.replaceChildren();
  showTyping();
  const problem = await post("/page/say", { person, text });
  hideTyping();
  if (problem) complain(problem);
}

function showTyping() {
  clearTimeout(quiet);
  typing.hidden = false;
  quiet = setTimeout(hideTyping, 12000);
}

function hideTyping() {
  clearTimeout(quiet);
  typing.hidden = true;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

function fit() {
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight, 140)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text) return;
  words.value = "";
  fit();
  say(text);
});
words.addEventListener("input", fit);
words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
