// The demo's clock, which may stand anywhere and runs, and what it shows on walls in other places.

let told = Date.now();
let since = performance.now();

/** The server says that it is now `instant` (ISO, UTC). */
export function setClock(instant) {
  told = Date.parse(instant);
  since = performance.now();
}

/** Now, as a Date. */
export function now() {
  return new Date(told + performance.now() - since);
}

const walls = new Map();

/** What a wall clock in `zone` shows at `instant`, as ISO without a zone. */
export function wall(instant, zone) {
  if (!walls.has(zone)) {
    walls.set(zone, new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }));
  }
  return walls.get(zone).format(instant).replace(" ", "T");
}

/** Hours and minutes in the zone and the habit of `person`. */
export function timeFor(person, instant) {
  return instant.toLocaleTimeString(person.locale, { timeZone: person.zone, timeStyle: "short" });
}
