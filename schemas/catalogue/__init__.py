"""The attribute catalogue: which attributes exist, how they are asked and by which patterns they are found."""

from schemas.catalogue.loader import BUILT_IN_FILES, load_catalogue
from schemas.catalogue.model import Attribute, Catalogue, Pattern

__all__ = ["BUILT_IN_FILES", "Attribute", "Catalogue", "Pattern", "load_catalogue"]
