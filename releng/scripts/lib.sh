# shellcheck shell=bash
# What the commands share: language, Java, Maven, the built product.

: "${here:?the checkout, set by the command}"
maven_version=3.9.11
product_dir=$here/releng/product/target/products/sillage.server/linux/gtk/x86_64

# Prints its first argument for French readers, its second for English ones.
say() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    en*) printf '%s' "$2" ;;
    *) printf '%s' "$1" ;;
  esac
}

fail() {
  local code=$1
  shift
  printf 'sillage: %s\n' "$*" >&2
  exit "$code"
}

need_value() {
  [ $# -ge 2 ] || fail 2 "$(say "l'option $1 attend une valeur" "the option $1 needs a value")"
}

usage() {
  if [ "$(say fr en)" = en ]; then
    cat << 'TEXT'
Sillage: training data, gathered, anonymised, analysed.

  ./sillage run [--demo] [--data DIR] [--port N] [--host HOST] [--secret-file FILE] [--test-ids]
                     start the platform; builds it first where needed
  ./sillage build    build the platform
  ./sillage test     run every test
  ./sillage analyse [ANALYSIS --data [SLOT=]FILE --role COLUMN=ROLE ... --param NAME=VALUE ...]
                     run an analysis on files; alone: list the analyses;
                     --extensions FOLDER: with the extensions whose jars lie there
  ./sillage check [--data DIR] [--secret-file FILE]
                     verify a data folder, while no platform runs on it
  ./sillage backup COMMUNITY --to FILE [--passphrase-file FILE] [--data DIR] [--secret-file FILE]
                     write a community's silo to a file under a passphrase, while people work with it or not;
                     --platform instead of COMMUNITY: accounts, communities and settings, without silos
  ./sillage restore FILE [--as COMMUNITY] [--replace] [--passphrase-file FILE] [--data DIR] [--secret-file FILE]
                     make a silo, or a platform, of that file, here or on another machine; what is there
                     stays, unless --replace puts it aside (docs/backup.md)
  ./sillage benchmark [NAME ...]
                     measure and compare; alone: list what can be measured
  ./sillage new source|anonymizer|analysis NAME [--view]
                     make a folder for an extension of one's own (docs/partners.md);
                     --view: an analysis that draws its results itself

  --demo         with the demonstration (two communities, four accounts), data in data-demo/
  --data DIR     data folder (default: data/)
  --port N       port (default: 8080)
  --host HOST    address to listen on (default: 127.0.0.1)
  --secret-file  file with the master secret (default: created in the data folder)
  --test-ids     put ids into the page for browser tests
TEXT
  else
    cat << 'TEXT'
Sillage : les données de formation, rassemblées, anonymisées, analysées.

  ./sillage run [--demo] [--data DOSSIER] [--port N] [--host ADRESSE] [--secret-file FICHIER] [--test-ids]
                     démarre la plateforme ; la construit d'abord s'il le faut
  ./sillage build    construit la plateforme
  ./sillage test     lance tous les tests
  ./sillage analyse [ANALYSE --data [EMPLACEMENT=]FICHIER --role COLONNE=RÔLE ... --param NOM=VALEUR ...]
                     lance une analyse sur des fichiers ; seul : liste les analyses ;
                     --extensions DOSSIER : avec les extensions dont les jars s'y trouvent
  ./sillage check [--data DOSSIER] [--secret-file FICHIER]
                     vérifie un dossier de données, sans plateforme en marche
  ./sillage backup COMMUNAUTÉ --to FICHIER [--passphrase-file FICHIER] [--data DOSSIER] [--secret-file FICHIER]
                     écrit le silo d'une communauté dans un fichier sous une phrase secrète, pendant le travail ou non ;
                     --platform au lieu de COMMUNAUTÉ : comptes, communautés et réglages, sans les silos
  ./sillage restore FICHIER [--as COMMUNAUTÉ] [--replace] [--passphrase-file FICHIER] [--data DOSSIER] [--secret-file FICHIER]
                     refait un silo, ou une plateforme, de ce fichier, ici ou sur une autre machine ; ce qui est
                     présent reste, sauf si --replace le met de côté (docs/fr/sauvegarde.md)
  ./sillage benchmark [NOM ...]
                     mesure et compare ; seul : liste ce qui se mesure
  ./sillage new source|anonymizer|analysis NOM [--view]
                     crée le dossier d'une extension à soi (docs/partners.md) ;
                     --view : une analyse qui dessine elle-même ses résultats

  --demo         avec la démonstration (deux communautés, quatre comptes), données dans data-demo/
  --data DOSSIER dossier des données (par défaut : data/)
  --port N       port (par défaut : 8080)
  --host ADRESSE adresse d'écoute (par défaut : 127.0.0.1)
  --secret-file  fichier du secret maître (par défaut : créé dans le dossier des données)
  --test-ids     met des identifiants dans la page pour les tests de navigateur
TEXT
  fi
}

# Feature release of a java command; 0 where it is none.
java_release() {
  local release
  release=$("$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  printf '%s' "${release:-0}"
}

# Sets JAVA_HOME to the first Java of 21 or newer.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-/nonexistent}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    if [ -x "$candidate" ] && [ "$(java_release "$candidate")" -ge 21 ]; then
      JAVA_HOME=$(cd "$(dirname "$(readlink -f "$candidate")")/.." && pwd)
      export JAVA_HOME
      return
    fi
  done
  fail 1 "$(say 'aucun Java 21 ou plus récent : installez un JDK 21 (par exemple le paquet openjdk-21-jdk) ou donnez JAVA_HOME' \
    'no Java 21 or newer: install a JDK 21 (for instance the package openjdk-21-jdk) or set JAVA_HOME')"
}

# Whether a mvn command is recent enough for Tycho 5.
maven_fits() {
  local version
  version=$("$1" --version 2> /dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] && [ "$(printf '%s\n3.9.9\n' "$version" | sort -V | head -n 1)" = 3.9.9 ]
}

# Sets mvn: the installed one, or a newer one that the installed one fetches.
find_maven() {
  local installed fetched=$here/.cache/apache-maven-$maven_version/bin/mvn
  installed=$(command -v mvn || true)
  if [ -n "$installed" ] && maven_fits "$installed"; then
    mvn=$installed
  elif [ -x "$fetched" ]; then
    mvn=$fetched
  elif [ -z "$installed" ]; then
    fail 1 "$(say 'aucun Maven : installez Maven (par exemple le paquet maven)' 'no Maven: install Maven (for instance the package maven)')"
  else
    mkdir -p "$here/.cache"
    (cd "$here/.cache" && "$installed" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
      "-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" "-DoutputDirectory=$here/.cache") > /dev/null \
      || fail 1 "$(say "Maven 3.9.9 ou plus récent n'a pas pu être obtenu : installez-le" 'Maven 3.9.9 or newer could not be fetched: install it')"
    chmod +x "$fetched"
    mvn=$fetched
  fi
}

# Tycho compiles the sources that are newer than their classes, and leaves the classes of those that were renamed, moved
# or deleted: they would get into the product and fail there. Such a bundle is compiled anew.
forget_gone_sources() {
  local bundle gone
  for bundle in "$here"/bundles/*/; do
    if [ ! -d "${bundle}target/classes" ] || [ ! -d "${bundle}src" ]; then continue; fi
    gone=$(LC_ALL=C comm -13 \
      <(cd "${bundle}src" && find . -name '*.java' | sed 's/java$//' | LC_ALL=C sort) \
      <(cd "${bundle}target/classes" && find . -name '*.class' ! -name '*$*' | sed 's/class$//' | LC_ALL=C sort))
    [ -z "$gone" ] || rm -rf "${bundle}target"
  done
}

maven() {
  forget_gone_sources
  find_java
  find_maven
  (cd "$here" && "$mvn" -B -ntp "$@")
}

# The formatter's check belongs to ./sillage test: it does not hold up a build.
build() {
  maven -DskipTests -Dspotless.check.skip=true verify || fail 1 "$(say 'la construction a échoué (voir plus haut)' 'the build failed (see above)')"
  touch "$product_dir/configuration/config.ini"
}

# Builds where there is no product or a source is newer than it.
build_if_needed() {
  local stamp=$product_dir/configuration/config.ini
  if [ ! -f "$stamp" ] || [ -n "$(find "$here/bundles" "$here/features" "$here/target-platform" "$here/releng/product" "$here/pom.xml" \
    \( -name target -o -name lib -o -name '*.tests' -o -name '.*' \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    say 'Construction de Sillage…' 'Building Sillage…' >&2
    echo >&2
    # their complaints belong on the screen, not into the log of the build
    find_java
    find_maven
    mkdir -p "$here/.cache"
    maven -q -DskipTests -Dspotless.check.skip=true verify > "$here/.cache/build.log" 2>&1 || {
      tail -n 40 "$here/.cache/build.log" >&2
      fail 1 "$(say 'la construction a échoué (journal : .cache/build.log)' 'the build failed (log: .cache/build.log)')"
    }
    touch "$stamp"
  fi
}

launcher() {
  printf '%s' "$product_dir"/plugins/org.eclipse.equinox.launcher_*.jar
}
