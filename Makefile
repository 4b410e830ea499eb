# What a person does with this tree. `make help` lists it.
SWIFT ?= swift
PREFIX ?= /usr/local
ZSH_FUNCTIONS ?= $(PREFIX)/share/zsh/site-functions
# Who packages a program that is built already names it: make deb TERCET_BINARY=PATH.
TERCET_BINARY ?=
TERCET := $(or $(TERCET_BINARY),.build/release/tercet)
# The Swift runtime is linked in, so that the program runs where there is no toolchain, and starts faster.
# Symbols would be half of it.
RELEASE := -c release --static-swift-stdlib -Xlinker -s
# Libraries of an older system for `make tarball`, a folder that packaging/sysroot makes.
SYSROOT ?=
# How long `make fuzz` takes for each of its targets.
SECONDS ?= 60
# The Python that has what Python/README.md tells to install.
PYTHON ?= $(or $(wildcard $(CURDIR)/Python/.venv/bin/python),python3)

.PHONY: help deps swift build demo pictures test fuzz check wheel test-python test-spark lint format install uninstall
.PHONY: deb tarball try-packages docs clean

help:
	@echo 'make demo     install what is missing, build, and take a tour through the sample news'
	@echo 'make test     install what is missing, build everything and run all tests'
	@echo 'make check    speeds, AddressSanitizer and coverage: what is too slow for every change'
	@echo 'make fuzz     random inputs for everything that reads files of others, SECONDS=60 for each kind'
	@echo 'make pictures draw the pictures of docs/pictures anew (needs graphviz)'
	@echo 'make build    the release program, $(TERCET)'
	@echo 'make wheel    Python/dist/tercet-….whl, which carries the program; see Python/README.md'
	@echo 'make test-python  the Python package beside the release program; make test-spark: in Spark, some minutes'
	@echo 'make install  the program, its manual page and completions below PREFIX ($(PREFIX)); make uninstall'
	@echo 'make deb      a Debian package below build/; make tarball: the program with its libraries'
	@echo 'make try-packages  both in bare systems made by debootstrap, SUITES="bookworm bullseye" (as root)'
	@echo 'make docs     pages of the library for Swift below build/docs, where the toolchain has docc'
	@echo 'make lint     check the format of the sources; make format mends it'
	@echo 'make deps     only install the libraries that are missing'
	@echo 'make clean    remove what was built'

deps:
	@.ci/install-packages

swift:
	@command -v $(SWIFT) >/dev/null || { echo 'Needs a Swift toolchain, 6.2 or later, on PATH: https://www.swift.org/install' >&2; exit 1; }

ifneq ($(TERCET_BINARY),)
build:
	@test -x $(TERCET) || { echo 'TERCET_BINARY=$(TERCET) is no program.' >&2; exit 1; }
else
build: swift deps
	$(SWIFT) build $(RELEASE) --product tercet
endif

demo: build
	@mkdir -p build
	$(TERCET) build seeds -o build/news.tercet --force
	$(TERCET) export build/news.tercet --around NATO -o build/nato.html --force
	@if command -v dot >/dev/null; then echo '$(TERCET) export build/news.tercet --around NATO -o build/nato.svg --force'; \
	  $(TERCET) export build/news.tercet --around NATO -o build/nato.svg --force; \
	  else echo 'No picture: `apt-get install graphviz` brings the program that draws build/nato.svg.'; fi
	$(TERCET) query build/news.tercet --echo --format table -f seeds/queries/tour.tq
	@echo
	@echo 'What is said of NATO, to look at in a browser: build/nato.html'
	@echo 'Next, ask for yourself:  $(TERCET) build/news.tercet'
	@echo '  other scripts:         $(TERCET) query build/news.tercet --echo -f seeds/queries/people.tq'
	@echo '  your own documents:    $(TERCET) build FOLDER -o mine.tercet'

# The pictures of the README and of docs/pictures.
pictures: build
	@mkdir -p build
	$(TERCET) build seeds -o build/news.tercet --force
	$(TERCET) build seeds/2025-04-22-spain.txt -o build/article.tercet --force
	$(TERCET) export build/news.tercet --around NATO -o docs/pictures/nato.svg --force
	$(TERCET) export build/news.tercet -o docs/pictures/seeds.svg --force
	$(TERCET) export build/article.tercet -o docs/pictures/article.svg --force

test: swift deps
	$(SWIFT) build
	$(SWIFT) test --parallel

check: swift deps
	SWIFT=$(SWIFT) .ci/check

fuzz: swift deps
	SWIFT=$(SWIFT) Tests/Fuzz/run $(SECONDS)

wheel: build
	$(PYTHON) Python/make_wheel.py --program $(TERCET) --output Python/dist
	cd Python && $(PYTHON) -m pytest tests/wheel

test-python: build
	cd Python && TERCET_PROGRAM=$(CURDIR)/$(TERCET) $(PYTHON) -m pytest

test-spark: build
	cd Python && TERCET_PROGRAM=$(CURDIR)/$(TERCET) $(PYTHON) -m pytest tests/spark

docs: swift deps
	SWIFT=$(SWIFT) .ci/docs

lint: swift
	$(SWIFT) format lint --recursive --strict Sources Tests Examples Package.swift

format: swift
	$(SWIFT) format --in-place --recursive Sources Tests Examples Package.swift

install: build
	install -D -m 755 $(TERCET) $(DESTDIR)$(PREFIX)/bin/tercet
	@mkdir -p build/share
	$(TERCET) manual > build/share/tercet.1
	$(TERCET) completions bash > build/share/tercet.bash
	$(TERCET) completions zsh > build/share/_tercet
	$(TERCET) completions fish > build/share/tercet.fish
	install -D -m 644 build/share/tercet.1 $(DESTDIR)$(PREFIX)/share/man/man1/tercet.1
	install -D -m 644 build/share/tercet.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tercet
	install -D -m 644 build/share/_tercet $(DESTDIR)$(ZSH_FUNCTIONS)/_tercet
	install -D -m 644 build/share/tercet.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tercet.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/tercet $(DESTDIR)$(PREFIX)/share/man/man1/tercet.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tercet \
	  $(DESTDIR)$(ZSH_FUNCTIONS)/_tercet \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tercet.fish

deb: build
	packaging/deb $(TERCET)

tarball: build
	SWIFT=$(SWIFT) packaging/tarball $(TERCET) $(SYSROOT)

try-packages: deb tarball
	TERCET=$(TERCET) packaging/try $(SUITES)

clean:
	rm -rf .build build Python/build Python/dist
