"""Pure decisions about times, days, series and rooms: values in, values out."""
