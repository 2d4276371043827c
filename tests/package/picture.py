"""Whether something was drawn: pixels of a picture that the program saved, or of a display without a screen."""
import collections
import struct
from pathlib import Path


def of_ppm(path: Path) -> list[bytes]:
    data = path.read_bytes()
    kind, width, height, most = data.split(None, 4)[:4]
    assert kind == b"P6" and most == b"255", f"{path} is no PPM of 8 bits a colour"
    pixels = data[-int(width) * int(height) * 3:]
    return [pixels[i:i + 3] for i in range(0, len(pixels), 3)]


def of_xvfb(folder: Path) -> list[bytes]:
    """Xvfb -fbdir keeps its screen in a file, in the format of xwd."""
    data = (folder / "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", data[:100])
    size, height, bits, line, colours = header[0], header[5], header[11], header[12], header[19]
    assert bits == 32, f"{bits} bits a pixel"
    pixels = data[size + 12 * colours:][:height * line]
    return [pixels[i:i + 3] for i in range(0, len(pixels), 4)]


def is_drawn(pixels: list[bytes]) -> bool:
    """Text and icons have many shades; no colour is almost everything."""
    counts = collections.Counter(pixels)
    return len(counts) >= 30 and counts.most_common(1)[0][1] < 0.98 * len(pixels)
