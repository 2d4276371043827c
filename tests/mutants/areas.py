"""What is altered, and which tests can see it: those of the area first, then those that drive it as a whole."""
from dataclasses import dataclass

ENGINE = r"^unit\.engine\."


@dataclass(frozen=True)
class Area:
    files: tuple[str, ...]  # globs
    tests: tuple[str, ...]  # ctest's names as regular expressions, in the order in which they are asked
    goal: float


AREAS = {
    "core/gate": Area(("src/core/gate/*.cpp",), (r"^unit\.gate\.", ENGINE), 0.9),
    "core/plan": Area(("src/core/plan/*.cpp",), (r"^unit\.(gate|run|steps)\.", ENGINE), 0.9),
    "core/run": Area(("src/core/run/*.cpp",), (r"^unit\.(run|gate)\.", ENGINE), 0.8),
    "core/journal": Area(("src/core/journal/*.cpp",), (r"^unit\.journal\.", r"^unit\.(run|record)\.", ENGINE), 0.8),
    "ways": Area(("src/engine/run/migrate.cpp", "src/engine/run/roll_back.cpp", "src/engine/run/delete_docker.cpp"), (ENGINE,), 0.9),
    "engine/run": Area(("src/engine/run/*.cpp",), (r"^unit\.run\.", ENGINE), 0.8),
    "engine/queue": Area(("src/engine/queue/*.cpp",), (r"^unit\.queue\.", ENGINE), 0.8),
    "job_server": Area(("resources/guest/job_server.py",), (r"^guest\.job_(requests|notes|uploads|server)$", r"^guest\.job_"), 0.8),
    "node": Area(("resources/node/*.sh",), (r"^unit\.(gate\.tst_node_rules|remote\.tst_node_scripts)$",), 0.8),
}

# Changes that nobody could notice: (file, the change as it is printed, why). They are not tried, and printed apart.
EQUIVALENT = (
    ("resources/guest/job_server.py",
     "sys.path.insert(0, os.path.dirname(os.path.abspath(__file__))) → sys.path.insert(1, os.path.dirname(os.path.abspath(__file__)))",
     "no other place of the path has a module of that name"),
)
