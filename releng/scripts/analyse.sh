# shellcheck shell=bash
# ./sillage analyse: an analysis of files, without a platform

: "${here:?}"
# shellcheck source=releng/scripts/without-browser.sh
. "$here/releng/scripts/without-browser.sh"

analyse() {
  without_browser fr.sillage.cli.application -- "$@"
}
