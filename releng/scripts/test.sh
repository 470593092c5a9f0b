# shellcheck shell=bash
# ./sillage test

# Chromium for the browser tests: found, or installed where that may be done.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then
      SILLAGE_CHROMIUM=$(command -v "$name")
      export SILLAGE_CHROMIUM
      return
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium > /dev/null
    SILLAGE_CHROMIUM=$(command -v chromium) && export SILLAGE_CHROMIUM && return
  fi
  fail 1 "$(say 'aucun Chromium pour les tests de navigateur : sudo apt-get install chromium' 'no Chromium for the browser tests: sudo apt-get install chromium')"
}

# Adds up all reports and prints the closing line; fails where a test failed or none ran.
summary() {
  find "$here/bundles" "$here/releng" -path '*/target/*' -name 'TEST-*.xml' -print0 | xargs -0 -r grep -h -m 1 '<testsuite ' | awk '
    function number(name,  part) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { run += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
    END { printf "Tests: %d run, %d failed, %d skipped\n", run, failed, skipped; exit !(run > 0 && failed == 0) }'
}

run_tests() {
  local code=0
  find "$here/bundles" "$here/releng" -path '*/target/*' -name 'TEST-*.xml' -delete 2> /dev/null || true
  maven --fail-at-end verify || code=1
  if [ -f "$here/releng/browser/tests/pom.xml" ] && [ "$code" = 0 ]; then
    touch "$product_dir/configuration/config.ini"
    find_chromium
    maven -f "$here/releng/browser/tests/pom.xml" verify || code=1
  fi
  summary || code=1
  exit "$code"
}
