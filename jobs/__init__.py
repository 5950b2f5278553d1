"""Entry points for spark-submit: one per stage, and one for the whole run. They only parse arguments."""
