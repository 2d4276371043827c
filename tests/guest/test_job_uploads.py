#!/usr/bin/env python3
"""How a pack comes into a guest: in pieces, twice, with gaps, damaged, too large; and what is no pack."""
import gzip
import hashlib
import io
import os
import secrets
import tarfile
import unittest
from unittest import mock

from desk import job, pack
from local_runtime import ROOT, Case, Clock, job_server, pack_of, store

INCOMING = ROOT / "incoming"


def sha(data):
    return hashlib.sha256(data).hexdigest()


class Pieces(Case):
    def put(self, data, offset, piece, digest=None):
        return self.desk.ask("put", digest or sha(data), offset, len(data), body=piece)

    def test_chunks_may_come_twice(self):
        data = secrets.token_bytes(9000)
        seen = []
        for offset in (0, 0, 4000, 4000, 8000, 8000, 0):
            answer = self.put(data, offset, data[offset:offset + 4000])
            seen.append((answer.status, answer["received"], answer["complete"]))
        self.assertEqual(seen, [("ok", "4000", "0")] * 2 + [("ok", "8000", "0")] * 2 + [("ok", "9000", "1")] * 3)
        self.assertEqual([(path.name, path.read_bytes()) for path in INCOMING.iterdir()], [(sha(data), data)])

    def test_a_gap_is_not_written_over(self):
        data = secrets.token_bytes(9000)
        self.put(data, 0, data[:3000])
        answer = self.put(data, 6000, data[6000:])
        self.assertEqual((answer["received"], answer["complete"]), ("3000", "0"))
        self.assertEqual((INCOMING / (sha(data) + ".part")).read_bytes(), data[:3000])
        self.assertEqual(self.put(data, 3000, data[3000:])["complete"], "1")

    def test_a_damaged_upload_is_told_and_can_be_sent_again(self):
        data = secrets.token_bytes(2000)
        answer = self.put(data, 0, b"x" * 2000)
        self.assertEqual((answer.status, answer["code"]), ("corrupt", "bad-sum"))
        self.assertEqual(list(INCOMING.iterdir()), [], "what is damaged does not stay")
        self.assertEqual(self.put(data, 0, data)["complete"], "1")

    def test_an_upload_of_nothing_is_whole_at_once(self):
        self.assertEqual(self.put(b"", 0, b"").lines, [("received", "0"), ("complete", "1")])

    def test_what_is_no_base64_is_no_upload(self):
        answer = self.desk.ask_text("put", "a" * 64, 0, 4, text=b"AA*AA===")
        self.assertEqual((answer.status, answer["code"]), ("corrupt", "bad-base64"))
        self.assertFalse(INCOMING.exists())

    def test_base64_may_be_broken_into_lines_anyhow(self):
        answer = self.desk.ask_text("put", sha(b"abcd"), 0, 4, text=b"Y W\r\nJ\njZA = =")
        self.assertEqual(answer["complete"], "1")

    def test_what_is_larger_than_the_guest_accepts_is_refused(self):
        room = (1 << 20) * 4 // 3 + (1 << 16) + 4096  # a piece of 1 MiB in base64, and its line ends
        for size, code in ((room, None), (room + 1, "too-large")):
            answer = self.desk.ask_text("put", "a" * 64, 0, 9, text=b" " * size)
            self.assertEqual(answer.get("code"), code, size)
        for size, code in ((64 << 20, None), ((64 << 20) + 1, "bad-request")):
            self.assertEqual(self.desk.ask("put", "b" * 64, 0, size).get("code"), code, size)
            self.assertEqual(self.desk.ask("put", "b" * 64, size, 64 << 20).get("code"), code, size)

    def test_a_whole_upload_is_on_disk_before_it_has_its_name(self):
        """A power loss leaves it whole under its name, or not there."""
        data = secrets.token_bytes(100)
        with trace() as events:
            self.put(data, 0, data)
        whole, folder = f"{sha(data)}.part", "incoming"
        self.assertEqual([event for event in events if event[1] in (whole, folder)][-3:],
                         [("synced", whole, 100), ("renamed", whole, 100), ("synced", folder, None)])

    def test_nothing_stays_open(self):
        before = os.listdir("/proc/self/fd")
        self.put(b"abc", 0, b"abc")
        self.assertEqual(os.listdir("/proc/self/fd"), before)

    def test_one_request_at_a_time_changes_something(self):
        clock = Clock()
        with store.locked(store.CONTROL_LOCK, 0), clock.rules(store):
            for words in (("put", "a" * 64, 0, 1), ("start", self.run_name, 1, "a" * 64, 0), ("report", self.run_name, 1)):
                began = clock.spent
                answer = self.desk.ask(*words)
                self.assertEqual((answer.status, answer["code"], round(clock.spent - began, 2)), ("busy", "control-busy", 20), words)
            self.assertEqual(self.desk.ask("report", self.run_name).status, "ok", "to look needs no turn")


class trace:
    """What was synced and renamed, in order: (what, name, its size then)."""

    def __enter__(self):
        self.events = []
        fsync, rename = os.fsync, os.rename

        def synced(descriptor):
            path = os.readlink(f"/proc/self/fd/{descriptor}")
            self.events.append(("synced", os.path.basename(path), None if os.path.isdir(path) else os.path.getsize(path)))
            fsync(descriptor)

        def renamed(old, new):
            self.events.append(("renamed", os.path.basename(old), None if os.path.isdir(old) else os.path.getsize(old)))
            rename(old, new)
        self.patches = mock.patch.object(os, "fsync", synced), mock.patch.object(os, "rename", renamed)
        for patch in self.patches:
            patch.start()
        return self.events

    def __exit__(self, *_):
        for patch in self.patches:
            patch.stop()


class Packs(Case):
    def refused(self, data):
        answer = self.desk.ask("start", self.run_name, 1, sha(data), 0, body=data)
        self.assertFalse(self.path("").exists(), "nothing was claimed")
        return answer.status, answer["code"]

    def test_a_pack_with_anything_but_jobs_is_refused(self):
        for name in ("jobs/../../etc/passwd", "jobs/01-b-x/params/../../x", "etc/cron.d/x", "jobs/01-b-x/result", "jobs/01-b-x/params/a/b"):
            data = pack({"jobs/01-b-x/script": b"true", name: b"x"})
            self.assertEqual(self.refused(data), ("refused", "bad-pack"), name)

    def test_a_link_is_no_file_of_a_job(self):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            link = tarfile.TarInfo("jobs/01-b-x/script")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(link)
        self.assertEqual(self.refused(packed.getvalue()), ("refused", "bad-pack"))

    def test_a_pack_of_nothing_or_of_a_job_without_a_script_is_refused(self):
        for files in ({}, {"lib/x": b""}, {"jobs/01-b-x/effect": b"adds"},
                      {"jobs/01-b-x/script": b"true", "jobs/02-b-y/effect": b"adds"}):
            self.assertEqual(self.refused(pack(files)), ("refused", "bad-pack"), files)

    def test_what_cannot_be_unpacked_is_damaged(self):
        whole = pack({"jobs/01-b-x/script": secrets.token_bytes(3000)})
        broken = bytearray(gzip.compress(gzip.decompress(whole)))
        broken[10] |= 0b110  # the first block behind gzip's ten bytes is of a kind that there is not
        for data in (b"no pack", gzip.compress(b"no archive" * 100), whole[:1500], bytes(broken)):
            self.assertEqual(self.refused(data), ("corrupt", "bad-pack"))

    def test_folders_and_the_runtime_in_a_pack_are_passed_over(self):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            for name, data in (("jobs", None), ("jobs/01-b-x", None), ("./jobs/01-b-x/script", b"echo here"), ("lib/job_server.py", b"other")):
                info = tarfile.TarInfo(name)
                info.type = tarfile.DIRTYPE if data is None else tarfile.REGTYPE
                info.size = len(data or b"")
                archive.addfile(info, io.BytesIO(data or b""))
        data = packed.getvalue()
        answer = self.desk.ask("start", self.run_name, 1, sha(data), 0, body=data)
        self.assertEqual((answer.status, answer["job"]), ("ok", "01-b-x"))

    def test_what_unpacks_to_more_than_a_pack_may_hold_is_refused(self):
        files = {"jobs/01-b-x/script": b"x" * 60, "jobs/01-b-x/params/ts": b"x" * 40}
        INCOMING.mkdir(parents=True)
        (INCOMING / "p").write_bytes(pack(files))
        with mock.patch.object(job_server, "PACK_LIMIT", 100):
            self.assertEqual(sorted(job_server.unpack(str(INCOMING / "p"))["01-b-x"]), ["params/ts", "script"])
        with mock.patch.object(job_server, "PACK_LIMIT", 99), self.assertRaises(store.Refusal) as refused:
            job_server.unpack(str(INCOMING / "p"))
        self.assertEqual(refused.exception.code, "bad-pack")

    def test_a_claimed_job_is_on_disk_before_it_is_seen(self):
        digest, data = pack_of({"01-b-x": job("true", params={"ts": "1"})})
        INCOMING.mkdir(parents=True)
        (INCOMING / digest).write_bytes(data)
        with trace() as events:
            job_server.claim(self.run_name, digest)
        names = [event[:2] for event in events]
        appears = next(place for place, event in enumerate(names) if event[0] == "renamed")
        folder = events[appears][1]
        self.assertTrue(folder.startswith("claim."))
        for path in (path for path in self.path("01-b-x").rglob("*") if path.is_file()):
            self.assertIn(("synced", path.name, path.stat().st_size), events[:appears], path)
        for name in ("params", folder):
            self.assertIn(("synced", name), names[:appears])
        self.assertEqual(names[appears + 1:], [("synced", self.run_name)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
