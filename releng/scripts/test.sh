# shellcheck shell=bash
# ./sillage test: the formatter's check, the tests of the bundles, those of the engine on DuckDB, then the browser tests
# against the product

: "${here:?}" "${product_dir:?}"

# Chromium for the browser tests: found, or installed where that may be done.
find_chromium() {
  local name
  if ! command -v chromium chromium-browser google-chrome > /dev/null && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } > /dev/null || true
  fi
  for name in chromium chromium-browser google-chrome; do
    if SILLAGE_CHROMIUM=$(command -v "$name"); then
      export SILLAGE_CHROMIUM
      return 0
    fi
  done
  printf 'sillage: %s\n' "$(say 'aucun Chromium pour les tests de navigateur : sudo apt-get install chromium' \
    'no Chromium for the browser tests: sudo apt-get install chromium')" >&2
  return 1
}

browser_tests() {
  touch "$product_dir/configuration/config.ini"
  find_chromium && maven -f "$here/releng/browser/tests/pom.xml" verify
}

# The engine that answers by SQL, on a database that is no part of the product.
sql_tests() {
  maven -f "$here/releng/sql/tests/pom.xml" verify
}

reports() {
  find "$here/bundles" "$here/releng" -path '*/target/*' -name 'TEST-*.xml' "$@"
}

# Adds up all reports and prints the closing line; fails where a test failed or none ran.
summary() {
  reports -print0 | xargs -0 -r grep -h -m 1 '<testsuite ' | awk '
    function number(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
    }
    { run += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
    END { printf "Tests: %d run, %d failed, %d skipped\n", run, failed, skipped; exit !(run > 0 && failed == 0) }'
}

run_tests() {
  local code=0
  reports -delete 2> /dev/null || true
  # on its own, so that a badly formatted file keeps no test from running
  maven -q -N spotless:check || code=1
  mkdir -p "$here/.cache"
  if maven --fail-at-end -Dspotless.check.skip=true verify 2>&1 | tee "$here/.cache/test.log"; then
    sql_tests || code=1
    browser_tests || code=1
  else
    code=1
    # once more at the end: where something does not compile, no test fails
    sed -n '/ERROR. Failed to execute goal/,/ERROR. -> /p' "$here/.cache/test.log"
    say 'Construction ou tests en échec : les tests de navigateur attendent.' 'The build or its tests failed: the browser tests wait.'
    echo
  fi
  summary || code=1
  exit "$code"
}
