#!/usr/bin/env python3
"""The first request to a guest that has nothing of ours: put-stub.sh on bash's stdin. And undock-guest, which it leaves behind."""
import base64
import hashlib
import os
import pathlib
import secrets
import shutil
import subprocess
import tempfile
import unittest

from desk import GUEST_FILES, LIB_FILES, LIB_PACK, Answer, pack


class Guest(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.home)
        self.lib = self.home / "lib" / secrets.token_hex(8)

    def bash(self, text):
        """What an agent would hand over: no HOME, the bare environment, and the tests' root."""
        return subprocess.run(["bash", "-s"], input=text, stdout=subprocess.PIPE, check=False,
                              env={"UNDOCK_ROOT": str(self.home), "PATH": os.environ["PATH"]}).stdout

    def put(self, data, offset, piece, digest=None, lib=None, text=None):
        nonce = secrets.token_hex(8)
        request = f"put {nonce} {digest or hashlib.sha256(data).hexdigest()} {offset} {len(data)}\n".encode()
        stub = f"L={lib or self.lib}\n".encode() + (GUEST_FILES / "put-stub.sh").read_bytes()
        return Answer(self.bash(stub + request + (text if text is not None else base64.encodebytes(piece))), nonce)

    def put_all(self, chunk=50000):
        for offset in range(0, len(LIB_PACK), chunk):
            answer = self.put(LIB_PACK, offset, LIB_PACK[offset:offset + chunk])
        return answer

    def test_it_comes_in_pieces_and_is_whole(self):
        answer = self.put_all()
        self.assertEqual((answer.status, answer["received"], answer["complete"]), ("ok", str(len(LIB_PACK)), "1"))
        self.assertEqual({f"lib/{path.name}": path.read_bytes() for path in self.lib.iterdir()}, LIB_FILES)
        self.assertEqual(self.put_all().status, "ok", "and once more")
        self.assertEqual([path.name for path in (self.home / "lib").iterdir()], [self.lib.name])

    def test_a_gap_is_not_written_over(self):
        self.put(LIB_PACK, 0, LIB_PACK[:3000])
        answer = self.put(LIB_PACK, 6000, LIB_PACK[6000:])
        self.assertEqual((answer["received"], answer["complete"], self.lib.exists()), ("3000", "0", False))

    def test_what_arrives_damaged_is_told_and_can_be_sent_again(self):
        answer = self.put(LIB_PACK, 0, b"x" * len(LIB_PACK))
        self.assertEqual((answer.status, answer["code"], self.lib.exists()), ("corrupt", "bad-sum", False))
        answer = self.put(LIB_PACK, 0, b"", text=b"*no base64*\n")
        self.assertEqual((answer.status, answer["code"]), ("corrupt", "bad-base64"))
        self.assertEqual(self.put_all()["complete"], "1")

    def test_a_pack_without_a_runtime_is_refused(self):
        data = pack({"jobs/01-b-x/script": b"true"})
        self.assertEqual(self.put(data, 0, data)["code"], "no-lib")
        self.assertEqual(list((self.home / "lib").iterdir()), [])

    def test_a_folder_elsewhere_is_refused(self):
        for lib in ("/etc/0123456789abcdef", f"{self.home}/lib/../0123456789abcdef", f"{self.home}/lib/short"):
            self.assertEqual(self.put(LIB_PACK, 0, b"x", lib=lib)["code"], "bad-request")
        self.assertEqual(list(self.home.iterdir()), [])

    def left_unread(self, text):
        """Bytes of the input that are still there when it has ended. The agent would poll for their reader without end."""
        done = subprocess.run(["sh", "-c", "bash -s >/dev/null; wc -c"], input=text, stdout=subprocess.PIPE, check=True,
                              env={"UNDOCK_ROOT": str(self.home), "PATH": os.environ["PATH"]})
        return int(done.stdout)

    def test_no_input_is_left_unread(self):
        more = b"A" * 300000
        stub = f"L={self.lib}\n".encode() + (GUEST_FILES / "put-stub.sh").read_bytes()
        for request in (b"put n0nce malformed 0 1\n", b"put n@nce\n"):
            self.assertEqual(self.left_unread(stub + request + more), 0, request)
        self.put_all()
        launcher = f"exec /bin/bash {self.lib}/undock-guest\n".encode()
        for request in (b"runs n0nce\n", b"unheard-of n0nce\n", b"start n0nce bad\n", b"n@nce\n"):
            self.assertEqual(self.left_unread(launcher + request + more), 0, request)

    def test_what_it_left_behind_answers(self):
        self.put_all()
        self.assertEqual(Answer(self.bash(f"exec /bin/bash {self.lib}/undock-guest\nruns n0nce\n".encode()), "n0nce").status, "ok")

    def test_the_request_itself_runs_nothing(self):
        self.put_all()
        planted = self.home / "planted"
        for request in (f"follow $(touch {planted}) `touch {planted}` ;touch {planted}", f"follow n $(touch {planted})"):
            self.bash(f"exec /bin/bash {self.lib}/undock-guest\n{request}\n".encode())
        self.assertFalse(planted.exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
