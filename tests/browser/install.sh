#!/usr/bin/env bash
# Makes sure there is a Chromium for the browser tests: the system's, else Debian's package, else Playwright's own.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then echo "==> browser: $(command -v "$name")"; exit 0; fi
done
if command -v apt-get >/dev/null; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  echo "==> installing Debian's chromium"
  if $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; then exit 0; fi
fi
echo "==> installing Playwright's chromium"
"${PYTHON:-python3}" -m playwright install chromium
