// The week beside the chat, by the chosen person's own clock. Wall times are handed to the calendar as if they were UTC.

import { hideDetails, showDetails, STATES } from "./details.js";
import { now, setClock, timeFor, wall } from "./clock.js";
import { get } from "./server.js";

const DAY = 24 * 3600 * 1000;
const AHEAD = 60 * DAY;
// Pixels, as week.css has them: a line of an event, and a minute of the day.
const LINE = 16;
const PER_MINUTE = 28 / 30;

const pane = document.getElementById("week");
const title = document.getElementById("week-title");
const where = document.getElementById("week-zone");

let calendar = null;
let person = null;
let known = null;
let fresh = new Set();
let due = 0;
let tellNew = () => {};

/** Show somebody's week; `onNew` is called when something new lands in it. */
export function showWeek(somebody, onNew) {
  person = somebody;
  known = null;
  fresh = new Set();
  tellNew = onNew;
  if (calendar) {
    calendar.gotoDate(wallNow());
    calendar.refetchEvents();
  } else {
    build();
  }
  label();
  ahead(somebody).catch(fail);
}

/** Something has changed. One meeting changes several calendars, so this waits until they have all said so. */
export function refreshWeek() {
  clearTimeout(due);
  due = setTimeout(refresh, 50);
}

/** Ask again, and go to what is new where it lies outside the days that are shown. */
async function refresh() {
  const whose = person;
  try {
    const landed = await ahead(whose);
    if (whose !== person) return;
    if (landed.length) fresh = new Set(landed.map((event) => event.id));
    const { activeStart, activeEnd } = calendar.view;
    if (landed.length && !landed.some((event) => inside(event, activeStart, activeEnd))) calendar.gotoDate(landed[0].start);
    calendar.refetchEvents();
    if (landed.length) tellNew();
  } catch (problem) {
    fail(problem);
  }
}

/** The page's measure has changed. */
export function fitWeek() {
  if (!calendar || !pane.offsetWidth) return;
  const view = viewFor();
  if (calendar.view.type !== view) calendar.changeView(view);
  calendar.updateSize();
  toFresh();
}

function toFresh() {
  pane.querySelector(".is-fresh")?.scrollIntoView({ block: "nearest", container: "nearest" });
}

/** What is new in the coming weeks of somebody since this was asked last. */
async function ahead(whose) {
  const start = Date.parse(`${wallNow().slice(0, 10)}T00:00:00Z`);
  const told = await eventsOf(whose, start, start + AHEAD);
  if (whose !== person) return [];
  const before = known;
  known = new Set(told.map((event) => event.id));
  return before ? told.filter((event) => !before.has(event.id)) : [];
}

async function eventsOf(whose, start, end) {
  const walls = [start, end].map((instant) => new Date(instant).toISOString().slice(0, 19));
  const told = await get("/page/events", { person: whose.id, start: walls[0], end: walls[1] });
  setClock(told.now);
  return told.events;
}

function inside(event, from, to) {
  const start = Date.parse(`${event.start}Z`);
  return start >= from.getTime() && start < to.getTime();
}

function wallNow() {
  return wall(now(), person.zone);
}

function viewFor() {
  const width = pane.offsetWidth || window.innerWidth;
  return width < 420 ? "day" : width < 560 ? "threeDays" : "week";
}

function build() {
  calendar = new window.FullCalendar.Calendar(pane, {
    initialView: viewFor(),
    views: {
      day: { type: "timeGrid", duration: { days: 1 }, titleFormat: { day: "numeric", month: "short", year: "numeric" } },
      threeDays: { type: "timeGrid", duration: { days: 3 } },
      week: { type: "timeGrid", duration: { weeks: 1 }, dateAlignment: "week" },
    },
    weekends: viewFor() !== "week" || onWeekend(wallNow()),
    initialDate: wallNow(),
    now: wallNow,
    timeZone: "UTC",
    locale: "en-GB",
    firstDay: 1,
    nowIndicator: true,
    height: "100%",
    headerToolbar: false,
    scrollTime: "07:30:00",
    allDayText: "All day",
    slotLabelFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    defaultRangeSeparator: " – ",
    titleFormat: { day: "numeric", month: "long", year: "numeric" },
    dayHeaderContent: dayHeading,
    slotEventOverlap: false,
    eventMinHeight: 18,
    eventShortHeight: 38,
    eventInteractive: true,
    eventClassNames: ({ event }) => [`is-${event.extendedProps.state}`, ...(fresh.has(event.id) ? ["is-fresh"] : [])],
    eventContent: content,
    eventDidMount: describe,
    eventClick: ({ event, el, jsEvent }) => {
      jsEvent.preventDefault();
      showDetails(event, el);
    },
    datesSet: label,
    events: fetchEvents,
  });
  calendar.render();
}

async function fetchEvents(range, done, failed) {
  const start = range.start.getTime();
  const isWeek = range.end.getTime() - start > 3 * DAY;
  const end = isWeek ? start + 7 * DAY : range.end.getTime();
  try {
    const told = await eventsOf(person, start, end);
    done(told);
    where.classList.remove("failed");
    label();
    const instants = [wallNow(), ...told.map((event) => event.start)];
    showWeekends(!isWeek || instants.some((each) => isWeekendWithin(each, start, end)));
  } catch (problem) {
    failed(problem);
    fail(problem);
  }
}

/** Saturday and Sunday stand in the week only where there is something to see. */
function showWeekends(needed) {
  if (calendar.getOption("weekends") !== needed) calendar.setOption("weekends", needed);
}

function isWeekendWithin(instant, start, end) {
  const at = Date.parse(`${instant}Z`);
  return onWeekend(instant) && at >= start && at < end;
}

function onWeekend(instant) {
  return [0, 6].includes(new Date(`${instant}Z`).getUTCDay());
}

function fail(problem) {
  where.textContent = problem.message;
  where.classList.add("failed");
}

function label() {
  if (!calendar || !person) return;
  hideDetails();
  title.textContent = calendar.view.title;
  tick();
}

function tick() {
  if (person && !where.classList.contains("failed")) where.textContent = `${person.city} time, now ${timeFor(person, now())}`;
}

function dayHeading({ date }) {
  const box = document.createElement("span");
  box.className = "day";
  for (const [name, option] of [["number", { day: "numeric" }], ["weekday", { weekday: "short" }]]) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = date.toLocaleDateString("en-GB", { timeZone: "UTC", ...option });
    box.append(part);
  }
  return { domNodes: [box] };
}

function content({ event, timeText }) {
  const minutes = (event.end - event.start) / 60000;
  const isShort = event.allDay || minutes <= 30;
  const state = [event.extendedProps.private ? "private" : "", STATES[event.extendedProps.state]].filter(Boolean).join(", ");
  const time = event.allDay ? "" : timeText;
  const lines = Math.max(2, Math.floor((minutes * PER_MINUTE - 6) / LINE));
  const details = (isShort ? [state, time] : [time, state]).filter(Boolean).slice(0, isShort ? 2 : lines - 1);
  const box = document.createElement("div");
  box.className = isShort ? "what short" : "what";
  const name = document.createElement("strong");
  name.textContent = event.title;
  if (!isShort) name.style.webkitLineClamp = lines - details.length;
  box.append(name, ...details.map((text) => {
    const line = document.createElement("span");
    line.textContent = text;
    return line;
  }));
  return { domNodes: [box] };
}

function describe({ event, el, timeText }) {
  const { place, organizer, state } = event.extendedProps;
  const told = [event.title, timeText, place, organizer && `from ${organizer}`, STATES[state]].filter(Boolean).join(", ");
  el.setAttribute("role", "button");
  el.setAttribute("aria-label", told);
  if (fresh.has(event.id)) requestAnimationFrame(toFresh);
}

function turn(how) {
  fresh = new Set();
  how();
}

document.getElementById("week-today").addEventListener("click", () => turn(() => calendar?.gotoDate(wallNow())));
document.getElementById("week-back").addEventListener("click", () => turn(() => calendar?.prev()));
document.getElementById("week-on").addEventListener("click", () => turn(() => calendar?.next()));
setInterval(tick, 20000);
