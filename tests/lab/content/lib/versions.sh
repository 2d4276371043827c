# shellcheck shell=bash disable=SC2034
# The versions the lab is made of. The first of each list is what the containers run
# or what the guests get by default.

NODE_MAJORS=(22 24)

# 2026.9.6 needs node 24; it shows what happens when a migration takes "latest".
OPENCLAW_VERSIONS=(2026.2.19 2026.2.17 2026.9.6)
OPENCLAW_CONTAINER_VERSION=2026.2.19

PANEL_OWNER=Bianshumeng
PANEL_REPO=openclaw-panel-public
PANEL_TAGS=(v2026.02.20-r1 v2026.02.20-r2 v2026.02.20-r3 v2026.02.20-r4)
PANEL_CONTAINER_TAG=v2026.02.20-r2

# The containers' root; the image that is published is of the same family.
IMAGE_SUITE=bookworm

GATEWAY_IMAGE=openclaw/openclaw:$OPENCLAW_CONTAINER_VERSION
PANEL_IMAGE=openclaw/openclaw-panel:$PANEL_CONTAINER_TAG
