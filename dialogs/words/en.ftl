# What Convene says, in English. Brief, warm, plain; no exclamation marks, no emoji.
# The syntax is Fluent's. Every language has the same names.

## Times to pick

times-title = Times for { $subject }
times-none-free-title = No time suits everyone
times-none-free-title-alone = No time is quite free
times-facts = { $duration } · { $who } · times in { $city }
times-place = Where: { $place }
times-facts-alone = { $duration } · only { whose } · times in { $city }
times-speak = { $count ->
    [one] One time for { $subject }: { $best }.
   *[other] { $count } times for { $subject }. The best is { $best }.
  }
everyone-free = Everyone is free
you-free = You are free
you-and-one-free = You and { $name } are free
others-free = the others are free
standing-free = { $names } free
you = you
optional = { $name } (optional)
names-and-more = { $names } and { $count } more
standing-elsewhere = { $names } working elsewhere
standing-tentative = { $names } tentative
standing-partly = { $names } busy for part of it
standing-outside = { $names } outside working hours
standing-hidden = { $names }: calendar not visible
standing-busy = { $names } busy
standing-out = { $names } out of office
local-time = { $time } in { $city } ({ $names })
strains-lunch = It takes the lunch that you keep free.
strains-buffer = It leaves less time before or after it than you like between meetings.
why-soonest = The soonest time that suits everyone.
why-soonest-alone = The soonest time you are free.
why-lunch = The soonest time that suits everyone and spares lunch.
why-breathing = Nobody comes straight from another meeting.
why-soonest-breathing = The soonest time that suits everyone, and nobody comes straight from another meeting.
why-required = Suits everyone whom you need there.
why-least-bad = Nothing suits everyone; this troubles the fewest.
why-least-bad-alone = No time there is quite free; this comes nearest.
compromises = Possible in the time you said:
compromise-without = Without { $name }
no-room-in-days = None of those days is left. Say another one.
shown-as = shown as { $status }
reminder-before = reminder { $left } before
no-reminder = no reminder
category = category { $name }
note-taken = { $time } does not suit everyone: { $who }. These are the nearest times that do better.
note-taken-yes = { $time } does not suit everyone: { $who }. Say yes for it all the same; these times do better.
note-series-taken = { $time } does not suit everyone each time: { $who }. These times do better.
note-taken-only = { $time } does not suit everyone: { $who }. I found nothing better nearby.
note-taken-alone = { $time } is not free: { $who }. These are the nearest times that do better.
note-taken-yes-alone = { $time }: { $who }. Say yes for it all the same; these times do better.
note-taken-only-alone = { $time } is not free: { $who }. I found nothing better nearby.
note-nobody-alone = No time in that stretch is free: { $who }. These are the nearest that are.
note-nobody = No time in that stretch suits everyone: { $who }. These are the nearest that do.
note-changed = { $time } is no longer free: { $who }. Nothing was booked. These times are free now.
note-passed = { $time } has passed by now, so nothing was booked. These times are still ahead.
note-date-past = { $gone } is past, so I took { $day }.
note-gap = The clocks go forward then: { $said } does not exist on that day in { $city }. I took { $time } instead.
note-fold = The clocks go back then: { $said } comes twice on that day in { $city }. I took the first one.
note-more = These are other times.
note-weekend = { $day } is a { $weekday }.
note-holiday = { $day } is a public holiday in { $country } ({ $name }).
note-midnight = That is midnight, with which { $day } begins.
note-blind = I cannot see the calendars here, so Outlook itself proposed these times.
book = Book
book-anyway = Book anyway
book-tooltip = Book { $moment }
other-times = Other times
dont-book = Don't book
subject-own = { $what } with { $names }
subject-own-what = Meeting
subject-default = Meeting: { $names }
subject-alone = Reserved
subject-alone-told = It will be called “Reserved”; say “call it …” for another title

## A booked event

booked = Booked
invitations-sent = { $count ->
    [0] In { whose-calendar }
    [one] One invitation sent
   *[other] { $count } invitations sent
  }
booked-speak = Booked: { $subject }, { $moment }.
when = When
for-them = For them
where = Where
who = Who
teams-meeting = Microsoft Teams meeting
join = Join
undo = Undo
open-outlook = Open in Outlook
undone = Undone
undone-book = { $count ->
    [0] { $subject } is out of { whose-calendar } again.
   *[other] { $subject } was cancelled and everyone was told.
  }
find-again = Find times again
offer-as-it-stands = Nothing is booked yet. This is how it stands
nothing-booked = Okay. Nothing was booked.
waiting = Okay, it can wait. Nothing was done. Tap the card, or say “go ahead”, once you know.
waiting-for-nothing = Okay.
nothing-open = Okay. There was nothing open.
left-to-you = Okay, I leave that to you.
nothing-open-undo = Okay. There was nothing open. What is booked stays so; say “undo” to take it back.
nothing-to-undo = There is nothing that I could take back. What I can undo shows “Undo” when it is done, and can be undone for five minutes.
named-already = { $name } it is. Tap a button on the card, or say yes.
resume-above = The card above still waits: tap one of its buttons.
resume-nothing = Nothing is open. Tell me what you would like to book, change or see.
nothing-to-choose = There is nothing open to choose from. Tell me what you would like to book or see.
choose-scope = It is one of a series, and nothing is done yet: is it only this one, this and later ones, or the whole series?
nothing-to-confirm = Okay. Nothing is waiting for your answer. Tell me what you would like to book or see.
confirm-again = I am not sure that you still want it, so I did nothing. Tap the button on the card, or say “the first one”.
confirm-what = I am not sure what you say yes to, so I did nothing. Tap the button on the card that you mean.
no-such-choice =
    { $count ->
        [one] There is only one time on the card, so I did nothing. Tap its button, or tell me another time.
       *[other] There are { $count } times on the card, so I did nothing. Tap one of them, or say “the first one”.
    }
choose-which = I am not sure which one you mean, so I did nothing. Tap a button on the card, or say “the first one”.
no-other-times = Those were all the times I found there. Try another day or a shorter meeting.
already-gone = That meeting is no longer in { whose-calendar }. There was nothing to undo.

## Rooms

rooms-free = Free rooms
rooms-speak = { $title }: { $rooms }.
room-free-yes = Yes, { $room } is free
room-free-no = No, { $room } is free
room-taken-yes = Yes, { $room } is taken
room-taken-no = No, { $room } is taken
room-is-free = { $room } is free
room-when-free = When { $room } is free
rooms-about = { $when } · times in { $city }
rooms-about-for = { $when } · for { $count } · times in { $city }
room-seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
  }
room-floor = floor { $floor }
room-has-display = display
room-has-video = video
room-has-audio = audio
room-has-access = step-free
room-lacks-seats = Fewer seats than you asked for
room-lacks-size = Not the size that you asked for
room-lacks-building = In { $building }
room-lacks-building-unknown = No building is known
room-lacks-floor = On another floor
room-lacks = No { $what }
room-untold = The directory does not say of any room whether it has this: { $what }.
room-free-until = Free until { $time }
room-ask-when = When do you need the room, and for how long?
room-taken = { $room } is taken { $time }. This is what comes nearest.
room-taken-all = { $room } is taken all through that stretch. This is what comes nearest.
room-none-suits = No room has all of that. These come nearest.
room-none-free = No room that suits is free { $time }. This is what comes nearest.
room-none-free-all = No room that suits is free in that stretch. This is what comes nearest.
room-none-near = I found no other room either, so nothing was booked. Try another time, or say “without a room”.
rooms-by-whom = I see only whether { $room } is taken, not by whom
room-there = { $subject } has { $room } already.
room-none-other = I found no other room for that time, so nothing was changed.
room-not-each = That room is taken on { $days }, so nothing was changed. Name another room, or other days.
room-none-each-time = No room that suits is free each time, so some of these are without one.
room-gone = { $room } has been taken for { $time } in the meantime, so nothing was booked. This is free now.
room-you-busy = You have something else in your calendar then.
room-unknown = I know no room called “{ $said }”.
room-declined = { $room } declined. The meeting stands, but without a room.
room-silent = { $room } has not answered yet.

change-room = Room
change-no-room = none

## Series

repeats = Repeats
repeats-daily = { $count ->
    [one] Every day
   *[other] Every { $count } days
  }
repeats-workdays = Every working day
repeats-weekly = { $count ->
    [one] Every week on { $days }
    [2] Every other week on { $days }
   *[other] Every { $count } weeks on { $days }
  }
repeats-weekly-open = { $count ->
    [one] Every week
    [2] Every other week
   *[other] Every { $count } weeks
  }
repeats-monthly = { $count ->
    [one] Every month on day { $day }
   *[other] Every { $count } months on day { $day }
  }
repeats-monthly-on = { $count ->
    [one] Every month on the { $day }
   *[other] Every { $count } months on the { $day }
  }
repeats-yearly = { $count ->
    [one] Every year on { $day }
   *[other] Every { $count } years on { $day }
  }
repeats-first = first
repeats-second = second
repeats-third = third
repeats-fourth = fourth
repeats-last = last
repeats-day = day
repeats-workday = working day
repeats-times = { $count ->
    [one] once
   *[other] { $count } times
  }
repeats-until = until { $day }
repeats-without = not on { $days }
repeats-from = From { $day }
repeats-fits = { $count ->
    [one] Everyone is free
   *[other] Everyone is free on the next { $count }
  }
repeats-fits-you = { $count ->
    [one] You are free
   *[other] You are free on the next { $count }
  }
repeats-fits-one = { $count ->
    [one] { $name } is free
   *[other] { $name } is free on the next { $count }
  }
repeats-missing = { $name } not free on { $days }
repeats-more-days = { $days } and { $count } more
cant-recur = Outlook has no series like that, so nothing was booked. I can repeat by the day, week, month or year.

## Questions

which-title = Which { $said }?
which-out-title = Whom should I leave out?
which-text = I found { $count } people. Tap the right one, or write the surname.
which-text-team = I found { $count } groups. Tap the right one, or write its name.
which-speak = Which { $said } do you mean? { $names }.
choose = Choose
unknown-title = I don't know { $said }
unknown-text = Nobody in the directory is called “{ $said }”. Write the full name or an e-mail address. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
unknown-text-team = I found no group, department or office called “{ $said }”. Write its full name or address, or name the people. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
unknown-text-relation = The directory has nobody as “{ $said }”. Name the people instead. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
unknown-text-same = I found no meeting with others like that in { whose-calendar }, so I don't know who “{ $said }” are. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
unknown-text-chat = I can't tell who “{ $said }” are here. Name the people or a team. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
unknown-title-relation = Nobody found for { $said }
unknown-title-pronoun = Who is { $said }?
unknown-text-pronoun = I can't tell whom you mean by “{ $said }”. Write the name or an e-mail address. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
no-address-title = { $said } has no e-mail address
no-address-text = “{ $said }” is in your contacts without an e-mail address, so I can't send an invitation. Write the address, or leave them out. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
guest-text = “{ $said }” is in this chat, but not in the directory, and I know no address. Write the address, or leave them out. { $job ->
    [change] Nothing was changed.
    [send] Nothing was sent.
   *[book] Nothing was booked.
  }
crowd-title = { $count ->
    [one] Invite one person?
   *[other] Invite { $count } people?
  }
crowd-text = “{ $said }”: { $names }. { $job ->
    [change] Nothing was changed yet.
    [send] Nothing was sent yet.
   *[book] Nothing was booked yet.
  }
crowd-all = Invite all { $count }
circle-count = { $label } ({ $count ->
    [one] one person
   *[other] { $count } people
  }: { $names })
circle-chat = this chat
circle-reports = your reports
circle-reports-of = { $name }'s reports
circle-team-of = { $name }'s team
circle-department = { $name }
circle-office = { $name } office
circle-same = as in “{ $subject }”, { $day }
members-unknown = I could not see who is in this chat, so nothing was booked. Name the people instead.
unknown-leave-out = Leave out
unknown-close = Did you mean one of these?
ask-what-instead = What should be different: the time, the length, or who comes? Nothing was booked.
note-nobody-called = I know nobody called { $name }, so this is in your calendar alone.
note-online-so = It is online as it is.
note-in-person-so = It is in person as it is.
note-one-of-several = I book one meeting at a time. This is the first; once it is booked, ask me for the next.
ask-whom-and-when = Who should come, and when? Tell me what you know, like “Ana and Tom, 30 minutes tomorrow afternoon, about the budget”.
ask-whom-instead = Then nobody else would come. Who should come instead? Nothing was booked.
ask-when-impossible = “{ $said }” is not a time that exists, so I did nothing yet. Which day or time do you mean?
ask-whose-clock = I can't tell which clock “{ $said }” is. Say the time with a city (“6pm Sydney time”) or by your own clock.
left-out = I left { $names } out. Say “add { $first }” to invite them.
ask-when-unread = I could not tell when “{ $said }” is, so I did nothing yet. Which day or time do you mean?
ask-when-past = { $time } is in the past. When should it be?
propose-unchanged = { $time } is when it is already. Which other time shall I propose?
ask-when-past-day = { $day } is in the past. When should it be?
no-room-in-window = I found no time of { $duration } in that stretch. Try a longer stretch or a shorter meeting.
no-working-hours = That stretch has no time left today. Try another day.
too-far = I can look at most two months ahead at once. Which days should I look at?

## Invitations

invitations-title = { $count ->
    [one] One invitation is waiting
   *[other] { $count } invitations are waiting
  }
invitations-under = Not answered yet · times in { $city }
invitations-none = No invitation is waiting for an answer in the year ahead.
invitations-none-from = No invitation from { $names } is waiting for an answer.
tell-organizer = tell { $name } { $note }
note-untold = Your answer went without “{ $note }”. To pass that on, say “{ $prompt }”.
invitations-none-match = I found no meeting like that in the coming year, so nothing was sent.
invitations-speak = { $count ->
    [one] One invitation is waiting: { $first }.
   *[other] { $count } invitations are waiting. The first is { $first }.
  }
invitations-more = { $count ->
    [one] One more is waiting; it comes up once these are answered.
   *[other] { $count } more are waiting; they come up once these are answered.
  }
invited-by = Invitation from { $name }
organizer-line = { $moment } · from { $name }
accept = Accept
tentative = Tentative
decline = Decline
accept-tooltip = Accept { $subject }
tentative-tooltip = Answer tentative to { $subject }
decline-tooltip = Decline { $subject }
note-label = Note to the organizer (optional)
note-placeholder = Sent with your answer
answered-accepted = Accepted
answered-tentative = Tentative
answered-declined = Declined
answered-speak = { $answer }: { $subject }, { $moment }.
answered-told = { $name } was told.
answered-told-note = { $name } was told, with your note: “{ $note }”
answered-quiet = { $name } was not told.
answer-stays = An answer that was sent can't be unsent, only changed.
answered-already = You had already given this answer, so nothing was sent.
which-event-title = Which one?
nothing-sent = Okay. Nothing was sent.
answer-series = The whole series
reach-one = this one only
reach-series = the whole series
reach-following = and all later ones
own-meeting = You organize { $subject } yourself, so there is nothing to answer.
gone-event = That meeting is no longer in { whose-calendar }. Nothing was sent.
cancelled-event = { $subject } was cancelled by { $name }. Nothing was sent.
clash = Clash
clash-with = Overlaps { $subject }, { $hours }
every-series = Repeats

## Free or not

free-together = When { $count ->
    [one] { $names } is
   *[other] { $names } are
} free
free-with-you = With { $owner ->
    [own] you
   *[other] { $owner }
} as well
free-alone = When { $owner ->
    [own] you are
   *[other] { $owner } is
  } free
free-whole = Yes, { $count ->
    [one] { $names } is
   *[other] { $names } are
} free then
free-whole-alone = Yes, { $owner ->
    [own] you are
   *[other] { $owner } is
  } free then
free-not-then = No, not then
free-stops = I looked no further than { $day }.
free-never = Not within working hours in that stretch.
free-free = Yes, { $count ->
    [one] { $names } is
   *[other] { $names } are
} free.
free-elsewhere = Yes, { $count ->
    [one] { $names } is
   *[other] { $names } are
} free, and working elsewhere.
free-tentative = Not for certain: { $names } { $count ->
    [one] has
   *[other] have
} something tentative then.
free-outside = { $names } { $count ->
    [one] has
   *[other] have
} nothing then, but that is outside their working hours.
free-hidden = I cannot see { $count ->
    [one] the calendar
   *[other] the calendars
} of { $names }, so I don't know.
free-busy = No, { $count ->
    [one] { $names } is
   *[other] { $names } are
} busy then.
free-out = No, { $count ->
    [one] { $names } is
   *[other] { $names } are
} out of office then.
free-not-all = Not all of them: { $told }
free-book = Book it
free-book-at = Book { $day }, { $time }
free-each = How those times suit
find-a-time = Find a time
times-in = Times in { $city }

## A meeting held again

copy-follow-up = Follow-up: { $subject }
copy-which = Which meeting do you mean? Say what it is called, or when it is.
copy-none = I found no meeting like that, neither ahead nor in the last two months, so nothing was booked.
copy-several = Several fit: { $events }. Say which one, by its name or its day.

## Many meetings moved at once

everything-title = { $count ->
    [0] None of these can be moved by you
    [one] Move one meeting?
   *[other] Move { $count } meetings?
  }
everything-under = Nothing is sent yet · times in { $city }
everything-tells = Tells { $names }
everything-tells-nobody = Tells nobody
everything-nearest = { $time } troubles somebody; this is the nearest time that does not.
everything-no-time = No other time found; it stays.
everything-leave-out = Leave out
everything-foreign = { $count ->
    [one] One is organized by somebody else, and stays:
   *[other] { $count } are organized by others, and stay:
  }
everything-by = { $time } · from { $name }
everything-do = { $count ->
    [one] Move it
    [2] Move both
   *[other] Move all { $count }
  }
everything-decline = Decline the others'
everything-keep = Leave as is
everything-kept = Okay. Nothing was moved, and nobody was told.
everything-moved = Moved
everything-failed = Not moved
everything-partly = { $done } of { $count } moved
everything-told = { $told ->
    [yes] Everyone concerned was told.
   *[no] Only your calendar changed.
  }
everything-again = Try the rest again
everything-undone = Everything is back where it was
everything-which = Which meetings? Say the day or with whom, for example “move everything on Friday to Monday”.
everything-none = I found no meetings like that ahead of you, so nothing was moved.
everything-many = These are { $count } meetings, too many for one card. Name a shorter stretch.

## How an event repeats

repeat-title = Make { $subject } repeat?
repeat-title-other = Change how { $subject } repeats?
repeat-title-longer = Let { $subject } go on longer?
repeat-first = First
repeat-then = Then
repeat-once = { $time }, once
repeat-do = Make it repeat
repeat-change = Change it
repeat-following = From { $day } on
repeat-whole = The whole series
repeat-whole-past = “The whole series” also moves those that are over.
repeat-anew = Those from { $day } on become a new series, to which everyone is invited anew.
repeat-how = How often should { $subject } repeat? For example every week, or every other Tuesday until June.
repeat-endless = { $subject } has no end, so nothing was changed.
repeat-not = { $subject } does not repeat, so nothing was changed.
repeat-cannot = { $subject } cannot repeat like that in Outlook, so nothing was changed. I can repeat by the day, week, month or year.
repeat-ends-so = { $subject } already ends by then, so nothing was changed.
repeat-last = The last one is then { $time }.

## Other times that people propose

proposals-title = { $count ->
    [one] One other time is proposed
   *[other] { $count } other times are proposed
  }
proposals-under = Nothing is moved yet · times in { $city }
proposals-instead = instead of { $time }
proposals-take = Take this time
proposals-more = { $count ->
    [one] One more is proposed; say for which meeting to see it.
   *[other] { $count } more are proposed; say for which meeting to see them.
  }
proposals-none = Nobody has proposed another time for a meeting that you organize.
proposals-none-of = { $names } has proposed no other time for a meeting that you organize.
proposals-stay = Okay. { $subject } stays on { $time }. { $names } was not told.
proposals-tell = Tell { $names } that we keep the time of { $subject }
proposals-kept = Okay. Nothing was moved, and nobody was told.
proposed = Proposed

## Cancelling

cancel-title = Cancel { $subject }?
cancel-note = Message to the others (optional)
cancel-note-placeholder = Sent with the cancellation
cancel-meeting = Cancel meeting
cancel-one = Cancel this one
cancel-following = This and later
cancel-series = Cancel the series
cancel-title-following = Cancel { $subject } from { $day } on?
cancel-title-series = Cancel all of { $subject }?
decline-series = Decline the series
cancel-which-more = { $count ->
    [one] One more fits; say what it is called or when it is.
   *[other] { $count } more fit; say what it is called or when it is.
  }
cancel-keep = Keep it
cancel-kept = Okay. It stays in { whose-calendar }, and nothing was sent.
cancel-which = Which meeting should I cancel? Say what it is called, or when it is.
cancel-until-when = For which days? Say “this week”, “until Friday”, or “for good”: that would end every series among them. Nothing is cancelled yet.
cancel-which-under = Nothing is cancelled yet.
none-but = The next “{ $subject }” is { $moment }.
cancel-free = Nothing is in { whose-calendar } then ({ $moment }): it is free already, so nothing was cancelled.
cancel-none = I found no meeting like that ahead of you, so nothing was cancelled.
cancel-not-organizer = { $name } organizes this one, so only they can cancel it. You can decline it instead.
cancelled = Cancelled
cancel-told = Told: { $names }
cancel-alone = Taken out of { whose-calendar }

## Changing an event

change-title = Change { $subject }?
change-unheard = Not understood, so not part of this: “{ $words }”
change-now = Now
change-new = New time
change-length = Length
change-called = Title
change-text = Text
change-marked = Marked
change-do = Change it
change-move = Move here
change-anyway = Change anyway
change-one = Only this one
change-following = This and later ones
change-series = The whole series
change-only-this = Only this meeting of the series is moved; for all of them, say “the whole series”.
change-this-on = This meeting and all later ones of the series are changed.
change-all = The whole series is changed.
change-with-room = In { $room }
change-rooms-free = { $count ->
    [one] { $rooms } is free then.
   *[other] { $rooms } are free then.
  }
change-keep = Leave it
change-kept = Okay. It stays as it is, and nothing was sent.
change-how-called = What should { $subject } be called?
change-which = Which meeting do you mean? Say what it is called, or when it is.
change-how-long = How long should { $subject } be? It takes { $length } now.
change-which-under = Nothing is changed yet.
change-what = What should be different? Say it another way, like “an hour later” or “add Tom”. Nothing was changed.
change-none = I found no meeting like that ahead of you, so nothing was changed.
change-in-already = { $count ->
    [one] { $names } is in { $subject } already
   *[other] { $names } are in { $subject } already
  }
change-not-in = { $count ->
    [one] { $names } is not in { $subject }
   *[other] { $names } are not in { $subject }
  }
change-own-stays = You organize { $subject }, so you can't be taken out of it; you can cancel it
change-nothing-for = { $why }. Nothing was changed.
change-nothing = { $subject } is like that already, so nothing was changed.
change-not-organizer = { $name } organizes { $subject }, so only they can change it. You can decline it or write to them.
change-not-organizer-add = { $name } organizes { $subject }, so only they can invite more people. You can forward your invitation.
change-forward = Forward it to { $names }
change-decline = Decline { $subject }
change-link-stays = The Teams link stays, so people can still join online.
change-stays-online = An online meeting stays online in Outlook, so nothing was changed. I can add a place to it.
change-no-time = I found no other time of { $duration } there, so nothing was changed. When else should it be?
change-stale = It was changed by somebody else in the meantime. This is how it stands now; nothing was changed yet.
change-not-series = The whole series cannot be moved like that, so nothing was changed. Move one of its meetings, or make a new series.
change-added = Added
change-optional = Now optional
change-required = Now required
change-dropped = Removed
change-told = Told: { $names }
change-own = Only your calendar changed
changed = Changed
alike-title = { $count ->
    [one] Change one meeting?
   *[other] Change { $count } meetings?
  }
alike-do = { $count ->
    [one] Change it
    [2] Change both
   *[other] Change all { $count }
  }
alike-failed = Not changed
alike-undone = { $count ->
    [one] It is as it was, and everyone was told.
   *[other] All { $count } are as they were, and everyone was told.
  }
change-undone = { $told ->
    [yes] { $subject } is as it was, and everyone was told.
   *[no] { $subject } is as it was.
  }
mark-private = private
mark-public = not private
mark-online = online, in Teams
mark-in-person = in person
mark-free = free
mark-busy = busy
mark-tentative = tentative
mark-away = out of office
mark-elsewhere = working elsewhere
mark-important = high importance
mark-ordinary = normal importance
## Several at once

several-title-answers = { $count ->
    [one] Send this answer?
   *[other] Send these { $count } answers?
  }
several-title-cancel = { $count ->
    [one] Cancel this one?
   *[other] Cancel these { $count }?
  }
several-title-both = { $own ->
    [one] Cancel one
   *[other] Cancel { $own }
  } and decline { $others ->
    [one] one?
   *[other] { $others }?
  }
several-title-clear = { $count ->
    [2] Cancel both, or move them?
   *[other] Cancel these { $count }, or move them?
  }
several-clear = { $count ->
    [2] Cancel both
   *[other] Cancel all { $count }
  }
several-move = Move them
several-under = Nothing is sent yet · times in { $city }
several-cancel = Cancel
several-delete = Remove
several-deleted = Removed
several-tells = { $owner ->
    [own] You organize it · tells { $names }
   *[other] { $owner } organizes it · tells { $names }
}
several-tells-organizer = { $name } organizes it and is told
several-quiet = { $name } organizes it and is not told
several-tells-nobody = Only in your calendar; nobody is told
several-own-stay = { $count ->
    [one] You organize { $subjects } yourself, so it stays. Say “cancel” for that.
   *[other] You organize { $subjects } yourself, so they stay. Say “cancel” for those.
  }
several-own = You organize what is there yourself ({ $subjects }), so there is nothing to answer. Say “cancel” for that.
several-none = I found no invitation like that to answer, so nothing was sent.
several-many = That would be { $count } at once, more than one can check. Name a shorter stretch, or who or what it is about.
several-spared-unknown = I see nothing called “{ $subject }” that could be left out, so nothing was sent. Say its name or its day.
several-unplaced = I found no invitation called “{ $subject }”, so no answer to it is among these.
several-unplaced-alone = I found no invitation called “{ $subject }”, so nothing was sent.
several-doubtful = “{ $subject }” may be { $events }. Say which one; no answer to it is among these.
several-doubtful-alone = “{ $subject }” may be { $events }. Say which one; nothing was sent.
several-note = Message to the others (optional)
several-send = { $count ->
    [one] Send answer
   *[other] Send { $count } answers
  }
several-do = { $count ->
    [1] Do it
    [2] Do both
   *[other] Do all { $count }
  }
several-keep = Leave as is
several-kept = Okay. All stays as it is, and nothing was sent.
several-not-there = I see nothing like that on the list, so it is unchanged. Say what it is called, or “leave as is”.
several-done = Done
several-partly = { $done } of { $count } went through
several-failed = Not sent
several-again = Try the rest
several-noted = With your note: “{ $note }”
several-undone = Answered as before

## Another time

propose-time = Propose a time
propose-time-alone = Only a time can be proposed. The other changes are not part of it: { $name } would have to make them.
propose-title = Propose another time for { $subject }?
propose-now = Now { $moment } · from { $name } · { $answer }
propose-declines = declines it as it is
propose-tentative = answers tentative
propose-only-organizer = Only { $name } can move it; you can propose another time.
propose = Propose
propose-tooltip = Propose { $moment }
propose-leave = Don't propose
propose-which-under = Nothing is sent yet.
propose-told = { $name } was told, and that you propose { $moment }.
propose-not-allowed = { $name } takes no proposals for this one. You can answer with a note instead.
propose-none = I found no meeting like that ahead of you, so nothing was sent.
propose-which = For which invitation should I propose another time? Say what it is called, or when it is.
propose-own = You organize { $subject } yourself, so there is nothing to propose. Say “move it to …” and I will move it.
propose-no-time = I found no time of { $duration } there. When else could it be?

zone-said = “{ $said }” is { $here } in { $city }

## By another meeting

anchor-after = After “{ $event }” ({ $when })
anchor-right-after = Right after “{ $event }” ({ $when })
anchor-before = Before “{ $event }” ({ $when })
anchor-right-before = Right before “{ $event }” ({ $when })
anchor-after-by = { $away } after “{ $event }” ({ $when })
anchor-before-by = { $away } before “{ $event }” ({ $when })
anchor-between = Between “{ $first }” and “{ $second }”, { $when }
anchor-is = “{ $event }” is { $when }
anchor-after-clock = After { $when }; I see no “{ $event }” in { whose-calendar } then
anchor-before-clock = Before { $when }; I see no “{ $event }” in { whose-calendar } then
anchor-after-hour = After { $when }
anchor-before-hour = Before { $when }
anchor-none = I find no “{ $event }” in { whose-calendar }. When should it be?
anchor-no-gap = There is no time between “{ $first }” and “{ $second }”.

## Messages

letter-title = Send this message?
letter-forward-title = Forward this invitation?
letter-to = To
letter-subject = Subject
letter-meeting = Meeting
letter-text = Message
letter-note = Note (optional)
letter-send = Send
letter-forward = Forward
letter-leave = Don't send
letter-sent = Sent
letter-forwarded = Forwarded
letter-sent-to = To { $names }
letter-forward-told = Whoever organizes it is told.
letter-which = Which meeting is it about? Say what it is called, or when it is. Nothing was sent.
letter-which-under = Nothing is sent yet.
letter-nobody = Nobody else comes to { $subject }, so there is nobody to write to.
letter-not-among = { $names } is not among those who come to { $subject }. Nothing was sent.
letter-to-whom = To whom should it go? Nothing was sent.
letter-late-subject = Running late: { $subject }
letter-late = { $owner ->
    [own] I am running late for “{ $subject }” at { $time }. Please start without me.
   *[other] { $owner } is running late for “{ $subject }” at { $time }. Please start without them.
}
letter-late-by = { $owner ->
    [own] I am running about { $length } late for “{ $subject }” at { $time }.
   *[other] { $owner } is running about { $length } late for “{ $subject }” at { $time }.
}
letter-absent = { $owner ->
    [own] I can’t make it. { $note }
   *[other] { $owner } can’t make it. { $note }
}
letter-nudge-subject = Your answer, please: { $subject }
letter-nudge = Could you answer the invitation to “{ $subject }” ({ $moment })? Thank you.
letter-nudge-none = Everyone has answered the invitation to { $subject }, so nothing was sent.
letter-nudge-own = Only { $name }, who organizes { $subject }, sees who has answered. Nothing was sent.
letter-maybe = I could not see whether it was sent. Look among your sent items before you try again.
letter-undo = What was sent can't be called back.

letter-reply-title = Send this reply?
letter-reply-all-title = Send this reply to all?
letter-forward-mail-title = Forward this message?
letter-for-good = Once sent, it can't be called back.
letter-nobody-mail = Nobody else is on that message, so there is nobody to reply to.

## Mail

mail-title = { $kind ->
    [unread] { $full ->
        [yes] More than { $count } unread messages
       *[no] { $count ->
            [one] 1 unread message
           *[other] { $count } unread messages
          }
      }
    [sent] { $full ->
        [yes] More than { $count } sent messages
       *[no] { $count ->
            [one] 1 sent message
           *[other] { $count } sent messages
          }
      }
   *[any] { $full ->
        [yes] More than { $count } messages
       *[no] { $count ->
            [one] 1 message
           *[other] { $count } messages
          }
      }
  }
mail-from-whom = from { $names }
mail-to-whom = to { $names }
mail-about = about “{ $about }”
mail-since = since { $when }
mail-until = until { $when }
mail-important = high importance
mail-with-files = with attachments
mail-has-files = attachment
mail-row-unread = ● Unread · { $when }
mail-read = Read
mail-more = { $count ->
    [one] 1 more
   *[other] { $count } more
  }
mail-no-more = That was all of it.
mail-none = { $kind ->
    [unread] You have no unread mail.
    [sent] There is no mail that you have sent.
   *[any] There is nothing in the inbox.
  }
mail-none-which = { $kind ->
    [unread] I found no unread mail ({ $which }).
    [sent] I found no mail that you have sent ({ $which }).
   *[any] I found no mail ({ $which }).
  }
mail-looked = I looked everywhere but among deleted and junk mail.
mail-none-there = There is no such message on the list. Say “show my mail” for a new one.
mail-say-which = Which one? Say “the first”, or who wrote it.
mail-from = From
mail-cc = Cc
mail-when = Received
mail-sent-at = Sent
mail-row-to = To { $names }
mail-empty = It has no text.
mail-shortened = This is the beginning; the rest is in Outlook.
mail-files-there = Its attachments are in Outlook.
mail-reply = Reply
mail-reply-all = Reply to all
mail-meeting = Make it a meeting
mail-mark-read = Mark as read
mail-delete = Delete
mail-archive = Archive
mail-speak = { $name }: { $subject }. { $text }
mail-replied = Yes, { $name } has written back.
mail-not-replied = No, I see no mail from { $name } since you wrote “{ $subject }” ({ $when }).
mail-which = Which message?
mail-which-under = Several fit. Nothing was changed yet.
mail-which-answer = Which message is it? Say who wrote it, or “show my mail” first. Nothing was sent.
mail-which-tidy = Which message is it? Say who wrote it, or “show my mail” first. Nothing was changed.
mail-answer-next = { $act ->
    [forward] Forward number { $place } to { $names }
    [reply_all] Reply to all of number { $place }{ $words }
   *[other] Reply to number { $place }{ $words }
  }
mail-none-to-answer = I found no such message, so nothing was sent.
mail-nothing-to-tidy = { $act ->
    [mark_read] There is nothing unread among that.
    [mark_unread] There is nothing among that which was read.
    [flag] There is nothing among that which is not flagged already.
    [unflag] There is nothing flagged among that.
   *[other] I found no such message, so nothing was changed.
  }
mail-too-many = That is more than { $count } messages, more than I do at once. Narrow it down: by sender, by subject or by day.
mail-tidy-title = { $act ->
    [delete] { $count ->
        [one] Delete 1 message?
       *[other] Delete { $count } messages?
      }
    [archive] { $count ->
        [one] Archive 1 message?
       *[other] Archive { $count } messages?
      }
    [mark_read] { $count ->
        [one] Mark 1 message as read?
       *[other] Mark { $count } messages as read?
      }
    [junk] { $count ->
        [one] Move 1 message to Junk Email?
       *[other] Move { $count } messages to Junk Email?
      }
    [flag] { $count ->
        [one] Flag 1 message?
       *[other] Flag { $count } messages?
      }
    [unflag] { $count ->
        [one] Take the flag off 1 message?
       *[other] Take the flags off { $count } messages?
      }
   *[other] { $count ->
        [one] Mark 1 message as unread?
       *[other] Mark { $count } messages as unread?
      }
  }
mail-delete-told = They go to Deleted Items.
mail-delete-count = Delete { $count }
mail-archive-count = Archive { $count }
mail-mark-read-count = Mark { $count } as read
mail-mark-unread-count = Mark { $count } unread
mail-junk-count = Move { $count } to junk
mail-flag-count = Flag { $count }
mail-unflag-count = Take off { $count }
mail-keep = Leave as is
mail-kept = Okay. Nothing was changed.
mail-deleted = Deleted
mail-archived = Archived
mail-marked-read = Marked as read
mail-marked-unread = Marked as unread
mail-junked = Moved to Junk Email
mail-flagged = Flagged
mail-unflagged = No longer flagged
mail-cannot = That only Outlook does. I can delete, archive, flag or mark a message, move it to junk, answer it, or remind you of it: say “remind me tomorrow at 9 to …”. Nothing was changed.
mail-one = “{ $subject }” from { $name }
mail-count = { $count } messages
mail-gone = That message is no longer there. Nothing was changed.
mail-gone-count = { $count ->
    [one] 1 of them was no longer there.
   *[other] { $count } of them were no longer there.
  }
mail-undone = { $act ->
    [delete] { $count ->
        [one] The message is back where it was.
       *[other] { $count } messages are back where they were.
      }
    [archive] { $count ->
        [one] The message is back where it was.
       *[other] { $count } messages are back where they were.
      }
    [junk] { $count ->
        [one] The message is back where it was.
       *[other] { $count } messages are back where they were.
      }
    [flag] { $count ->
        [one] The message is no longer flagged.
       *[other] { $count } messages are no longer flagged.
      }
    [unflag] { $count ->
        [one] The message is flagged again.
       *[other] { $count } messages are flagged again.
      }
    [mark_read] { $count ->
        [one] The message is unread again.
       *[other] { $count } messages are unread again.
      }
   *[other] { $count ->
        [one] The message counts as read again.
       *[other] { $count } messages count as read again.
      }
  }
mail-not-here = Mail is for you alone, so I show it only in our own chat. Ask me there.
mail-right-missing = You may not work on { $name }'s mail: the right to that mailbox is missing ({ $permission }, and access that { $name } or an administrator gives in Outlook or Exchange). Nothing was changed.

## A chat message as a meeting

form-dialog = Make a meeting
form-title = Make a meeting of this message
form-subject = Title
form-subject-missing = Give the meeting a title.
form-people = People
form-people-find = Find people
form-day = Day
form-clock = Start ({ $city } time)
form-length = Length
form-note = Text of the invitation
form-link = The message: { $link }
form-book = Book
form-find = Find times
form-back = Back
form-when-missing = Choose a day and a time, or let me find times.
form-past = That time has passed. Nothing was booked.
form-skipped = The clocks go forward then, so that time does not exist. Nothing was booked.

## Away

absence-title = Set up your absence?
absence-title-theirs = Set up { $name }'s absence?
absence-mail-theirs = Only { $name } can have it answered automatically
absence-meetings-theirs = { $count ->
    [one] { $name } has one meeting then. It stays until you say otherwise.
   *[other] { $name } has { $count } meetings then. They stay until you say otherwise.
  }
absence-told-theirs = { $name }'s calendar is blocked.
absence-subject = Out of office
absence-name = Title
absence-calendar = Calendar
absence-blocked = Blocked, shown as out of office
absence-unblocked = Stays as it is
absence-reply-title = Answer mail automatically?
absence-reply-subject = Automatic reply
absence-mail = Mail
absence-answers = Answered automatically in that time
absence-silent = No automatic reply
absence-text = Automatic reply (empty: none)
absence-do = Set it up
absence-leave = Leave it
absence-kept = Okay. Nothing was set up.
absence-when = From when to when are you away?
absence-meetings = { $count ->
    [one] You have one meeting then. It stays until you say otherwise.
   *[other] You have { $count } meetings then. They stay until you say otherwise.
  }
absence-see = Cancel those too
absence-clear-day = cancel all my meetings on { $first }
absence-clear = cancel all my meetings from { $first } to { $last }
absence-reply = I am out of the office from { $first } to { $last }, and back on { $back }.
absence-reply-day = I am out of the office on { $day }, and back on { $back }.
absence-reply-hours = I am out of the office on { $moment }.
absence-set = Set up
absence-partly = Partly
absence-told = Your calendar is blocked, and mail is answered automatically.
absence-told-mail = Mail is answered automatically. Your calendar stays as it is.
absence-told-calendar = Your calendar is blocked.
absence-failed = Your calendar is blocked, but the automatic reply could not be set.
absence-undone = Undone. Calendar and automatic replies are as they were.
absence-off = Automatic replies are off.
absence-theirs = Automatic replies are set by everybody for themselves, so nothing was set up for { $name }.
absence-on = Automatic replies are on.
absence-on-then = Automatic replies are on: { $moment }.
absence-off-already = Automatic replies are off already.

## Booked again

again-title = { $count ->
    [one] Book it again?
   *[other] Book them again?
  }
again-offer = { $count ->
    [0] It goes back into your calendar.
    [one] A cancellation can't be called back. Booking again sends a new invitation.
   *[other] A cancellation can't be called back. Booking again sends { $count } new invitations.
  }
again-note = { $count ->
    [0] “Book it again” puts it back.
   *[other] A cancellation can't be called back; “Book it again” sends new invitations.
  }
again-also = What was cancelled can only be booked again, which sends new invitations.
again-book = Book it again
again-leave = Leave it
again-never = That can't be taken back. You can answer again, or ask whoever organizes it to invite you again.
again-past = That time has passed, so nothing was booked.

## Agenda

agenda-count = { $count ->
    [0] Nothing in { whose-calendar }
    [one] One event
   *[other] { $count } events
  }
agenda-under = { $count } · { $total } · { $city } time
agenda-under-free = { $count } · { $city } time
agenda-speak = { $day }: { $count }.
agenda-speak-first = { $day }: { $count }. The first is { $first }.
agenda-from = from { $time }
agenda-range = { $first } to { $last }
agenda-with = { $title }, your meetings with { $names }
agenda-all-day = All day
days-until = { $whole }, until { $day }
agenda-now = Now
agenda-next = Next
agenda-not-answered = Not answered
agenda-tentative = Tentative
agenda-cancelled = Cancelled
agenda-free = Free: { $gaps }
agenda-free-none = No free time left within your working hours.
agenda-free-all = Free all day.
agenda-more = { $count ->
    [one] One more event; ask for a single day to see all.
   *[other] { $count } more events; ask for a single day to see all.
  }
agenda-stops = This card ends with { $day }.
agenda-rest = Go on
agenda-previous = Previous day
agenda-next-day = Next day
with-people = with { $names }
people-count = { $count ->
    [one] one person
   *[other] { $count } people
  }
no-subject = No subject
next-none = I found nothing like that in { whose-calendar } for the next two weeks.

listed-own = What you organize
listed-accepted = What you have accepted
listed-declined = What you have declined
listed-tentative = What you have answered with maybe
clashes-none = No two of your meetings overlap between { $first } and { $until }.
clashes-none-day = No two of your meetings overlap on { $first }.
listed-none-day = There is nothing on { $first }.
listed-none = There is nothing between { $first } and { $until }.

## About one meeting

details-none = I found no meeting like that in your calendar.
details-nearly = I found none called that. Did you mean one of these?
details-gone = That meeting is no longer in your calendar.
organizer = Organizer
about = About
answer-accepted = Accepted
answer-tentative = Tentative
answer-declined = Declined
answer-none = Not answered
nobody-accepted = Nobody has accepted yet.
nobody-declined = Nobody has declined.
nobody-tentative = Nobody has answered tentative.
nobody-silent = Everyone has answered.
has-accepted = { $name } has accepted.
has-organized = { $name } organizes it.
has-tentative = { $name } answered tentative.
has-declined = { $name } has declined.
has-not-answered = { $name } has not answered yet.
mine-accepted = You have accepted it.
mine-organized = It is your own meeting, so there is nothing to accept.
mine-tentative = You answered tentative.
mine-declined = You have declined it.
mine-not-answered = You have not answered it yet.
has-no-invitation = { $name } is not invited.
is-needed = { $name } is a required attendee.
is-optional = { $name } is an optional attendee.
mine-needed = You are a required attendee.
mine-optional = You are an optional attendee.
mine-runs = It is your own meeting.
who-alone = Nobody else is invited.
who-others = With { $names }
who-count = { $count ->
    [0] Nobody is invited.
    [one] One person is invited.
   *[other] { $count } people are invited.
  }
organized-by = { $name } organizes it.
none-on-days = There is none on { $days }
where-there = Yes, it is in { $place }.
where-not-there = No, it is not in { $said }. Where it is: { $place }
where-unset = No. { $place }
where-none = No place is set for it.
verdict-yes = Yes. { $told }
verdict-no = No. { $told }
verdict-maybe = Perhaps. { $told }
nobody-replied = Nobody has answered.
whether-all-come = Yes, everyone has accepted.
whether-all-replied = Yes, everyone has answered.
whether-not-all = No, not everyone. { $rest }
whether-some = Yes. { $some }
whether-none = No. { $words }
whether-none-missing = Everyone has accepted.
whether-yes = Yes, { $what }.
whether-was = No, it was on { $what }.
whether-none-then = No, the next one is on { $what }.
whether-how = It is here: { $place }.
whether-how-both = In { $place }; it can be joined on Teams as well.
day-taken-yes = Yes
day-taken-no = No
whether-no = No, it is on { $what }.
whether-is = It is on { $what }.
whether-cancelled-yes = Yes, it was cancelled.
whether-cancelled-no = No, it was cancelled.
whether-online = Yes, it is a Teams meeting.
whether-online-too = Yes, it can be joined on Teams; its place is { $place }.
whether-not-online = No, it is in { $place }.
whether-only-online = No, it is a Teams meeting.
whether-place = Yes, in { $place }.
whether-place-too = Yes, in { $place }; it can be joined on Teams as well.
whether-nowhere = No, neither a place nor a link is set for it.
whether-lasts = Yes, it lasts { $length }.
whether-lasts-not = No, it lasts { $length }.
whether-clashes = Yes, with { $others }.
whether-clashes-not = No, nothing else is in your calendar then.
whether-once = No, it takes place once.
whether-repeats = Yes. { $rule }.
whether-repeats-not = No. { $rule }.
about-unknown = { $when }; nothing more is written about it.
ends-at = It ends at { $time } on { $day }.
ends-in = It ends at { $time }, in { $left }.
ended-at = It ended at { $time } on { $day }.
left = { $left } left; it ends at { $time }.
starts-in = It starts in { $left }.
days = { $count ->
    [one] one day
   *[other] { $count } days
  }
join-here = Join from here.
join-none = It has no link to join.
nothing-changed = Okay. Nothing was changed.

## A day as a whole

brief-first = It begins at { $first } and ends at { $last }.
brief-clash = { $count } events overlap.
brief-waiting = { $count ->
    [one] One invitation is not answered.
   *[other] { $count } invitations are not answered.
  }
brief-free = The longest free time is { $hours }.
brief-nothing = Nothing takes your time.
blockers-nobody = { $when } suits everyone.
blockers-then = { $when }: { $who }
blockers-best = Of the times on the card, { $when } troubles the fewest: { $who }
free-everybody = I can only look at the calendars of people or teams that you name. Whom should I look at?
free-next = { $name } is next free on { $day }, { $hours }.
free-next-you = You are next free on { $day }, { $hours }.
free-next-none = I see no free time of { $name } within working hours in the next two weeks.
free-next-you-none = You have no free time within working hours in the next two weeks.
free-next-hidden = I cannot see the calendar of { $name }, so I don't know when they are free.
find-time-with = Find a time with { $name }

day-first = Your first meeting on { $day } is at { $time }.
day-start = You start at { $time } on { $day }, with “{ $subject }”.
day-last = Your last meeting on { $day } is at { $time }.
day-finish = You finish at { $time } on { $day }, after “{ $subject }”.
day-only = Only one on { $day }: it is at { $time }.
day-ends = Your first meeting on { $day } is “{ $first }” at { $time }, and your last one “{ $last }” at { $end }.
day-none = Nothing in your calendar takes your time on { $day }.
load = { $count ->
    [0] { $span }: no meetings.
    [one] { $span }: one meeting, { $total }, { $share } % of your working hours.
   *[other] { $span }: { $count } meetings, { $total }, { $share } % of your working hours.
  }
load-too-long = I can add up three months at most. Which weeks should I look at?
example-brief = Brief me for tomorrow

## People and clocks

lookup-whom = Whom do you mean? Write a name or an e-mail address.
lookup-none = I found nobody called “{ $said }” in the directory. Write the full name or an e-mail address.
lookup-pronoun = I am not sure whom you mean. Write the name.
lookup-several = These are { $names }.
person-nearly = I know no { $said }. Did you mean one of these?
person-chat = Chat
person-office = Office
person-phone = Phone
person-email = E-mail
person-manager = Manager
person-time = Local time
person-presence = In Teams
person-no-phone = No phone number of { $name } is in the directory.
person-no-email = No e-mail address of { $name } is in the directory.
person-no-office = No office of { $name } is in the directory.
person-no-title = The directory does not say what { $name } does.
person-manager-of = { $name } reports to { $manager }
person-no-manager = The directory names no manager of { $name }.
person-no-reports = Nobody reports to { $name }, by the directory.
person-reports = { $names } report to { $name }.
presence-available = Available
presence-busy = Busy
presence-not-disturb = Do not disturb
presence-away = Away
presence-offline = Offline
where-hidden = I cannot see the calendar of { $name }, so I cannot tell where they are.
where-out = { $name } is out of office: { $span }.
where-unseen = I cannot see the calendars of { $names }, so I cannot tell whether they are away.
where-all-in = By their calendars nobody is away: { $names }.
where-elsewhere = { $name } is working elsewhere: { $span }.
where-busy = { $name } is busy until { $time }.
where-no-workday = { $day } is no working day of { $name }.
where-nothing-now = By the calendar, { $name } is neither in a meeting now nor away or working elsewhere today.
where-nothing = The calendar of { $name } says nothing of working elsewhere or being away on { $day }.
holiday-yes = Yes. { $day } is a public holiday in { $country } ({ $name }).
holiday-no = No. { $day } is no public holiday in all of { $country }; a part of it may have one.
holiday-none = I know of no public holiday in { $country } then.
day-told = { $said }: { $day }.
time-for = It is { $time } for { $name }, { $day } ({ $city }).
time-then = When it is { $here } in { $city }, it is { $time } in { $place }, { $day }.
time-then-for-them = When it is { $here } for { $whose }, it is { $time } in { $place }, { $day }.
time-then-for = When it is { $here } in { $city }, it is { $time } for { $name }, { $day }.
time-several = { $place } has several clocks: { $times }.
time-unknown = I don't know which time it is in { $place }. Name a large city or a country.
time-hidden = I cannot see which hours { $name } keeps, so I don't know their time.
time-whose = I found nobody called “{ $said }”. Whose time do you mean?
time-whose-several = Several people are called “{ $said }”. Write the surname as well.

## Reminders

remind-of-what = Of which meeting, or of what and when? For example “remind me 10 minutes before the review” or “remind me to call Tom at 4”.
remind-list = { $count ->
    [one] One reminder of your own:
   *[other] { $count } reminders of your own:
}
remind-list-none = No reminder of your own is ahead. For one, say what and when: “remind me to call Tom at 4”.
remind-none = I found no meeting like that, so nothing was changed. For a reminder of your own, say what and when: “remind me to call Tom at 4”.
remind-over = That meeting has already begun, so there is nothing left to remind you of.
remind-too-far = Outlook reminds two weeks ahead at most, so nothing was changed.
remind-passed = { $left } before it starts has passed already, so nothing was changed.
remind-set = You are reminded { $left } before it starts.
remind-at-start = You are reminded when it starts.
remind-off = You are not reminded of it.
remind-what = What should I remind you of? ({ $time })
remind-when = When should I remind you of “{ $subject }”?
reminder-offer = Put this reminder into your calendar?
reminder-how = Private, 15 minutes, shown as free
reminder-add = Add reminder
reminder-leave = Don't add
reminder-added = Reminder added
reminder-removed = The reminder is out of your calendar again.
nothing-added = Okay. No reminder was added.

## Welcome and help

welcome-title = Hello { $name }, I book meetings for you
welcome-title-nameless = Hello, I book meetings for you
welcome-text = Write to me as you would to a colleague. I look at free/busy time, and nothing goes to other people before you say so.
help-title = What I can do
help-text = Say it in your own words, all at once or bit by bit. You can correct anything before it is sent.
help-book = **Book** – “30 minutes with Alex and Priya on Thursday afternoon about the Q3 budget”
help-respond = **Answer invitations** – “any invitations waiting?”, “accept it”, “decline the review, saying I am away”
help-free = **Ask who is free** – “is Tom free tomorrow at 3?”, “when are Alex and I free this week?”
help-rooms = **Find a room** – “a room for 6 with a projector tomorrow at 2”, “is Tejo free at 3?”
help-change = **Change** – “move the roadmap to Thursday at 3”, “add Tom to the review”, “make it weekly”, “move everything on Friday to Monday”
help-cancel = **Cancel** – “cancel the design review on Friday”
help-agenda = **See your day** – “what's on tomorrow?”, “what's next?”
help-mail = **Mail** – “any mail from Ana?”, “reply that I'll be there”, “delete it”, “turn this mail into a meeting”
help-vote = **Vote on a time** – in a group chat: “let's vote on an hour next week for the fair review”, “who hasn't voted?”
help-others = **For somebody else** – “book an hour for Mia with Tom, INC0012345”, “what's on Mia's calendar tomorrow?”
help-know = **Ask about a meeting** – “where is the design review?”, “who has accepted?”, “join my next call”
help-person = **Ask about people** – “who is Ana?”, “where is Tom working today?”, “what time is it for Priya?”
help-remind = **Be reminded** – “remind me 10 minutes before the review”, “remind me to call Tom at 4”
help-focus = **Keep time for yourself** – “protect my Friday afternoons”, “keep 15 minutes travel time before it”
help-calendars = **Your calendars** – “who can see my calendar?”, “share my calendar with Tom, free/busy only”, “make a calendar called Travel”
help-settings = **Your settings** – “my settings”, “set my time zone to Tokyo”, “leave 10 minutes between meetings”
help-stop = **Stop** – “never mind”, at any point
example-agenda = What's on tomorrow?
example-invitations = Any invitations waiting?
example-help = What can you do?
example-book-today = Block 30 minutes today
greeting = Hello. Whom would you like to meet, or shall I show your day?
time-each = { $here ->
    [now] It is { $times }.
   *[other] { $here } is { $times }.
  }
time-now = It is { $time } in { $city }, { $day }.
thanks = You're welcome.
goodbye = Goodbye.
for-you-to-say = That one is for you to decide. I can tell you who is in a meeting and what it is about, and “decline the second” lets its organizer know.
sends-nothing = I never write first, so there is no summary of mine to stop. One that comes by mail is sent by Outlook or Viva, and is turned off there.
after-that = After “{ $subject }”, { $end }:
after-that-none = Nothing more that day after “{ $subject }”, which ends at { $end }.
before-that = Before “{ $subject }”, { $start }:
before-that-none = Nothing that day before “{ $subject }”, which begins at { $start }.
free-beside = You are free { $when }, right beside “{ $subject }”.
taken-beside = You are taken { $when }, right beside “{ $subject }”: “{ $other }” is at { $span }.
nothing-then = Nothing else is in your calendar during “{ $subject }”, { $when }.
also-then = During “{ $subject }”, { $when }, you also have { $others }.
said-for-one = If that is for what is being arranged here, whoever arranges it can say so to me. To keep it so for all of your meetings, say it with “from now on”.
free-then = Yes, nothing else is in your calendar during “{ $subject }”, { $when }.
taken-then = No, “{ $other }” ({ $span }) is in your calendar during “{ $subject }”, { $when }.
smalltalk = I'm better with calendars than with conversation. Shall I find a time for something, or show your day?
smalltalk-how = All well here, thank you. I hope your day is kind to you. What can I do?
smalltalk-tired = That sounds like a long day. Shall I show what is still ahead, or find you a break?
human = People help you here: { $contact }
human-unknown = I am not told who helps here. Ask your IT helpdesk or your administrator.
cant-yet = I can't do that yet. I can book, change and cancel meetings, answer invitations, and tell you your agenda and who is free.
not-mine = That is outside what I do. I can book, change and cancel meetings, answer invitations, and tell you your agenda and who is free.
not-understood = I didn't understand that. I can book, change and cancel meetings, answer invitations, and tell you your agenda and who is free.
wanted-what = What shall I do with “{ $subject }” ({ $when })?
wanted-move = Move it
wanted-cancel = Cancel it
wanted-accept = Accept it
wanted-decline = Decline it
wanted-who = Who is coming?
empty = I got an empty message. Tell me whom you would like to meet, or ask what is on today.
too-long = That message is too long for me to read safely, so I did nothing. One request in a sentence or two works best.
nothing-of-yours = You have nothing open in this chat: a card here can be changed only by whoever asked for it. Ask them to say it, or name the meeting you mean. Nothing was changed.
not-yours = This card is for somebody else. Write to me yourself, and I will make you one.

## For somebody else

whose = { $owner ->
    [own] you
   *[other] { $owner }
  }
whose-calendar = { $owner ->
    [own] your calendar
   *[other] { $owner }'s calendar
  }
behalf-mail = { $name }'s mail
behalf-calendar = { $name }'s calendar
behalf-delegate = You act as { $name }'s delegate.
behalf-write = You may edit { $name }'s calendar.
behalf-organizer = { $name } is the organizer.
behalf-read = You may see { $name }'s calendar, not change it.
behalf-ticket = Ticket { $ticket }
serving-begun = From now on I work on the calendar of { $name }: what you ask for is booked, moved and shown there. Say “back to my own calendar” to stop.
serving-over = It is your own calendar again that I work on.
behalf-text = { $name }'s calendar: { $text }
behalf-body = { $speaker } booked this on behalf of { $name }.
ticket-body = Ticket { $ticket }
rights-title = I can't change { $name }'s calendar
rights-missing-read = You may see { $name }'s calendar, but the right to edit it is missing. Nothing was changed.
rights-missing-hidden = { $name } has not shared their calendar with you: the right to edit it is missing. Nothing was changed.
rights-how = { $name } can give it to you in Outlook: Calendar, Share, your name, then “Can edit” or “Delegate”.
rights-instead = I can invite { $name } to a meeting of yours instead: say “with { $name }”.
busy-title = When { $name } is taken
busy-why = { $name } has not shared their calendar with you, so I see only when they are busy. The right to view details is missing; { $name } can give it in Outlook: Calendar, Share, your name, “Can view all details”.
busy-none = Nothing is taken there.
busy-hidden = I can't see { $name }'s calendar, not even when they are busy. { $name } can share it in Outlook: Calendar, Share, your name.
busy-line = { $moment } · { $how }
busy-as-busy = busy
busy-as-tentative = tentative
busy-as-away = out of office
busy-as-elsewhere = working elsewhere
behalf-whom = Which { $said }? Say the full name: { $names }.
behalf-nobody = I don't know “{ $said }”, so I did nothing. Write the full name or an e-mail address.

## When something goes wrong

expired-title = This card has expired
expired-text = It is too old, or was replaced by a newer one. Nothing was done. Ask me again and I will make a fresh one.
trouble-read = I couldn't reach the calendar
trouble-read-mail = I couldn't reach the mailbox
trouble-write = That did not go through
trouble-nothing = Nothing was changed.
trouble-maybe = I could not see whether it went through. Trying again is safe: it will not be done twice.
trouble-unavailable-mail = The mail service did not answer. Try again in a moment.
trouble-unavailable = The calendar service did not answer. Try again in a moment.
trouble-throttled = The calendar service is busy right now. Try again in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
  }.
trouble-signed-out = Your sign-in has expired. Sign in again and repeat what you asked for.
trouble-not-allowed = Your organization does not let me do that. An administrator can allow it.
trouble-not-allowed-named = Your organization does not let me do that: the permission { $permission } is missing. An administrator can allow it.
trouble-not-found = It is not there any more. It may have been moved, deleted or cancelled.
trouble-conflict = The calendar has changed in the meantime. Look at it again, then repeat what you asked for.
trouble-refused = The calendar service refused that: { $message }
trouble-reference = Reference { $reference }
trouble-bug = Something went wrong on my side. I have kept the details under this reference for whoever looks after me.
try-again = Try again

## Signing in

sign-in-title = Sign in to go on
sign-in-title-named = { $name }, sign in to go on
sign-in-text = To answer, I need to read your calendar. Sign in once with your work account, and I go on with what you asked. I see only what you may see.
sign-in-button = Sign in
sign-in-good-for = The link is yours alone, and good for { $minutes } minutes.
signed-out = You are signed out, and I have deleted what let me into your calendar and how you wanted your meetings. Ask me anything to sign in again.
signed-out-already = You are not signed in.
sign-out-not-here = You are signed in by Teams itself, so there is nothing here to sign out of.
sign-in-failed = Teams could not sign you in. Use the button of the sign-in card instead.
share-signed-out = I cannot see your calendar yet. Write me a message, and sign in with the card that I answer.

## Undo, once its five minutes are over

undo-late = { $ago } I can undo for five minutes only, so nothing was changed. { $instead }
undo-ago-minutes = { $count ->
    [one] That was a minute ago.
   *[other] That was { $count } minutes ago.
}
undo-ago-long = That was a while ago.
undo-late-book = To call it off now, say “cancel” and which meeting.
undo-late-change = To change it now, say what it should be: “move it back to 3 pm”.
undo-late-respond = To answer anew, say “accept”, “tentative” or “decline” and which meeting.
undo-late-absence = To end it now, say “turn off my automatic replies”; what blocks the calendar can be cancelled by its name.
undo-late-reminder = To change it now, say when you want to be reminded.
undo-late-mail = What was deleted is in Deleted Items, what was archived in the archive; from there it can be moved back.
undo-late-any = To change it now, say what it should be instead.

## A vote on a time

vote-hold = Hold: { $subject }
vote-draft-title = Put these times to a vote: { $subject }
vote-draft-facts = { $duration } · { $who } vote · times in { $city }
vote-draft-holds = Nobody has been asked yet. While the vote runs, each time is held in your calendar, tentative and private.
vote-draft-speak = { $count } times to vote on for { $subject }. Shall I post them?
vote-drop = Drop
vote-drop-tooltip = Drop { $moment }
vote-add = Add
vote-add-label = Another time
vote-add-example = Friday at 10
vote-quorum-label = Book a time once
vote-quorum-all = everyone required says yes to it
vote-quorum-majority = a majority says yes to it
vote-quorum-number = { $count } people say yes to it
vote-post = Post the vote
vote-dont-post = Don't post
vote-not-posted = All right, the vote is not posted, and nothing is held.
vote-posted = The vote is posted. { $count ->
    [one] One time is
   *[other] { $count } times are
  } held in your calendar.
vote-posted-to = The vote went to { $names }. { $count ->
    [one] One time is
   *[other] { $count } times are
  } held in your calendar.
vote-post-failed = I could not post the vote in this chat, so nothing is held. Try again later.
vote-all-free = Everyone is free
vote-some-free = { $free } of { $count } free
vote-unseen = { $count ->
    [one] one calendar not visible
   *[other] { $count } calendars not visible
  }
vote-unreachable = { $names } will be invited, but cannot vote here.
vote-facts = { $organizer } asks which times work · { $duration } · times in { $city }
vote-state-open = Vote
vote-state-booking = Booking
vote-state-closed = Closed
vote-state-cancelled = Cancelled
vote-booked = Booked for { $moment }. The other times are free again.
vote-tied = { $times } had the same votes; the booked one ranks better in the calendars.
vote-early = { $organizer } settled it before everyone had agreed.
vote-booking = { $moment } has the votes, and is being booked in the calendar of { $organizer }.
vote-closed = The vote is closed. Nothing is booked, and no time is held any more.
vote-cancelled = The vote was cancelled. Nothing is booked, and no time is held any more.
vote-stuck-votes = Everyone has voted, and no time has enough votes. { $organizer } decides.
vote-stuck-filled = A time has enough votes, but a calendar has filled there since. { $organizer } decides.
vote-yes = { $count } yes: { $names }
vote-no = { $count } no: { $names }
vote-none-yet = No votes yet
vote-mine-yes = You: works
vote-mine-no = You: doesn't work
vote-you-free = you are free
vote-you-elsewhere = you work elsewhere
vote-you-tentative = you have something tentative
vote-you-outside = outside your working hours
vote-you-busy = you are busy
vote-you-out = you are out of office
vote-filled = A calendar has filled here since
vote-say-yes = Works
vote-say-no = No
vote-say-yes-tooltip = Works: { $moment }
vote-say-no-tooltip = Doesn't work: { $moment }
vote-all-work = All work
vote-none-work = None works
vote-voted = { $voted } of { $count } have voted
vote-missing = not yet: { $names }
vote-rule-all = Booked as soon as everyone required says yes to the same time.
vote-rule-majority = Booked as soon as a majority says yes to the same time.
vote-rule-number = Booked as soon as { $count } people say yes to the same time.
vote-closes = The vote closes { $moment }.
vote-book = Book { $day }
vote-book-now = Book now
vote-remind = Remind
vote-close = Close the vote
vote-cancel = Cancel the vote
vote-reopen = Open again
vote-refresh = Refresh
vote-speak = A vote on { $count } times for { $subject }.
vote-speak-booking = { $subject } is being booked.
vote-speak-booked = { $subject } is booked.
vote-speak-closed = The vote on { $subject } is closed.
vote-speak-cancelled = The vote on { $subject } was cancelled.
vote-confirm-title = Book { $subject } without waiting for more votes?
vote-confirm-text = Everyone is invited, the vote ends, and the other times are released.
vote-reminder = { $names }: which of these times for { $subject } work for you?
vote-heard = Noted, { $name }: { $told }.
vote-heard-yes = { $times } { $count ->
    [one] works
   *[other] work
  }
vote-heard-no = { $times } { $count ->
    [one] doesn't work
   *[other] don't work
  }
vote-heard-booked = That settles it: “{ $subject }” is booked for { $moment }.
vote-not-among = { $said } is not among the times of this vote: { $times }. { $organizer } can add one.
vote-which-passed = That time has passed.
vote-only-organizer = Only { $organizer } can do that, since they started the vote.
vote-no-vote = There is no vote open here. Say “let's vote on a time next week” to start one.
vote-none-missing = Everyone has voted.
vote-reminded = Reminded { $names }.
vote-remind-later = I will remind those who have not voted on { $moment }.
vote-extended = The vote now runs until { $moment }.
vote-extend-when = Until when shall the vote run?
vote-extend-past = { $moment } has passed.
vote-quorum-set-all = The time is booked once everyone required says yes to it.
vote-quorum-set-majority = The time is booked once a majority says yes to it.
vote-quorum-set-number = The time is booked once { $count } people say yes to it.
vote-added-note = Added { $moment }.
vote-dropped-note = Dropped { $moment }.
vote-add-unclear = I could not read a time in “{ $said }”. Say a day and a time, such as “Friday at 10”.
vote-add-passed = { $moment } has passed.
vote-add-there = { $moment } is there already.
vote-add-full = A vote has at most { $count } times. Drop one first.
vote-last-time = A vote needs at least one time.
vote-too-few = I found only { $count ->
    [one] one time that suits
   *[other] { $count } times that suit
  }. Add another, or book it without a vote.
vote-none-found = I found no time for a vote in that stretch. Name another one, or the times themselves.
vote-too-many = A vote is for at most { $count } people. Name those who should vote.
vote-nobody = There is nobody else to vote here. Name the people.
vote-personal = A vote needs people: say it in a group chat, or name them here, as in “let Alex and Tom vote on a time next week”.
vote-nobody-reached = { $names } { $count ->
    [one] has
   *[other] have
  } not talked to me yet, so I can't ask them for a vote. Start it in a group chat with them, or I can find a time from their calendars.
vote-one-time-only = A repeating meeting can't be put to a vote. I can find the time that suits most often: leave the vote out.
vote-nothing-leads = Nobody else has said yes to a time yet. Say which time is meant.
vote-uninvited = { $names } can vote, but I know no address to invite them.
vote-undone = The meeting was cancelled and everyone was told. No time is held any more.
vote-no-room = A vote holds no room; add one once the time is booked.
vote-undo-late = I can undo for five minutes only, so nothing was changed. To call it off now, say “cancel” and which meeting.
vote-left-confirm = All right, the vote goes on.
vote-unsure = Say whether a time works or not, and I will count it.
vote-heard-booking = That settles it: “{ $subject }” is being booked for { $moment }.
vote-not-asked = This vote is among { $names }.


## Settings

settings-title = Your settings
settings-zone = Time zone
settings-hours = Working hours
settings-days = Working days
settings-from = Work begins
settings-until = Work ends
settings-meetings = Meetings
settings-length = Usual length, minutes
settings-buffer = Minutes between meetings
settings-lunch-from = Free lunch from
settings-lunch-until = Lunch until
settings-earliest = No meetings before
settings-latest = No meetings after
settings-free-days = Days without meetings
settings-clock = Clock
settings-week = Week begins on
settings-24 = 24 hours
settings-12 = 12 hours, am and pm
settings-length-line = Usual length
settings-buffer-line = Between meetings
settings-lunch-line = Lunch
settings-earliest-line = No meetings before
settings-latest-line = No meetings after
settings-none = none
settings-lunch-any = kept free where possible
settings-need-time = Say when, as in 09:00.
settings-need-number = A whole number from { $least } to { $most }.
settings-need-zone = Choose a time zone from the list.
settings-save = Save
settings-leave = Leave it
settings-all = All settings
settings-ask = Change your settings?
settings-ask-note = Time zone and working hours are your mailbox's: Outlook and your colleagues see them too.
settings-stay-ask = Use { $city } time?
settings-stay-note = All times are shown by that clock then, in Outlook too. When you are back, say “set my time zone to { $city }”.
settings-stay-later = Your times stay those of { $city } until then. Once you are there, say “I'm in { $place } this week”, and I change the clock.
settings-stay-same = { $place } has the same time as { $city } now, so nothing needs to change.
settings-saved = Saved
settings-saved-told = It holds from now on.
settings-forgotten = Forgotten
settings-forgotten-told = I keep nothing of how you want your meetings. Time zone and working hours are your mailbox's own.
settings-undone = Undone. Your settings are as they were.
settings-kept = Okay. Your settings stay as they are.
settings-same = Your settings are like that already, so nothing was changed.
settings-nothing-kept = I keep no preferences of yours. Your time zone and working hours are your mailbox's own.
settings-no-days = Then no working day would be left, so nothing was changed. Say which days you work, as in “I work Monday to Thursday”.
settings-no-hours = Working hours end later than they begin, so nothing was changed. Say them as in “my working hours are 9 to 17”.
settings-bad-length = A meeting takes between 5 minutes and 8 hours by default, so nothing was changed.
settings-bad-buffer = Up to 2 hours can be left between meetings, so nothing was changed.
settings-bad-lunch = Lunch ends later than it begins, so nothing was changed. Say it as in “keep lunch 12:30 to 13:30 free”.
settings-half-lunch = Lunch needs both when it begins and when it ends, or neither. Nothing was changed.
settings-bad-bounds = No time would be left for meetings that way, so nothing was changed.
settings-unreadable = I could not read one of the values, so nothing was changed. Times are written as 09:00, lengths in minutes.
settings-zone-unknown = I don't know a place or a time zone called “{ $place }”, so nothing was changed. A large city will do: “set my time zone to Tokyo”.
settings-zone-which = { $place } has several time zones: { $cities }. Which city's time is yours?
settings-zone-say = Set my time zone to { $city }
settings-own-only = How meetings are to be is { $name }'s own to say. Of somebody else I can set the time zone and the working hours, where I am let.
settings-not-yours = { $name }'s settings
settings-read-missing = That is what { $name }'s free/busy time tells. For more, the right { $permission } to other people's mailboxes is missing.
settings-write-missing = Nothing was changed: the right { $permission } to other people's mailboxes is missing. An administrator can give it.
settings-right-how = { $name } can do it here, with “my settings”, or in Outlook.

## Calendars

calendars-title = { $count ->
    [one] Your calendar
   *[other] Your { $count } calendars
}
calendars-own = Your own: invitations come in here, and it makes you busy
calendars-of = Of { $name }
calendars-see-only = { $told } · to look at only
calendars-yours = your calendar
calendars-who-title = Who can see { $name }
calendars-everybody = Everybody else in the organization
calendars-unshare-do = Stop sharing
calendars-unshare-from = Stop sharing with { $name }
calendars-unshare-say = stop sharing my calendar with { $who }
calendars-unshare-say-named = stop sharing my { $name } calendar with { $who }
role-none = nothing
role-free-busy = when you are busy, and no more
role-titles = titles and places
role-details = all details
role-edit = all details, and edit
role-delegate = act as a delegate, and edit
role-delegate-private = act as a delegate, private meetings too
role-custom = a mixture that Outlook shows
calendars-role = May see
calendars-need-role = Choose what may be seen.
calendars-share-ask = Share { $calendar } with { $who }?
calendars-share-note = { $who } { $count ->
    [one] is
   *[other] are
} told by mail. Private meetings stay hidden.
calendars-share-do = Share
calendars-leave = Leave it
calendars-unshare-ask = Stop sharing { $calendar } with { $who }?
calendars-unshare-now = { $who } may see now: { $role }.
calendars-delete-ask = Delete “{ $name }”?
calendars-delete-count = { $count ->
    [0] Nothing is in it.
    [one] One event is in it, and goes with it. Nobody is told.
   *[other] { $count } events are in it, and go with it. Nobody is told.
}
calendars-delete-note = That can't be undone here.
calendars-delete-do = Delete
calendars-made = Made
calendars-renamed = Renamed
calendars-deleted = Deleted
calendars-is-shared = Shared
calendars-is-unshared = No longer shared
calendars-made-told = Your calendar “{ $name }” is there. Say “put it in my { $name } calendar” as you book.
calendars-deleted-told = { $count ->
    [0] “{ $name }” is gone.
    [one] “{ $name }” is gone, and one event with it.
   *[other] “{ $name }” is gone, and { $count } events with it.
}
calendars-shared-told = { $who } may see in { $calendar }: { $role }.
calendars-unshared-told = { $who } { $count ->
    [one] sees
   *[other] see
} of { $calendar } what everybody does.
calendars-undone-create = Undone. The calendar “{ $name }” is gone again.
calendars-undone-rename = Undone. It is called “{ $name }” again.
calendars-undone = Undone.
calendars-undone-share = { $who } { $count ->
    [one] sees
   *[other] see
} no more than everybody does. The mail about it can't be called back.
calendars-undone-unshare = Undone. It is shared with { $who } again.
calendars-undone-role = { $who } may see again: { $role }.
calendars-kept = Okay. Everything stays as it is.
calendars-unknown = I find no calendar called “{ $name }”. Yours are: { $names }.
calendars-own-instead = There is no calendar called “{ $name }”, so this goes into your own.
calendars-read-only = You may only look at “{ $name }”, so this goes into your own calendar.
calendars-into = Goes into your calendar “{ $name }”.
calendars-no-move = What is booked already can't be moved to another calendar. As you book something, say “in my { $name } calendar”.
calendars-which-name = What is it to be called? Say “make a calendar called Travel”.
calendars-taken = There is a calendar called “{ $name }” already, so nothing was changed.
calendars-default-stays = Your own calendar can't be deleted: invitations come in there. A further one can be, by its name.
calendars-not-yours = “{ $name }” is { $owner }'s calendar, so only { $owner } can delete it.
calendars-not-owner = Only { $name } can change which calendars they have and with whom they are shared: the owner's right to them is missing.
calendars-shared-nobody = It is shared with nobody, beyond what everybody in the organization sees.
calendars-not-shared = Your calendar is not shared with { $name }, beyond what everybody in the organization sees.
calendars-shared-already = { $name } { $count ->
    [one] has
   *[other] have
} that already ({ $role }), so nothing was changed.
calendars-yourself = It is yours already.
calendars-with-whom = With whom, and what may they see? Say “share my calendar with Tom, free/busy only”, or “… can edit”.
calendars-not-empty = There is something in “{ $name }” by now, so it stays. Say “delete my { $name } calendar” if it is to go with all of it.
calendars-gone = “{ $name }” is no longer there, so there was nothing to undo.
calendars-deleted-stays = A calendar that was deleted can't be brought back here; Outlook may keep it among its deleted items for a while. I can make an empty one of that name.
calendars-make-again = Make a calendar called { $name }
calendars-empty = Nothing is in it then.
calendars-more = And { $count } more.
calendars-inside = { $count ->
    [0] nothing
    [one] one event
   *[other] { $count } events
}

## Time for oneself

focus-subject = Focus time
focus-travel = Travel
focus-preparation = Preparation
focus-buffer = Buffer
focus-notes = Notes
focus-which = Of which meeting? Say what it is called, or “my next meeting”.
