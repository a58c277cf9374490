// Answers the scoring tool with one of two JavaScript libraries: node understanding_peers.mjs chrono|recognizers FOLDER
// FOLDER is where npm put them.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , peer, folder] = process.argv;
const require = createRequire(resolve(folder, "package.json"));
const chrono = peer === "chrono" ? require("chrono-node") : null;
const recognizers = peer === "recognizers" ? require("@microsoft/recognizers-text-suite") : null;

const pad = (number) => String(number).padStart(2, "0");
const local = (date) =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` +
  `T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;

function byChrono(text, now) {
  return chrono.parse(text, now, { forwardDate: true }).map((found) => {
    const clock = found.start.isCertain("hour");
    const start = found.start.date();
    if (!clock) start.setHours(0, 0, 0, 0);
    const said = { text: found.text, span: [found.index, found.index + found.text.length], start: local(start) };
    if (!found.end) return { ...said, kind: clock ? "datetime" : "date", grain: clock ? "minute" : "day" };
    const end = found.end.date();
    if (!found.end.isCertain("hour")) end.setHours(24, 0, 0, 0);
    return { ...said, kind: "range", end: local(end), grain: clock ? "minute" : "day" };
  });
}

function byRecognizers(text, now) {
  const found = recognizers.recognizeDateTime(text, recognizers.Culture.English, undefined, now);
  return found.map((one) => ({
    text: one.text,
    span: [one.start, one.end + 1],
    type: one.typeName.split(".").pop(),
    values: one.resolution ? one.resolution.values : [],
  }));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, now } = JSON.parse(line);
  console.log(JSON.stringify((chrono ? byChrono : byRecognizers)(text, new Date(now))));
}
