# SPDX-License-Identifier: EUPL-1.2
# The one door, for people and for CI. `make` on its own says what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
APP := $(VENV)/.ready-app
DEV := $(VENV)/.ready-dev
CORE := .venv-core/.ready
RELEASE := .venv-release/.ready
PACKAGE := pyproject.toml requirements/app.in requirements/build.txt src/ruimbaan/__init__.py
T ?=
KIND ?=
NAME ?=

.PHONY: help demo test check fix bench docs messages lock new release

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1|\2/' | \
	  while IFS='|' read -r name what; do printf '%-12s %s\n' "$$name" "$$what"; done

demo: ## a running site with a made-up region, on http://127.0.0.1:8000
	@tools/timed.sh 'Ready to start' $(MAKE) --silent $(APP)
	@$(BIN)/ruimbaan demo

test: $(DEV) $(CORE) $(RELEASE) ## all tests; make test T=core|site|postgres|browser runs one part
	@tools/ensure_debian.sh gettext postgresql chromium book
	@$(BIN)/python -m tools.run_tests $(T)

check: $(DEV) ## format, lint, types, layers, templates, translations, words, headers, requirements
	@tools/ensure_debian.sh gettext
	@$(BIN)/python -m tools.run_checks

fix: $(DEV) ## format, and mend what is safe to mend
	@$(BIN)/ruff check --fix --quiet --exit-zero
	@$(BIN)/ruff format --quiet
	@$(BIN)/ruff check

bench: $(DEV) ## measure, and print the figures
	@failed=0; \
	$(BIN)/pytest tests/bench -o python_files="bench_*.py" -p no:randomly -q -s || failed=1; \
	for one in futures population; do $(BIN)/python -m tests.bench.bench_$$one || failed=1; done; \
	exit $$failed

docs: $(DEV) ## write the reference pages that follow from the code
	@$(BIN)/python -m tools.write_reference

messages: $(DEV) ## collect the texts of the code for the translation, and compile it
	@tools/ensure_debian.sh gettext
	@tools/messages.sh

new: $(DEV) ## begin something: make new KIND=rule|service|measure|screen|decision|changelog NAME=...
	@$(BIN)/python -m tools.new "$(KIND)" "$(NAME)"

release: $(DEV) $(RELEASE) ## the files of a release, made twice, compared and tried, in dist/
	@$(BIN)/python -m tools.release

lock: $(DEV) ## pin the newest versions that requirements/*.in allow, with hashes
	@tools/lock.sh

# --- environments: built once, renewed when what they are made of changes ----------------------
$(APP): requirements/app.txt $(PACKAGE)
	@tools/make_venv.sh $(VENV) --package requirements/app.txt requirements/build.txt
	@touch $@

$(DEV): requirements/dev.txt $(PACKAGE)
	@tools/make_venv.sh $(VENV) --package requirements/dev.txt
	@touch $(APP) $@

$(CORE): requirements/core-test.txt
	@tools/make_venv.sh .venv-core requirements/core-test.txt
	@touch $@

$(RELEASE): requirements/release.txt
	@tools/make_venv.sh .venv-release requirements/release.txt
	@touch $@
