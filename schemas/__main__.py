"""`python -m schemas [FILE]`: write docs/tables.md from the contracts."""

import sys
from pathlib import Path

from schemas import TABLES
from schemas.description import write_tables_document

write_tables_document(TABLES, Path(sys.argv[1] if len(sys.argv) > 1 else "docs/tables.md"))
