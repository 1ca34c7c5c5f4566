# Learn English: `make run` starts it, `make test` tests it. Needs Python 3.11 or newer and make.
PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run setup test test-sqlite test-servers browser lint check messages bench clean

run: export DEBUG ?= true
run: $(VENV)/.installed ## set up what is missing, then serve
	@$(BIN)/python manage.py setup
	@$(BIN)/python manage.py serve --host $(HOST) --port $(PORT)

$(VENV)/.installed: requirements.txt constraints.txt
	@echo "Installing packages into $(VENV) (the first time takes a minute or two)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what the tests need"
	@$(PIP) install -r requirements-dev.txt
	@touch $@

test: test-sqlite test-servers ## the whole suite, twice: embedded parts, then real servers

test-sqlite: $(VENV)/.installed-dev
	@echo "Tests on SQLite with the in-memory parts"
	@$(BIN)/python -m pytest

test-servers: $(VENV)/.installed-dev
	@echo "Tests on PostgreSQL and Valkey with a Celery worker"
	@$(BIN)/python -m learnenglish.testing.servers $(BIN)/python -m pytest

lint: $(VENV)/.installed-dev ## style, types, imports, templates
	@echo "ruff"; $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "mypy"; $(BIN)/mypy .
	@echo "import-linter"; $(BIN)/lint-imports
	@echo "djlint"; $(BIN)/djlint templates --lint --quiet

check: $(VENV)/.installed-dev ## configuration and migrations
	@echo "check --deploy"; SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
	  ALLOWED_HOSTS=learn.example.org $(BIN)/python manage.py check --deploy --fail-level WARNING
	@echo "makemigrations --check"; $(BIN)/python manage.py makemigrations --check --dry-run

messages: $(VENV)/.installed-dev ## collect texts for translators, compile what they wrote (needs gettext)
	@$(BIN)/python manage.py makemessages --all --no-location --no-obsolete --no-wrap \
	  -i .venv -i var -i bench -i deploy -i 'learnenglish/testing/*' -i '*/tests/*'
	@$(BIN)/python -c "import pathlib, polib; [polib.pofile(str(p)).save_as_mofile(str(p.with_suffix('.mo'))) \
	  for p in pathlib.Path('learnenglish/locale').rglob('*.po')]"

bench: $(VENV)/.installed-dev ## speed, printed
	@$(BIN)/python -m bench

clean: ## forget the environment and all data
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache
