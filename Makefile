# The tasks of a developer. `make` alone lists them.
PYTHON ?= .venv/bin/python

.PHONY: help
help: ## List the tasks
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | column -t -s '|'

.PHONY: check
check: ## Run every gate that needs no database (exactly what continuous integration runs before the tests)
	$(PYTHON) -m tools.check

.PHONY: test
test: ## Run every test: front end, back end on real PostgreSQL, browser
	./simpul test

.PHONY: messages
messages: ## Send a hundred thousand messages while workers are killed twenty times; figures in test-results/chaos.json
	SIMPUL_TEST_MESSAGES=100000 SIMPUL_TEST_KILLS=20 $(PYTHON) -m pytest -s tests/chaos/test_kills_during_sending.py

.PHONY: chaos
chaos: ## Kill web server, worker, PostgreSQL and imports 20 times each; figures in test-results/chaos.json
	SIMPUL_TEST_KILLS=20 $(PYTHON) -m pytest -s tests/chaos

.PHONY: fuzz
fuzz: ## Make up 300 requests for each operation, mode and caller from the schema
	SIMPUL_TEST_REQUESTS=300 $(PYTHON) -m pytest -s tests/contract/test_schema.py

.PHONY: rls-model
rls-model: ## Compare row-level security with a model in Python in 10,000 random worlds
	SIMPUL_TEST_EXAMPLES=10000 $(PYTHON) -m pytest -s tests/contract/test_rls_model.py

.PHONY: sla-model
sla-model: ## Compare the clocks of 10,000 generated cases with a play minute by minute
	SIMPUL_SLA_CASES=10000 $(PYTHON) -m pytest -s tests/cases/sla/test_model.py

.PHONY: models
models: ## Compare calendars, the report, the queue, acts at the same cases and the rules of suspicion with their models, over many examples
	SIMPUL_CALENDAR_CASES=10000 SIMPUL_REPORT_CASES=4000 SIMPUL_CASE_PLAYS=100 SIMPUL_TEST_EXAMPLES=1000 SIMPUL_TEST_SEEDS=1,2,3,4,5,6,7,8 \
		$(PYTHON) -m pytest -s tests/workflow/calendars/test_oracle.py tests/oversight/test_suspicion.py tests/cases/test_model.py tests/cases/test_queue_model.py tests/cases/test_report_model.py

.PHONY: rfm-engines
rfm-engines: ## Compare RFM on PostgreSQL, DuckDB and Spark (takes pyspark and Java)
	$(PYTHON) -m pytest -n 0 -s tests/value/test_rfm.py

.PHONY: whole
whole: ## Try whole what the suite tries in part: looks in both themes, every caller of every operation, markers, large exports, going live from a checkout
	SIMPUL_TEST_WHOLE=1 $(PYTHON) -m pytest -s -n 3 --dist loadfile tests/e2e/test_every_page.py tests/contract/test_authorization.py tests/contract/test_hygiene.py tests/security/test_cursors.py tests/oversight/test_exports.py tests/config/cli/test_going_live.py

.PHONY: looks
looks: ## Look at every page, and at cases on their way, in both themes on the desktop and on the phone, with pictures
	SIMPUL_TEST_WHOLE=1 $(PYTHON) -m pytest -s -n 0 tests/e2e/test_every_page.py tests/e2e/test_cases.py tests/e2e/test_case_journeys.py

.PHONY: fix
fix: ## Put right what ruff can, and take down the ratchets
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	$(PYTHON) -m tools.lints.ratchets

.PHONY: generate
generate: ## Renew openapi.json, the TypeScript client, docs/{acceptance,permissions,errors,security}.md
	$(PYTHON) -m tools.generate

.PHONY: migrations
migrations: ## Migrate up, load data, down, up again on a fresh database and compare the schemas
	$(PYTHON) -m tools.migrations

.PHONY: migration
migration: ## Draft a domain's next migration from its models: make migration DOMAIN=cases
	$(PYTHON) -m tools.manage makemigrations $(DOMAIN)

.PHONY: new-domain
new-domain: ## Copy the domain of tasks, back end, pages and tests: make new-domain NAME=visits [ENTITY=visit] [ID=Kunjungan] [EN=Visit]
	$(PYTHON) -m tools.new_domain $(NAME) $(if $(ENTITY),--entity $(ENTITY)) $(if $(ID),--id "$(ID)") $(if $(EN),--en "$(EN)")

.PHONY: scaffold-check
scaffold-check: ## Make a domain in a copy of the repository and look at its pages too: types, build, Chromium with axe
	SIMPUL_TEST_PAGES=1 $(PYTHON) -m pytest -n 0 tests/contract/test_new_domain.py

.PHONY: audit
audit: ## Ask the advisory services about known vulnerabilities
	$(PYTHON) -m tools.vulnerabilities

.PHONY: wheel
wheel: ## Build the wheel with the built front end into dist/
	$(PYTHON) -m tools.wheel

.PHONY: bundle
bundle: ## Build dist/bundle: the wheel and everything that a server without a package index needs
	$(PYTHON) -m tools.wheel bundle

.PHONY: lock
lock: ## Pin every dependency with hashes (no registry host in the files)
	uv pip compile -q pyproject.toml --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/runtime.lock
	uv pip compile -q pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/dev.lock
	uv pip compile -q pyproject.toml --extra telemetry --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/telemetry.lock
	uv pip compile -q pyproject.toml --extra spark --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/spark.lock
	uv pip compile -q pyproject.toml --extra hsm --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/hsm.lock
	printf "hatchling>=1.27\neditables\n" | uv pip compile -q - --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/build.lock
