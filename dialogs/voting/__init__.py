"""A vote on candidate times in one shared card: held for as long as it runs, booked once when enough people agree."""
