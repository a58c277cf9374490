// The plan, carried out with Microsoft's client for JavaScript: reads the plan from standard input, prints what it saw.
// Runs beside the packages that `environment` installs; nothing of Convene is there.

import { readFileSync } from "node:fs";
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  FileUpload,
  LargeFileUploadTask,
  PageIterator,
} from "@microsoft/microsoft-graph-client";

const minute = (moment) => {
  if (moment.timeZone !== "UTC") throw new Error(`a time in ${moment.timeZone}`);
  return moment.dateTime.slice(0, 16);
};
const moment = (text) => ({ dateTime: text, timeZone: "UTC" });
const slot = ({ start, end }) => ({ start: moment(start), end: moment(end) });
const people = (emails) => emails.map((address) => ({ emailAddress: { address }, type: "required" }));

function clientOf(root, token) {
  const { origin, hostname, pathname } = new URL(root);
  return Client.init({
    baseUrl: `${origin}/`,
    defaultVersion: pathname.slice(1),
    customHosts: new Set([hostname]),
    authProvider: (done) => done(null, token),
  });
}

async function lookAround(ana, plan) {
  const sizes = [];
  const subjects = [];
  let page = await ana.api("/me/events").top(plan.page).select("subject").get();
  for (;;) {
    sizes.push(page.value.length);
    subjects.push(...page.value.map((event) => event.subject));
    if (!page["@odata.nextLink"]) break;
    page = await ana.api(page["@odata.nextLink"]).get();
  }
  const users = [];
  const first = await ana.api("/users").top(2).get();
  await new PageIterator(ana, first, (user) => users.push(user.displayName)).iterate();
  const rooms = await ana.api("/places/microsoft.graph.room").get();
  return {
    me: (await ana.api("/me").get()).displayName,
    users,
    pages: sizes,
    subjects: subjects.sort(),
    zone: (await ana.api("/me/mailboxSettings").get()).timeZone,
    rooms: rooms.value.map((room) => [room.displayName, room.capacity]),
  };
}

async function keepCalendars(ana, plan) {
  const names = async () => (await ana.api("/me/calendars").get()).value.map((calendar) => calendar.name);
  const made = await ana.api("/me/calendars").post(plan.calendar);
  const calendars = await names();
  await ana.api(`/me/calendars/${made.id}`).delete();
  return { calendar: [made.name, made.color], calendars, "calendars left": await names() };
}

async function findTimes(ana, plan) {
  const times = async (stated) => {
    const found = await ana.api("/me/findMeetingTimes").post({
      attendees: people([stated.attendee]),
      timeConstraint: { timeSlots: [slot(stated)] },
      meetingDuration: "PT30M",
      maxCandidates: 3,
      minimumAttendeePercentage: 100,
    });
    if (!found.meetingTimeSuggestions.length) return found.emptySuggestionsReason.toLowerCase();
    return found.meetingTimeSuggestions.map((one) => [minute(one.meetingTimeSlot.start), one.confidence]);
  };
  const stated = plan.schedule;
  const answer = await ana.api("/me/calendar/getSchedule").post({
    schedules: stated.of,
    startTime: moment(stated.start),
    endTime: moment(stated.end),
    availabilityViewInterval: stated.minutes,
  });
  const busy = answer.value.flatMap((schedule) =>
    schedule.scheduleItems.map((item) => [minute(item.start), minute(item.end)]),
  );
  return { times: await times(plan.times), "no times": await times(plan["no times"]), busy };
}

async function meet(ana, tom, plan) {
  const { subject, transactionId, attendees, ...span } = plan.created;
  const create = () =>
    ana.api("/me/events").post({
      subject,
      transactionId,
      attendees: people(attendees),
      ...slot(span),
      isOnlineMeeting: true,
      onlineMeetingProvider: "teamsForBusiness",
    });
  const made = await create();
  const again = await create();
  const sights = {
    created: [made.subject, minute(made.start), made.attendees.map((one) => one.emailAddress.address).sort()],
    online: Boolean(made.onlineMeeting.joinUrl),
    "created once": again.id === made.id,
  };
  const view = await tom
    .api("/me/calendarView")
    .query({ startDateTime: plan.day.start, endDateTime: plan.day.end })
    .top(50)
    .get();
  const invitation = view.value.find((event) => event.subject === subject);
  sights.invited = [invitation.organizer.emailAddress.address, invitation.responseStatus.response];
  const theirs = `/me/events/${invitation.id}`;
  const own = `/me/events/${made.id}`;
  await tom.api(`${theirs}/tentativelyAccept`).post({ comment: "Later?", proposedNewTime: slot(plan.proposed) });
  const answer = (await ana.api(own).get()).attendees[0];
  sights.answered = [answer.status.response, minute(answer.proposedNewTime.start)];
  const moved = await ana.api(own).patch(slot(plan.moved));
  sights.moved = [minute(moved.start), minute((await tom.api(theirs).get()).start)];
  sights.changed = moved.changeKey !== made.changeKey;
  await tom.api(`${theirs}/accept`).post({});
  sights.accepted = (await ana.api(own).get()).attendees[0].status.response;
  await ana.api(`${own}/cancel`).post({ comment: "Another time" });
  sights.cancelled = (await tom.api(theirs).get()).isCancelled;
  return sights;
}

async function repeat(ana, plan) {
  const stated = plan.series;
  const series = await ana.api("/me/events").post({
    subject: stated.subject,
    ...slot(stated),
    recurrence: {
      pattern: { type: "weekly", interval: 1, daysOfWeek: stated.days, firstDayOfWeek: "monday" },
      range: { type: "numbered", startDate: stated.first, numberOfOccurrences: stated.count },
    },
  });
  const month = { startDateTime: stated.from, endDateTime: stated.to };
  const instances = async () => (await ana.api(`/me/events/${series.id}/instances`).query(month).get()).value;
  const found = await instances();
  await ana.api(`/me/events/${found[1].id}`).delete();
  const left = await instances();
  await ana.api(`/me/events/${series.id}`).delete();
  return {
    series: found.map((event) => minute(event.start)),
    "series left": left.map((event) => minute(event.start)),
    month: (await ana.api("/me/calendarView").query(month).get()).value.length,
  };
}

async function askSeveral(ana, plan) {
  const step = (id, path, dependsOn) => ({ id, request: new Request(`https://graph${path}`, { method: "GET" }), dependsOn });
  const content = await new BatchRequestContent([
    step("1", "/me"),
    step("2", `/me/events/${plan.missing}`, ["1"]),
    step("3", "/me", ["2"]),
  ]).getContent();
  const answers = new BatchResponseContent(await ana.api("/$batch").post(content));
  const body = async (id) => (await answers.getResponseById(id)).json();
  const missing = await ana.api(`/me/events/${plan.missing}`).get().then(
    () => "",
    (error) => error.code,
  );
  return {
    batch: [(await body("1")).displayName, (await body("2")).error.code],
    "batch dependent": (await body("3")).error.code,
    missing,
  };
}

async function file(ana, uploader, plan) {
  const { subject, name, content, large, size, ...span } = plan.filed;
  const made = await ana.api("/me/events").post({ subject, ...slot(span) });
  const own = `/me/events/${made.id}`;
  await ana.api(`${own}/attachments`).post({
    "@odata.type": "#microsoft.graph.fileAttachment",
    name,
    contentType: "text/plain",
    contentBytes: Buffer.from(content).toString("base64"),
  });
  const item = { AttachmentItem: { attachmentType: "file", name: large, size } };
  const { uploadUrl: url, expirationDateTime } = await ana.api(`${own}/attachments/createUploadSession`).post(item);
  const session = { url, expiry: new Date(expirationDateTime) };
  const upload = new FileUpload(new Uint8Array(size), large, size);
  await new LargeFileUploadTask(uploader, upload, session, { rangeSize: 2 * 1024 * 1024 }).upload();
  const listed = (await ana.api(`${own}/attachments`).get()).value;
  const bytes = (one) => Buffer.from(one.contentBytes, "base64");
  const sights = {
    files: listed.slice(0, 1).map((one) => one.name),
    file: bytes(listed[0]).toString(),
    "large file": [listed[1].name, bytes(listed[1]).length],
    "has files": (await ana.api(own).get()).hasAttachments,
  };
  await ana.api(own).delete();
  return sights;
}

async function follow(ana, plan) {
  const { subject, from, to, ...span } = plan.followed;
  const before = await ana.api("/me/calendarView/delta").query({ startDateTime: from, endDateTime: to }).get();
  const made = await ana.api("/me/events").post({ subject, ...slot(span) });
  const later = await ana.api(before["@odata.deltaLink"]).get();
  await ana.api(`/me/events/${made.id}`).delete();
  const last = await ana.api(later["@odata.deltaLink"]).get();
  const changed = last.value.filter((event) => !event["@removed"]);
  const gone = last.value.filter((event) => event["@removed"]);
  return {
    followed: [before.value.length, later.value.map((event) => event.subject), changed.length],
    gone: gone.map((event) => event.id === made.id),
  };
}

async function correspond(ana, tom, { to, subject, text, answer, folder }) {
  const within = async (person, name) => (await person.api(`/me/mailFolders/${name}/messages`).get()).value;
  const subjects = (messages) => messages.map((message) => message.subject);
  const toRecipients = [{ emailAddress: { address: to } }];
  await ana.api("/me/sendMail").post({ message: { subject, body: { contentType: "text", content: text }, toRecipients } });
  const [received] = await within(tom, "inbox");
  const found = (await tom.api("/me/messages").search(`"subject:${subject}"`).get()).value;
  await tom.api(`/me/messages/${received.id}/reply`).post({ comment: answer });
  const [answered] = await within(ana, "inbox");
  const notes = await tom.api("/me/mailFolders").post({ displayName: folder });
  const moved = await tom.api(`/me/messages/${received.id}/move`).post({ destinationId: notes.id });
  const inNotes = subjects(await within(tom, notes.id));
  await tom.api(`/me/messages/${moved.id}`).delete();
  return {
    mail: [received.subject, received.bodyPreview, received.from.emailAddress.address, received.isRead],
    "mail found": subjects(found),
    "mail sent": subjects(await within(ana, "sentitems")),
    "mail answered": [answered.subject, answered.bodyPreview.slice(0, answer.length)],
    "mail moved": [notes.displayName, inNotes],
    "mail deleted": subjects(await within(tom, "deleteditems")),
  };
}

async function watch(ana, plan) {
  const { resource, changes, subject, expires, renewed, ...span } = plan.watch;
  const made = await ana.api("/subscriptions").post({
    resource,
    changeType: changes,
    notificationUrl: plan.subscriber,
    expirationDateTime: expires,
    clientState: "secret",
  });
  const event = await ana.api("/me/events").post({ subject, ...slot(span) });
  await ana.api(`/me/events/${event.id}`).delete();
  const own = `/subscriptions/${made.id}`;
  const longer = await ana.api(own).patch({ expirationDateTime: renewed });
  const listed = (await ana.api("/subscriptions").get()).value;
  await ana.api(own).delete();
  return {
    watched: [made.resource, made.changeType, made.expirationDateTime.slice(0, 16)],
    "watched longer": longer.expirationDateTime.slice(0, 16),
    watching: listed.map((one) => one.id === made.id),
    "watching no more": (await ana.api("/subscriptions").get()).value.length,
  };
}

const plan = JSON.parse(readFileSync(0, "utf8"));
const ana = clientOf(plan.root, plan.ana);
const tom = clientOf(plan.root, plan.tom);
// What lies outside of Graph gets no token.
const uploader = Client.init({ authProvider: (done) => done(null, plan.ana) });
const sights = {
  ...(await lookAround(ana, plan)),
  ...(await keepCalendars(ana, plan)),
  ...(await findTimes(ana, plan)),
  ...(await meet(ana, tom, plan)),
  ...(await repeat(ana, plan)),
  ...(await askSeveral(ana, plan)),
  ...(await file(ana, uploader, plan)),
  ...(await follow(ana, plan)),
  ...(await correspond(ana, tom, plan.mail)),
  ...(await watch(ana, plan)),
};
console.log(JSON.stringify(sights));
