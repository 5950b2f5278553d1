"""Mergeable summaries of bounded size, and counting that looks at a coordinated sample of prompts only."""
