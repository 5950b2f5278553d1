"""The commands of `monofact`, one module each or a few that belong together."""
