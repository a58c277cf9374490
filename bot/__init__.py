"""The running service: the channel, storage, settings, the command line and the local page."""
