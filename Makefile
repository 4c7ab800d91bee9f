# Foyer: `make run` starts it, `make test` runs everything that is tested. `make help` lists the rest.

GO      ?= go
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
# The link flags alone carry the version, so that the build cache serves all targets. No -trimpath:
# it would compile Fyne's C code, some minutes of it, a second time.
LDFLAGS := -X main.version=$(VERSION)
INSTALL := cmd/internal/setup/install
FUZZTIME ?= 30s
KILLS ?= 1000
DAYS ?= 30

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
REVIVE      := github.com/mgechev/revive@v1.16.0
ERRORLINT   := github.com/polyfloyd/go-errorlint@v1.8.0

# With the race detector everything that needs no GL; Fyne's drawing is pure Go, its window is not.
RACED  := ./services/... ./ui/... ./cmd/foyer/... ./cmd/internal/trayicons/...
PLAIN  := ./cmd/foyer-window/... ./cmd/internal/session/... ./cmd/internal/house/... ./cmd/internal/soak/... ./cmd/internal/e2e/... \
          ./cmd/internal/completion/... ./cmd/internal/drawing/... ./cmd/internal/manual/... ./cmd/internal/packages/...
# These draw every page in every language, and walk through all of it by keys. On one goroutine the race
# detector finds nothing there and takes ten times as long.
WALKS  := ^Test(EverythingFitsInEveryLanguage|EverythingIsDoneByKeys|DataIsCaredForByKeys|AServiceIsSetUpByKeys)$$

# What compiles for every platform without a C compiler for it.
PURE   := ./assets/... ./services/... ./ui/text/... ./ui/tray/... ./cmd/foyer/...

# The tests that also run in Windows. Those of cmd/foyer build programs, which wine cannot;
# cmd/internal/windows runs the programs there instead.
WINE_TESTED := ./services/... ./ui/text/... ./ui/tray/...

.PHONY: help run build test quick e2e pictures lint bench fuzz soak cross test-windows package test-package tour clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build Foyer and start it; without a display, walk through it in a virtual one
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname -s)" = Linux ]; then \
		echo "There is no display here: Foyer shows itself in a virtual one."; \
		$(MAKE) --no-print-directory tour; \
	else \
		$(INSTALL) build run && $(MAKE) --no-print-directory programs && \
		cmd/internal/setup/start build/foyer; \
	fi

build: ## build both programs into build/
	@$(INSTALL) build
	@$(MAKE) --no-print-directory programs

.PHONY: programs
programs:
	CGO_ENABLED=0 $(GO) build -ldflags "$(LDFLAGS)" -o build/ ./cmd/foyer
	CGO_ENABLED=1 $(GO) build -ldflags "$(LDFLAGS)" -o build/ ./cmd/foyer-window

test: ## everything that CI tests: domain, adapters, pages, the house, both programs end to end
	@$(INSTALL) build run desktop
	CGO_ENABLED=1 $(GO) test -race -timeout 15m -skip '$(WALKS)' $(RACED)
	CGO_ENABLED=1 $(GO) test -timeout 15m -run '$(WALKS)' ./ui/...
	CGO_ENABLED=1 $(GO) test -timeout 15m $(PLAIN)

quick: ## domain and adapters only, for every save
	$(GO) test ./services/...

e2e: ## the real programs in a virtual desktop, only
	@$(INSTALL) build run desktop
	$(GO) test -count=1 -timeout 15m ./cmd/internal/e2e/...

tour: ## walk through Foyer in a virtual desktop; pictures in build/tour
	@$(INSTALL) build run desktop
	@$(MAKE) --no-print-directory programs
	$(GO) run ./cmd/internal/tour -programs build -pictures build/tour

pictures: ## the same, and the README's pictures are taken anew
	@$(INSTALL) build run desktop
	@$(MAKE) --no-print-directory programs
	$(GO) run ./cmd/internal/tour -programs build -pictures build/tour -publish assets/pictures

lint: ## gofmt, vet, staticcheck, revive, errorlint, shellcheck
	@$(INSTALL) build lint
	@unformatted=$$(gofmt -l assets cmd services ui); \
	if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	GOBIN="$(CURDIR)/build/tools" $(GO) install $(STATICCHECK)
	GOBIN="$(CURDIR)/build/tools" $(GO) install $(REVIVE)
	GOBIN="$(CURDIR)/build/tools" $(GO) install $(ERRORLINT)
	$(GO) vet -tags wine,packaged ./...
	GOOS=windows CGO_ENABLED=0 $(GO) vet $(PURE)
	GOOS=darwin CGO_ENABLED=0 $(GO) vet $(PURE)
	build/tools/staticcheck -tags wine,packaged ./...
	GOOS=windows CGO_ENABLED=0 build/tools/staticcheck $(PURE)
	build/tools/revive -config .revive.toml -formatter friendly -set_exit_status ./...
	build/tools/go-errorlint -comparison -asserts -errorf ./...
	shellcheck .ci/run cmd/internal/setup/install cmd/internal/setup/start cmd/internal/packages/files/install

bench: ## Go benchmarks, then the agent and the window beside a bare Fyne window
	@$(INSTALL) build run desktop
	$(GO) test -run '^$$' -bench . -benchmem ./services/... ./ui/... ./cmd/internal/soak
	@$(MAKE) --no-print-directory programs
	$(GO) run ./cmd/internal/bench -programs build

fuzz: ## every fuzz target for FUZZTIME (30s)
	@for dir in $$(grep -rl '^func Fuzz' --include='*_test.go' services ui | xargs -n1 dirname | sort -u); do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' $$dir/*_test.go); do \
			echo "$$dir $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) ./$$dir || exit 1; \
		done; \
	done

soak: ## kill delivering processes KILLS (1000) times in the middle of batches, then live through DAYS (30) of polls
	@$(INSTALL) build run desktop
	$(GO) run ./cmd/internal/soak -kills $(KILLS)
	@$(MAKE) --no-print-directory programs
	$(GO) run ./cmd/internal/soak -days $(DAYS) -programs build

cross: ## agent and window for Windows, the agent for arm64 Linux and for macOS
	@$(INSTALL) build windows
	@$(MAKE) --no-print-directory windows-programs
	GOOS=linux GOARCH=arm64 CGO_ENABLED=0 $(GO) build -ldflags "$(LDFLAGS)" -o build/linux-arm64/ ./cmd/foyer
	GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 $(GO) build -ldflags "$(LDFLAGS)" -o build/darwin-arm64/ ./cmd/foyer

# foyer.exe is the command line, too, so it stays a console program: one that is linked with
# -H windowsgui prints nothing to the console it was started from. When Windows opened a console for
# it alone, it closes that when it becomes the agent. The window never has one. Fyne speaks to screen
# readers where it is built with the tag accessibility, on Windows and macOS so far.
.PHONY: windows-programs
windows-programs:
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
		$(GO) build -ldflags "$(LDFLAGS)" -o build/windows/ ./cmd/foyer
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
		$(GO) build -tags accessibility -ldflags "$(LDFLAGS) -H windowsgui" -o build/windows/ ./cmd/foyer-window

test-windows: ## build for Windows and run programs and tests under wine
	@$(INSTALL) build run desktop windows
	@$(MAKE) --no-print-directory windows-programs
	$(GO) test -tags wine -count=1 -timeout 20m ./cmd/internal/windows/...
	$(GO) run ./cmd/internal/wine/inwine -- \
		env GOOS=windows GOARCH=amd64 CGO_ENABLED=0 $(GO) test -count=1 -timeout 15m -exec wine $(WINE_TESTED)

# What is passed on does not tell where it was built. That compiles Fyne's C code a second time, some
# minutes of it, so the tests make their packages without.
PACKAGE_FLAGS ?= -trimpath

package: ## .deb and .tar.gz for Linux, .zip for Windows, in build/packages
	@$(INSTALL) build package
	@$(MAKE) --no-print-directory release-programs
	$(GO) run ./cmd/internal/packages

.PHONY: release-programs
release-programs:
	CGO_ENABLED=0 $(GO) build $(PACKAGE_FLAGS) -ldflags "$(LDFLAGS) -s -w" -o build/release/linux/ ./cmd/foyer
	CGO_ENABLED=1 $(GO) build $(PACKAGE_FLAGS) -ldflags "$(LDFLAGS) -s -w" -o build/release/linux/ ./cmd/foyer-window
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
		$(GO) build $(PACKAGE_FLAGS) -ldflags "$(LDFLAGS) -s -w" -o build/release/windows/ ./cmd/foyer
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
		$(GO) build -tags accessibility $(PACKAGE_FLAGS) -ldflags "$(LDFLAGS) -s -w -H windowsgui" -o build/release/windows/ ./cmd/foyer-window

test-package: ## make the packages, check them, install, use and remove them in a clean system and under wine
	@$(INSTALL) build run desktop windows package package-test
	@$(MAKE) --no-print-directory package PACKAGE_FLAGS=
	$(GO) test -tags packaged -count=1 -timeout 15m ./cmd/internal/packages/... ./cmd/internal/installed/...

clean: ## remove everything that was built
	rm -rf build
