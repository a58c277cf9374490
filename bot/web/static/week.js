// The week beside the chat, by the chosen person's own clock. Wall times are handed to the calendar as if they were UTC.

let calendar = null;
let person = "";
let known = null;
let wall = Date.now();
let since = performance.now();

const WORDS = {
  cancelled: "cancelled", declined: "declined", unanswered: "not answered", tentative: "tentative", away: "out of office",
  free: "free", busy: "",
};

/** Show somebody's week; `now` is what a clock on their wall shows. */
export function showWeek(id, now) {
  person = id;
  known = null;
  setClock(now);
  if (calendar) {
    calendar.gotoDate(new Date(wall));
    calendar.refetchEvents();
  } else {
    build();
  }
}

/** Something has changed: ask again, and show what is new. */
export function refreshWeek() {
  calendar?.refetchEvents();
}

/** The page's measure has changed. */
export function fitWeek() {
  if (!calendar) return;
  const view = viewFor();
  if (calendar.view.type !== view) calendar.changeView(view);
  calendar.updateSize();
}

function setClock(now) {
  wall = Date.parse(`${now}Z`);
  since = performance.now();
}

function clock() {
  return new Date(wall + performance.now() - since).toISOString();
}

function viewFor() {
  return window.innerWidth < 720 ? "timeGridDay" : "week";
}

function build() {
  calendar = new window.FullCalendar.Calendar(document.getElementById("week"), {
    initialView: viewFor(),
    views: { week: { type: "timeGrid", duration: { weeks: 1 }, weekends: weekend(), dateAlignment: "week" } },
    initialDate: clock(),
    now: clock,
    timeZone: "UTC",
    firstDay: 1,
    nowIndicator: true,
    height: "100%",
    expandRows: false,
    slotMinTime: "06:00:00",
    slotMaxTime: "22:00:00",
    scrollTime: "08:00:00",
    allDayText: "all day",
    headerToolbar: { start: "title", end: "today prev,next" },
    buttonText: { today: "Today" },
    slotLabelFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    dayHeaderFormat: { weekday: "short", day: "numeric" },
    titleFormat: { month: "long", year: "numeric" },
    slotEventOverlap: false,
    eventClassNames: ({ event }) => [
      `is-${event.extendedProps.state}`, ...(event.extendedProps.fresh ? ["is-fresh"] : []),
    ],
    eventContent: content,
    eventDidMount: describe,
    events: fetchEvents,
  });
  calendar.render();
}

function weekend() {
  const day = new Date(wall).getUTCDay();
  return day === 0 || day === 6;
}

async function fetchEvents(range, done, failed) {
  const query = new URLSearchParams({ person, start: range.startStr.slice(0, 19), end: range.endStr.slice(0, 19) });
  try {
    const answer = await fetch(`/page/week?${query}`);
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.problem);
    setClock(told.now);
    const before = known?.key === query.toString() ? known.ids : null;
    known = { key: query.toString(), ids: new Set(told.events.map((event) => event.id)) };
    for (const event of told.events) event.extendedProps.fresh = Boolean(before && !before.has(event.id));
    done(told.events);
  } catch (problem) {
    failed(problem);
  }
}

function content({ event, timeText }) {
  const box = document.createElement("div");
  box.className = "what";
  const title = document.createElement("strong");
  title.textContent = event.title;
  box.append(title);
  const details = [timeText, event.extendedProps.private ? "private" : "", WORDS[event.extendedProps.state]];
  const small = document.createElement("span");
  small.textContent = details.filter(Boolean).join(" · ");
  box.append(small);
  return { domNodes: [box] };
}

function describe({ event, el, timeText }) {
  const { place, organizer, state } = event.extendedProps;
  const told = [event.title, timeText, place, organizer && `from ${organizer}`, WORDS[state]].filter(Boolean).join(", ");
  el.title = told;
  el.setAttribute("aria-label", told);
}
