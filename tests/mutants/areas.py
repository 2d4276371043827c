"""What is altered, and which tests can see it: those of the area first, then those that drive it as a whole."""
from dataclasses import dataclass

ENGINE = r"^unit\.engine\."  # what drives the engine over the scripted guest
# They take half a minute of the processor each and see what the others see: asked for nothing, or survivors take hours.
NEVER = r"hostile_guest|secrets_in_output|random_sequences"
# Likewise, but for what no other sees: whole queues, lost answers, a real SSH server.
LONG = rf"{NEVER}|queue_work|lost_answers|node_over_ssh|guest_over_ssh"


@dataclass(frozen=True)
class Area:
    files: tuple[str, ...]  # globs
    tests: tuple[str, ...]  # ctest's names as regular expressions, in the order in which they are asked
    goal: float
    every: int = 1  # the sample: each Nth change (--all takes every one)
    engine_without: str = LONG  # engine tests that are not asked

    @property
    def without(self):
        return rf"^unit\.engine\.tst_({self.engine_without})$"


AREAS = {
    "core/gate": Area(("src/core/gate/*.cpp",), (r"^unit\.gate\.", ENGINE), 0.9, 2),
    "core/plan": Area(("src/core/plan/*.cpp",), (r"^unit\.(gate|run|steps)\.", ENGINE), 0.9),
    "core/run": Area(("src/core/run/*.cpp",), (r"^unit\.(run|gate)\.", ENGINE), 0.8, 12),
    "core/journal": Area(("src/core/journal/*.cpp",), (r"^unit\.journal\.", r"^unit\.(run|record)\.", ENGINE), 0.8, 6),
    "ways": Area(("src/engine/run/migrate.cpp", "src/engine/run/roll_back.cpp", "src/engine/run/delete_docker.cpp"), (ENGINE,), 0.9, 2),
    "engine/run": Area(("src/engine/run/*.cpp",), (r"^unit\.run\.", ENGINE), 0.8, 20, NEVER),
    "engine/queue": Area(("src/engine/queue/*.cpp",), (r"^unit\.queue\.", ENGINE), 0.8, 10, NEVER),
    "job_server": Area(("resources/guest/job_server.py",), (r"^guest\.job_(requests|notes|uploads|server)$", r"^guest\.job_"), 0.8, 16),
    "node": Area(("resources/node/*.sh",), (r"^unit\.remote\.(tst_node_scripts|tst_lease_keeper)$", r"^unit\.gate\.tst_node_rules$"), 0.8, 40),
}

# Changes that nobody could notice: (file, the change as it is printed, why). They are not tried, and printed apart.
JOB_SERVER = "resources/guest/job_server.py"
EQUIVALENT = (
    (JOB_SERVER, "sys.path.insert(0, os.path.dirname(os.path.abspath(__file__))) → sys.path.insert(1, os.path.dirname(os.path.abspath(__file__)))",
     "no other place of the path has a module of that name"),
    (JOB_SERVER, "if sys.stdin.buffer.read(1): → if sys.stdin.buffer.read(2):", "whether anything is left is asked, not how much"),
    (JOB_SERVER, "shutil.rmtree(temporary, ignore_errors=True) → shutil.rmtree(temporary, ignore_errors=False)",
     "it clears away in an error's wake, and the folder was made a moment ago"),
    (JOB_SERVER, 'chain = sorted(jobs, key=lambda name: (int(name.split("-", 1)[0]), name))'
     ' → chain = sorted(jobs, key=lambda name: (int(name.split("-", 2)[0]), name))', "what stands before the first hyphen is the same"),
    (JOB_SERVER, "if generation > known: → if generation >= known:", "the number that is there is written once more"),
    (JOB_SERVER, "if member.result() is None or out_size(member) > ALSO_LIMIT: → if member.result() is None or out_size(member) >= ALSO_LIMIT:",
     "in base64 it is too large by then, which the next look tells"),
    (JOB_SERVER, "header = sys.stdin.buffer.readline(4096) → header = sys.stdin.buffer.readline(4097)",
     "a buffer's size: no header of the program's comes near"),
    (JOB_SERVER, "sys.stdout.buffer.flush() → pass", "the interpreter does it as it ends"),
    ("src/core/gate/deletion.cpp", "if (start && copy && copy > start) → if (start && copy && copy >= start)", "no job holds both roles"),
    ("src/core/plan/plan.cpp", "for (qsizetype failed = 0; failed < order.size(); ++failed) { → for (qsizetype failed = 1; failed < order.size(); ++failed) {",
     "before the first step stands none that could be taken back"),
    ("src/core/plan/plan.cpp", "for (qsizetype at = from; from >= 0 && at < failed; ++at) { → for (qsizetype at = from; from > 0 && at < failed; ++at) {",
     "the first step of all is the node's, and no script says to begin again there"),
    ("src/core/plan/plan.cpp", "for (qsizetype at = from; from >= 0 && at < failed; ++at) { → for (qsizetype at = from; from >= 1 && at < failed; ++at) {",
     "the same"),
    ("src/core/plan/plan.cpp", "for (qsizetype at = from; from >= 0 && at < failed; ++at) { → for (qsizetype at = from; from >= 0 && at <= failed; ++at) {",
     "the failed step's newest try is not before itself"),
    ("src/core/plan/plan.cpp", "if (const JobState *job = newestTry(state, order[at]); job && job < failure)"
     " → if (const JobState *job = newestTry(state, order[at]); job && job <= failure)", "it is a try of another step"),
    ("src/engine/run/migrate.cpp", "return !blocksOf(state).empty() || scan->begun.secsTo(QDateTime::currentDateTimeUtc()) > 3600;"
     " → return !blocksOf(state).empty() || scan->begun.secsTo(QDateTime::currentDateTimeUtc()) >= 3600;", "a scan of an hour ago to the second"),
    ("src/core/journal/writer.cpp", "m_file->seek(contents.goodBytes); → (removed)", "all of it was read, or it was cut there, which leaves the place"),
    ("src/engine/run/connection.cpp", "m_session.reset(); → (removed)", "the next connection takes its place"),
    ("src/engine/queue/queue_work.cpp", "item.retryError.reset(); → (removed)", "it is shown only while the row waits for it"),
    ("src/engine/queue/queue_work.cpp", "schedule(); → (removed)", "the next tick of the clock does it, within a second"),
    ("src/engine/run/run_follow.cpp", "if (known->skipped()) → if (!(known->skipped()))", "what is settled is not followed again either way"),
    ("src/engine/run/run_follow.cpp", "if (job.state != remote::JobState::Skipped || std::find(jobs.begin(), jobs.end(), job.name) == jobs.end())"
     " → if (job.state != remote::JobState::Skipped && std::find(jobs.begin(), jobs.end(), job.name) == jobs.end())",
     "of a chain that ended early, what was not skipped is settled by then, and endUnsent() leaves it as it is"),
    ("src/engine/run/delete_docker.cpp", "bool ownTurnComes = false; → bool ownTurnComes = true;", "the default holds for VM 0 alone, which is none"),
)
