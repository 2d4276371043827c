# panel.sh SOURCE OWNER/NAME TAG REGISTRY: the panel's release and what it depends on.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl -fsSL "$1/repos/$2/tarball/$3" -o "$work/panel.tar.gz"
mkdir "$work/tree"
tar -xzf "$work/panel.tar.gz" -C "$work/tree" --strip-components=1
mkdir -p /opt/openclaw-panel
rsync -a --delete --exclude .git --exclude node_modules --exclude .runtime "$work/tree/" /opt/openclaw-panel/
cd /opt/openclaw-panel
npm install --omit=dev --registry "$4"
printf '{"tag":"%s","releaseRepo":"%s","appliedAt":"%s"}\n' "$3" "$2" "$(date -Iseconds)" >.panel-release.json
