# SPDX-License-Identifier: MIT
# Targets with a text behind ## are for people; `make help` lists them.

PREFIX = /usr/local
DESTDIR =
SWIFT = swift

LIBRARIES = pkg-config libcairo2-dev libpango1.0-dev libmd4c-dev libgumbo-dev libyaml-dev \
	libhyphen-dev libqpdf-dev libturbojpeg0-dev
TEST_TOOLS = poppler-utils qpdf
# For the tests of scripts that the bundled fonts do not have.
TEST_FONTS = fonts-noto-core fonts-noto-cjk
TEX = texlive-latex-recommended texlive-latex-extra texlive-xetex texlive-luatex lmodern \
	texlive-fonts-recommended
# What the veraPDF engine needs; the engine itself comes with Tests/PDFTests/install.
VALIDATOR = default-jdk-headless libjaxb-java libjaxb-api-java libistack-commons-java libtxw2-java
ALL_TOOLS = $(TEST_TOOLS) $(TEST_FONTS) $(TEX) $(VALIDATOR) parallel git \
	mupdf-tools netpbm hyperfine python3 python3-venv strace time

PROFILES = $(filter-out %.repaired.md,$(wildcard Tests/Profiles/*.md))
DEMOS = $(PROFILES:Tests/Profiles/%.md=Output/%.pdf)
THEMES = $(patsubst Templates/%/theme.yaml,%,$(wildcard Templates/*/theme.yaml))
SWIFT_FILES = Sources Tests Package.swift
DEBUG = .build/debug/cvgen
RELEASE = .build/release/cvgen

# The suites that read PDF files with other programs: those of PDFTests, and others whose files have
# their names.
PDF_SUITES = ^PDFTests\.$(addprefix |,$(shell grep -rlE --include='*Tests.swift' \
	--exclude-dir=PDFTests --exclude-dir=LaTeXTests '\.needs."(pdf|qpdf|mutool|mudraw)' Tests \
	| sed 's|.*/||; s|\.swift$$||' | sort -u | paste -sd '|' -))
SLOW_SUITES = ^cvgenTests\.|^LaTeXTests\.|$(PDF_SUITES)

bin = $(DESTDIR)$(PREFIX)/bin
share = $(DESTDIR)$(PREFIX)/share
bash = $(share)/bash-completion/completions
zsh = $(share)/zsh/site-functions
fish = $(share)/fish/vendor_completions.d

.PHONY: help build release deps deps-full libraries demo look gallery thumbnails test check lint \
	test-pdf test-latex test-faults bench install uninstall clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: libraries ## Build the program for debugging
	$(SWIFT) build --product cvgen

# Archives for the linker to take into the program, in a folder of their own: each shared library
# would cost a fiftieth of the time that the program takes to start, that of C++ a tenth.
archives = .build/archives
archive_files = $(wildcard $(foreach name,stdc++ gumbo hyphen turbojpeg yaml, \
	$(shell gcc -print-file-name=lib$(name).a 2>/dev/null)))
linker = $(if $(shell command -v ld.gold),-Xswiftc -ld-path=$(CURDIR)/.ci/link)

release: libraries ## Build the program that people use, with the libraries of Swift and C++ inside
	@mkdir -p $(archives)
	@$(foreach file,$(archive_files),ln -sf $(file) $(archives)/;)
	$(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath $(linker) --product cvgen

# Installs those packages of a list that are missing; where none is, it asks for no rights.
define apt_install
@command -v dpkg-query >/dev/null || { echo "not Debian; install by hand: $(1)"; exit 0; }; \
missing=; \
for package in $(1); do \
	case $$(dpkg-query -Wf '$${db:Status-Status}' $$package 2>/dev/null) in \
	installed) ;; \
	*) missing="$$missing $$package" ;; \
	esac; \
done; \
[ -n "$$missing" ] || exit 0; \
echo "installing:$$missing"; \
install="env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends"; \
[ "$$(id -u)" = 0 ] && sudo= || sudo=sudo; \
$$sudo $$install $$missing || { $$sudo apt-get update -qq && $$sudo $$install $$missing; }
endef

# SwiftPM does not see that a header of a module map has changed, and would link objects that know
# the old table of functions with those that know the new one.
.build/headers: $(wildcard Sources/C*/*.h Sources/C*/module.modulemap Sources/Loading/*.h)
	@rm -rf .build/*/*/ModuleCache
	@rm -f .build/*/*/*.build/*.o .build/*/*/*.build/*.priors .build/*/*/*.build/*.swiftdeps
	@mkdir -p .build && touch $@

libraries: .build/headers
	$(call apt_install,$(LIBRARIES))

deps: libraries ## Install what the build and most tests need (Debian, Ubuntu)
	$(call apt_install,$(TEST_TOOLS))

deps-full: libraries ## Install the tools of all tests, of look and of bench
	$(call apt_install,$(ALL_TOOLS))
	@Tests/PDFTests/install

demo: build ## Compile the demo profiles to Output/
	@for page in $(PROFILES); do \
		$(DEBUG) pdf --quiet "$$page" -o Output/ || exit 1; \
		echo "Output/$$(basename "$$page" .md).pdf"; \
	done

look: demo ## Lay the pages of each demo PDF side by side, in Output/look/
	@for tool in pdftoppm pnmcat pnmpad pnmtopng; do command -v $$tool >/dev/null \
		|| { echo "$$tool is not installed; \`make deps-full\` installs all tools"; exit 1; }; done
	@mkdir -p Output/look; pages=$$(mktemp -d); trap 'rm -rf "$$pages"' EXIT; \
for pdf in $(DEMOS); do \
	name=$$(basename "$$pdf" .pdf); \
	pdftoppm -r 100 "$$pdf" "$$pages/$$name" || exit 1; \
	for page in "$$pages/$$name"-*.ppm; do pnmpad -black -right 3 "$$page" >"$$page.pad"; done; \
	pnmcat -leftright -white -jtop "$$pages/$$name"-*.pad | pnmtopng -quiet \
		>"Output/look/$$name.png" || exit 1; \
	echo "Output/look/$$name.png"; \
done

# The pages of one theme and paper side by side, a row for each demo profile.
gallery: build ## Set the demo profiles in all themes on both papers, in Output/gallery/
	@for tool in pdftoppm pnmcat pnmpad pnmtopng; do command -v $$tool >/dev/null \
		|| { echo "$$tool is not installed; \`make deps-full\` installs all tools"; exit 1; }; done
	@mkdir -p Output/gallery; pages=$$(mktemp -d); trap 'rm -rf "$$pages"' EXIT; \
for paper in a4 letter; do for theme in $(THEMES); do \
	for page in $(PROFILES); do \
		name="$$theme-$$paper-$$(basename "$$page" .md)"; \
		$(DEBUG) pdf --quiet --theme $$theme --paper $$paper "$$page" -o "$$pages/$$name.pdf" \
			|| exit 1; \
		pdftoppm -r 50 "$$pages/$$name.pdf" "$$pages/$$name" || exit 1; \
		for sheet in "$$pages/$$name"-*.ppm; do \
			pnmpad -black -right 2 -bottom 2 "$$sheet" >"$$sheet.pad" || exit 1; done; \
		pnmcat -leftright -white -jtop "$$pages/$$name"-*.pad >"$$pages/$$name.row" || exit 1; \
		pnmtopng -quiet "$$pages/$$name.row" >"Output/gallery/$$name.png" || exit 1; \
	done; \
	pnmcat -topbottom -white -jleft "$$pages/$$theme-$$paper"-*.row | pnmtopng -quiet \
		>"Output/gallery/$$theme-$$paper.png" || exit 1; \
	echo "Output/gallery/$$theme-$$paper.png"; \
done; done

thumbnails: build ## Draw the pictures of the themes in README.md again
	@pages=$$(mktemp -d); trap 'rm -rf "$$pages"' EXIT; \
for theme in $(THEMES); do \
	$(DEBUG) pdf --quiet --theme $$theme Tests/Profiles/industry.md -o "$$pages/$$theme.pdf" && \
	pdftoppm -r 40 -f 1 -l 1 -singlefile "$$pages/$$theme.pdf" "$$pages/$$theme" && \
	pnmquant -quiet 32 "$$pages/$$theme.ppm" | pnmtopng -quiet -compression 9 \
		>docs/theme-$$theme.png || exit 1; \
done

test: release ## Run all tests; those whose tools are missing say so and are skipped
	CVGEN_PROGRAM=$(abspath $(RELEASE)) $(SWIFT) test --disable-xctest

check: libraries ## Format, lint and run the quick tests
	$(SWIFT) format --in-place --recursive $(SWIFT_FILES)
	@$(MAKE) --no-print-directory lint
	$(SWIFT) test --disable-xctest --skip '$(SLOW_SUITES)'

lint: ## Lint, and change nothing
	$(SWIFT) format lint --strict --recursive $(SWIFT_FILES)

test-pdf: libraries ## Run the tests that read PDF files with other programs
	$(SWIFT) test --disable-xctest --filter '$(PDF_SUITES)'

test-latex: libraries ## Compile the demo profiles as LaTeX with three engines
	$(SWIFT) test --disable-xctest --filter '^LaTeXTests\.'

test-faults: release ## Kill, poison and starve batches at full length
	CVGEN_FAULTS=full CVGEN_PROGRAM=$(abspath $(RELEASE)) $(SWIFT) test --disable-xctest \
		--filter 'FaultTests'

bench: release ## Measure the program (BENCH_INPUT: a page, BENCH_FLOOR: a command to compare with)
	Tests/Bench/run $(RELEASE)

install: ## Install below PREFIX (/usr/local); DESTDIR is put before it
	@[ -x $(RELEASE) ] && [ -z "$$(find Package.swift Sources -newer $(RELEASE) -print -quit)" ] \
		|| $(MAKE) release
	install -d "$(bin)" "$(share)/cvgen" "$(bash)" "$(zsh)" "$(fish)"
	install -s -m 755 $(RELEASE) "$(bin)/cvgen"
	rm -rf "$(share)/cvgen/Templates" "$(share)/cvgen/Fonts"
	cp -R Templates Fonts "$(share)/cvgen/"
	chmod -R u=rwX,go=rX "$(share)/cvgen"
	$(RELEASE) completions bash >"$(bash)/cvgen"
	$(RELEASE) completions zsh >"$(zsh)/_cvgen"
	$(RELEASE) completions fish >"$(fish)/cvgen.fish"

uninstall: ## Remove what install put below PREFIX
	rm -f "$(bin)/cvgen" "$(bash)/cvgen" "$(zsh)/_cvgen" "$(fish)/cvgen.fish"
	rm -rf "$(share)/cvgen"

clean: ## Remove what was built and what lies in Output/
	rm -rf .build Output/*.pdf Output/look Output/gallery
