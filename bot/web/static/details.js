// What there is to know about an event of the week, in a panel beside it.

const panel = document.getElementById("details");

/** How an event stands, in a word; nothing for what is simply busy. */
export const STATES = {
  cancelled: "cancelled", declined: "declined", unanswered: "not answered", tentative: "tentative", away: "out of office",
  free: "free", busy: "",
};

/** Open the panel for a FullCalendar event, beside its element. */
export function showDetails(event, element) {
  const { place, organizer, state, private: hidden } = event.extendedProps;
  const heading = document.createElement("h3");
  heading.textContent = event.title;
  const facts = [when(event), place, organizer ? `Organised by ${organizer}` : "You organise this", hidden ? "Private" : "", sentence(STATES[state])];
  panel.replaceChildren(heading, ...facts.filter(Boolean).map((text) => {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }));
  panel.showPopover();
  const beside = element.getBoundingClientRect();
  const left = beside.right + 8 + panel.offsetWidth <= innerWidth ? beside.right + 8 : beside.left - 8 - panel.offsetWidth;
  panel.style.left = `${Math.max(8, Math.min(left, innerWidth - panel.offsetWidth - 8))}px`;
  panel.style.top = `${Math.max(8, Math.min(beside.top, innerHeight - panel.offsetHeight - 8))}px`;
}

/** Close it. */
export function hideDetails() {
  if (panel.matches(":popover-open")) panel.hidePopover();
}

function when(event) {
  const day = event.start.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  if (event.allDay || !event.end) return `${day}, all day`;
  const [from, to] = [event.start, event.end].map((each) => each.toISOString().slice(11, 16));
  return `${day}, ${from} – ${to}`;
}

function sentence(word) {
  return word && word[0].toUpperCase() + word.slice(1);
}
