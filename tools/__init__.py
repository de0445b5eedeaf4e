"""Gates and generators of the repository: what `make check` runs. No part of the product imports it."""
