# Everything a person does with the project. `make` alone lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test bench bless lint setup

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

demo: ## install what is missing, build, make the demo city, serve it and live a day in it (Ctrl-C ends)
	@scripts/setup demo
	@cargo build --locked --package wangge-server
	@exec target/debug/wangge demo $(ARGS)

test: ## install what is missing, start PostgreSQL, check format and lints, run every test on both engines
	@scripts/test

bench: ## measure against the raw engines in the same run; rewrites bench/RESULTS.md
	@scripts/setup test
	@scripts/bench $(ARGS)

bless: ## rewrite every generated file that is committed (OpenAPI, flow diagrams, config reference, golden files)
	@scripts/bless

lint: ## format check, clippy, cargo deny when installed
	@scripts/lint

setup: ## install what demo and test need, nothing else
	@scripts/setup test
