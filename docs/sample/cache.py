"""A cache of build results in files of one folder."""

import json
import time


class Cache:
    def __init__(self, folder, max_age):
        self.folder = folder
        self.max_age = max_age

    def read(self, key):
        path = self.folder / f"{key}.json"
        if not path.exists():
            return None
        entry = json.loads(path.read_text())
        # An old entry is as good as none.
        if time.time() - entry["time"] > self.max_age:
            path.unlink()
            return None
        return entry["value"]

    def write(self, key, value):
        path = self.folder / f"{key}.json"
        path.write_text(json.dumps({"time": time.time(), "value": value}))


def remove_empty_folders(root):
    """Deletes the folders below `root` that hold no files."""
    removed = 0
    for folder in sorted(root.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            removed += 1
    return removed
