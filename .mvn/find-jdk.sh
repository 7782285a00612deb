# Sourced by mvnw and run: finds a JDK 25 and exports JAVA_HOME, or says what to install and exits.
# JAVA_HOME itself is not trusted: it may name an older JDK, a JRE, or a folder that is gone.

is_jdk25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[.+"-]' "$1/release" 2>/dev/null
}

find_jdk25() {
  javac_on_path=$(command -v javac 2>/dev/null) || javac_on_path=
  if [ -n "$javac_on_path" ]; then
    javac_on_path=$(readlink -f "$javac_on_path" 2>/dev/null || printf %s "$javac_on_path")
    javac_on_path=${javac_on_path%/bin/javac}
  fi
  for candidate in \
    "${JAVA_HOME:-/nowhere}" \
    "${javac_on_path:-/nowhere}" \
    "${JAVA_HOME_25_X64:-/nowhere}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk* /opt/java/* /opt/jdk* /opt/openjdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25; do
    if is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ]; then
    candidate=$(/usr/libexec/java_home -v 25 2>/dev/null) && is_jdk25 "$candidate" && printf '%s\n' "$candidate" && return 0
  fi
  return 1
}

if ! JAVA_HOME=$(find_jdk25); then
  echo "Ohmnibus needs a JDK 25 (a JRE is not enough) and found none: install one, for example Eclipse Temurin 25 from https://adoptium.net, or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
