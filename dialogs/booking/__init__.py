"""Book an event: what was said of it, what is asked, which times are offered, and the tap that takes one."""
