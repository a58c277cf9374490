"""The local page: a chat beside a week, and the channel between the chat and the bot.

browser ─▶ guard ─▶ page ─▶ channel ─▶ /api/messages        talk ─▶ browser (server-sent events)
                      └──▶ calendars ─▶ Graph                 ▲
                                         bot's connector ─────┘
"""
