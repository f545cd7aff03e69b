# `make` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# Extra flags for SwiftPM, such as `SWIFT_FLAGS=-v`.
SWIFT_FLAGS ?=
# A release binary that runs where no Swift is installed.
RELEASE_FLAGS := -c release --static-swift-stdlib

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

setup: ## Install what a build needs (apt), where it is missing
	@scripts/setup.sh

run: setup build ## Build, start rpcd and a simulator bridge in ./data, send a message (ONCE=1: then stop)
	@scripts/run.sh

build: setup ## Build release rpcd and rpcctl into .build/release
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product rpcd
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product rpcctl

test: setup ## Build and run every suite
	@scripts/test.sh

hostile: setup ## Thousands of hostile peers against an rpcd process (RPCD=PATH: another binary than the debug one)
	@scripts/hostile.sh

generate: setup ## Regenerate everything that comes from proto/
	@scripts/generate.sh

generate-check: setup ## Fail where what is committed differs from what proto/ gives
	@scripts/generate.sh --check

openapi: setup ## Write openapi.json, the OpenAPI document of the HTTP routes
	@scripts/generate.sh --openapi openapi.json

schemathesis: setup ## Hold rpcd to its OpenAPI document with EXAMPLES (100) an operation, from SEED (1)
	scripts/test-tools.sh
	swift build $(SWIFT_FLAGS) --product rpcd
	@SWITCHBOARD_TEST_TOOLS=demanded SCHEMATHESIS_EXAMPLES=$(or $(EXAMPLES),100) SCHEMATHESIS_SEED=$(or $(SEED),1) node --test bridge/test/openapi.test.js

lint: ## Check imports, formatting and file sizes
	@scripts/lint.sh

format: ## Format the Swift sources that are written by hand
	@scripts/lint.sh --format

bench-echo: setup ## Build .build/release/echo-server, the peer for the RPC benchmarks
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product echo-server

bench-keys: setup ## Build .build/release/key-check: what it costs to find out who calls
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product key-check

bench-http: setup ## Build .build/release/bare-http, the floor for HTTP
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product bare-http

bench: setup bench-echo bench-keys bench-http build ## Measure beside the peers (needs the bench folder, docs/BENCHMARKS.md)
	@Benchmarks/run.sh

drain: setup build ## End rpcd 20 times under 500 calls a second; hold its data against what callers were told
	@node Tests/Interop/drain/drain.js --rpcd .build/release/rpcd --rounds $${ROUNDS:-20}

# Debug, for only there rpcd can be told where to die; RPCD=PATH tries another binary, without that.
chaos: setup ## Kill, stop and cut off rpcd and bridges at every step of a send for SECONDS (600), from SEED (1) on
	$(if $(RPCD),,swift build $(SWIFT_FLAGS) --product rpcd)
	@node Tests/Chaos/chaos.js $(if $(RPCD),--rpcd $(RPCD),--rpcd .build/debug/rpcd --fault-points) --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1)

powercut: setup ## Cut the power, fill the disk, fail its syncs under rpcd for SECONDS (60), from SEED (1) on; needs root
	$(if $(RPCD),,swift build $(SWIFT_FLAGS) --product rpcd)
	@node Tests/Chaos/powercut.js --rpcd $(or $(RPCD),.build/debug/rpcd) --seconds $(or $(SECONDS),60) --seed $(or $(SEED),1)

clean: ## Remove what was built; ./data stays
	rm -rf .build .tools

.PHONY: help setup run build test hostile generate generate-check openapi schemathesis lint format bench-echo bench-keys bench-http bench drain chaos powercut clean
