"""What is one's own: settings, calendars, reminders, focus time and days away."""
