// The talk with the bot: messages as they come over the stream, cards redrawn in their place.

import { drawCard } from "./cards.js";
import { timeFor } from "./clock.js";
import { post } from "./server.js";

const log = document.getElementById("log");
const empty = document.getElementById("empty");
const typing = document.getElementById("typing");
const prompts = document.getElementById("prompts");
const form = document.getElementById("compose");
const words = document.getElementById("words");
const lost = document.getElementById("lost");

let person = null;
let stream = null;
let messages = [];
let quiet = 0;
let isPending = false;
let again = 0;

/** Talk as this person from now on; `onCalendar` is called when somebody's calendar has changed. */
export function talkAs(somebody, onCalendar) {
  person = somebody;
  take({ kind: "all", messages: [] });
  hideTyping();
  listen(onCalendar);
  if (isPending) form.requestSubmit();
}

function listen(onCalendar) {
  clearTimeout(again);
  stream?.close();
  stream = new EventSource(`/page/stream?person=${encodeURIComponent(person.id)}`);
  stream.onopen = () => { lost.hidden = true; };
  stream.onerror = () => {
    lost.hidden = false;
    // A broken stream is taken up again by the browser; one that was refused is not.
    if (stream.readyState === EventSource.CLOSED) again = setTimeout(() => listen(onCalendar), 3000);
  };
  stream.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.kind === "calendar") onCalendar();
    else take(news);
  };
}

function take(news) {
  if (news.kind === "typing") {
    showTyping();
  } else if (news.kind === "all") {
    messages = news.messages;
    log.replaceChildren(...messages.map(draw));
  } else if (news.kind === "message") {
    messages.push(news.message);
    if (news.message.from === "bot") hideTyping();
    const item = draw(news.message);
    item.classList.add("arriving");
    log.append(item);
  } else if (news.kind === "change") {
    change(news.message);
  } else if (news.kind === "remove") {
    messages = messages.filter((message) => message.id !== news.message.id);
    element(news.message.id)?.remove();
  }
  empty.hidden = messages.length > 0;
  showPrompts();
  if (news.kind === "all" || news.kind === "message") toNewest();
}

function change(message) {
  const at = messages.findIndex((each) => each.id === message.id);
  const before = element(message.id);
  if (at < 0 || !before) return;
  messages[at] = message;
  const after = draw(message);
  after.classList.add("changing");
  const hadFocus = before.contains(document.activeElement) || before.querySelector(".waiting");
  before.replaceWith(after);
  if (hadFocus) after.querySelector(".ac-adaptiveCard")?.focus({ preventScroll: true });
  after.scrollIntoView({ block: "nearest", container: "nearest" });
}

function element(id) {
  return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
}

function draw(message) {
  const item = document.createElement("article");
  item.className = `message from-${message.from}`;
  item.dataset.id = message.id;
  item.append(heading(message));
  if (message.text) {
    const bubble = document.createElement("p");
    bubble.className = "bubble";
    bubble.textContent = message.text;
    item.append(bubble);
  }
  for (const card of message.cards) {
    const frame = document.createElement("div");
    frame.className = "card";
    frame.append(drawCard(card, (action) => press(message, frame, action)));
    item.append(frame);
  }
  return item;
}

function heading(message) {
  const line = document.createElement("p");
  line.className = "by";
  const name = document.createElement("span");
  name.className = message.from === "bot" ? "name" : "name unseen";
  name.textContent = message.from === "bot" ? "Convene" : "You";
  const time = document.createElement("time");
  time.dateTime = message.at;
  time.textContent = timeFor(person, new Date(message.at));
  line.append(name, time);
  return line;
}

async function press(message, frame, action) {
  if (frame.classList.contains("waiting")) return;
  const buttons = [...frame.querySelectorAll("button:not(:disabled)")];
  const pressed = document.activeElement;
  frame.classList.add("waiting");
  frame.setAttribute("aria-busy", "true");
  for (const button of buttons) button.disabled = true;
  try {
    await post("/page/press", { person: person.id, message: message.id, action });
  } catch (problem) {
    complain(problem);
  }
  frame.classList.remove("waiting");
  frame.removeAttribute("aria-busy");
  for (const button of buttons) button.disabled = false;
  if (document.activeElement === document.body && frame.contains(pressed)) pressed.focus();
}

async function say(text) {
  prompts.replaceChildren();
  showTyping();
  try {
    await post("/page/say", { person: person.id, text });
  } catch (problem) {
    complain(problem);
  }
  hideTyping();
}

function complain(problem) {
  const at = new Date().toISOString();
  const message = { id: `local-${crypto.randomUUID()}`, from: "bot", at, text: problem.message, cards: [], prompts: [] };
  take({ kind: "message", message });
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

function showTyping() {
  clearTimeout(quiet);
  typing.classList.add("shown");
  quiet = setTimeout(hideTyping, 12000);
}

function hideTyping() {
  clearTimeout(quiet);
  typing.classList.remove("shown");
}

/** To the end of what was said; to the beginning of a card that is taller than the window. */
function toNewest() {
  log.scrollTop = log.scrollHeight;
  const item = log.lastElementChild;
  if (item?.offsetHeight > log.clientHeight) log.scrollTop = item.offsetTop - 12;
}

function fit() {
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight, 140)}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  isPending = !person;
  if (!text || isPending) return;
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
