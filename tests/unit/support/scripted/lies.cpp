#include "unit/support/scripted/lies.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/journal/reader.h"
#include "remote/guest/gzip.h"

#include <memory>

using namespace undock;

namespace {

std::size_t below(std::mt19937 &random, std::size_t most)
{
    return random() % most;
}

template <class T> const T &anyOf(const std::vector<T> &list, std::mt19937 &random)
{
    return list[below(random, list.size())];
}

const std::vector<QByteArray> &paths()
{
    static const std::vector<QByteArray> list{ "../undock-escaped", "../../undock-escaped", "../../../undock-escaped",
        "../../../../undock-escaped", "../../../../../../../../undock-escaped", "/tmp/undock-escaped",
        "/dev/shm/undock-escaped", "/undock-escaped", "runs/../../undock-escaped", "..", ".", "/", "~/undock-escaped",
        "undock-escaped/../../undock-escaped", "01-x/../../../undock-escaped",
        "102-20260220-093000-abcd/../undock-escaped", "C:\\undock-escaped", "%2e%2e%2fundock-escaped",
        "undock-escaped\n../undock-escaped" };
    return list;
}

const std::vector<QByteArray> &numbers()
{
    static const std::vector<QByteArray> list{ "-1", "0", "-9223372036854775808", "9223372036854775807",
        "18446744073709551616", "999999999999999999", "4294967296", "2147483647", "-2147483648", "1e308", "nan", "0x10",
        "007", "1 ", "\xd9\xa3" };
    return list;
}

const std::vector<QByteArray> &states()
{
    static const std::vector<QByteArray> list{ "claimed", "running", "passed", "failed", "interrupted", "timed-out",
        "died", "skipped", "cancelled", "refused", "deleted", "" };
    return list;
}

/// Codes that the desk or the node says, and some that steps say.
const std::vector<QByteArray> &codes()
{
    static const std::vector<QByteArray> list{ "lease-lost", "slots-full", "vm-taken", "vm-left", "journal-unwritable",
        "hold-present", "already-deleted", "already-rolled-back", "step-overdue", "output-withheld", "cancel-unheard",
        "no-such-job", "no-such-run", "hash-differs", "lower-generation", "guest-error", "busy", "config-changed",
        "panel-config-changed", "container-changed", "acceptance-failed", "acceptance-unknown", "docker-unreachable",
        "cutover-of-another", "changed-while-archiving", "no-route", "qm-still-running", "run-left-out", "",
        "../undock-escaped", "a b", "<b>" };
    return list;
}

const std::vector<QByteArray> &keys()
{
    static const std::vector<QByteArray> list{ "state", "job", "offset", "total", "out", "secret", "tail", "progress",
        "facts", "exit", "signal", "out-sha256", "boot", "began", "ended", "reason", "also", "code", "generation",
        "cutover", "unfinished", "job-state", "run", "received", "complete", "sha256" };
    return list;
}

const std::vector<QByteArray> &factNames()
{
    static const std::vector<QByteArray> list{ "failure", "warning", "finding", "check", "backup_dir",
        "critical_failed", "openclaw_version", "panel_tag", "container_version", "token_sha256", "removed",
        "source_equal", "cutover", "port_panel", "port_gateway", "ip", "vm_name", "answered", "leftover",
        "config_backup", "installer_sha256", "panel_sha256", "outage_gateway_from_ms", "outage_gateway_to_ms",
        "outage_panel_from_ms", "outage_panel_to_ms", "docker_addresses", "user_sessions", "diff" };
    return list;
}

bool isBase64(const QByteArray &key)
{
    static const QByteArrayList list{ "out", "secret", "tail", "facts", "reason", "cutover", "also" };
    return list.contains(key);
}

QByteArray percent(QByteArray bytes)
{
    return bytes.replace('%', "%25").replace('\n', "%0A");
}

QByteArray deepJson(std::mt19937 &random)
{
    const int depth = 100 + int(below(random, 60'000));
    switch (below(random, 4)) {
    case 0:
        return QByteArray(depth, '[');
    case 1:
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    case 2:
        return QByteArray("{\"a\":").repeated(depth / 4) + '1' + QByteArray(depth / 4, '}');
    default: {
        QByteArray wide = "{";
        for (int i = 0; i < depth / 4; ++i)
            wide += "\"k" + QByteArray::number(i) + "\":0,";
        return wide + "\"z\":0}";
    }
    }
}

QByteArray configDocument(const QByteArray &openclaw, const QByteArray &panel, const QByteArrayList &secrets)
{
    QByteArray known;
    for (const QByteArray &secret : secrets)
        known += (known.isEmpty() ? "\"" : ",\"") + secret.toBase64() + '"';
    return "said\n{\"openclaw\":{\"text_b64\":\"" + openclaw.toBase64() + "\",\"sha256\":\""
        + sha256Hex(openclaw).toLatin1() + "\",\"converted\":false},\"panel\":{\"text_b64\":\"" + panel.toBase64()
        + "\",\"sha256\":\"" + sha256Hex(panel).toLatin1() + "\",\"converted\":false},\"known_b64\":[" + known + "]}\n";
}

QByteArray strangeConfig(std::mt19937 &random)
{
    const auto one = [&]() -> QByteArray {
        switch (below(random, 5)) {
        case 0:
            return deepJson(random);
        case 1:
            return "{\"gateway\":" + deepJson(random) + "}";
        case 2:
            return "{\"gateway\":{\"auth\":{\"token\":\"" + QByteArray(100'000, 't')
                + "\"},\"mode\":[null]},\"agents\":7}";
        case 3:
            return "{\"gateway\":{\"port\":1e999,\"bind\":-0.0},\"openclaw\":[],\"panel\":\"\",\"log\":{\"file_path\":{"
                   "}}}";
        default:
            return strangeText(random);
        }
    };
    QByteArrayList secrets;
    for (std::size_t i = below(random, 300); i > 0; --i)
        secrets << (i % 3 ? strangeText(random) : QByteArray(i % 2 ? "passed" : "failed verdict"));
    return configDocument(one(), one(), secrets);
}

QByteArray mangled(QByteArray bytes, std::mt19937 &random)
{
    for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
        const qsizetype at = bytes.isEmpty() ? 0 : qsizetype(below(random, std::size_t(bytes.size())));
        switch (below(random, 6)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes[at] ^ (1 << below(random, 8)));
            break;
        case 1:
            bytes.truncate(at);
            break;
        case 2:
            bytes.remove(at, 1 + qsizetype(below(random, 20)));
            break;
        case 3:
            bytes.insert(at, strangeText(random));
            break;
        case 4:
            bytes.insert(at, bytes.mid(at, 200));
            break;
        default:
            bytes.insert(at, anyOf(numbers(), random));
        }
    }
    return bytes;
}

QByteArray strangeFacts(const QByteArray &facts, std::mt19937 &random)
{
    QByteArrayList lines = facts.split('\n');
    for (std::size_t changes = 1 + below(random, 6); changes > 0; --changes) {
        const QByteArray name = anyOf(factNames(), random);
        const auto line = [&] {
            switch (below(random, 6)) {
            case 0:
                return name + '=' + percent(anyOf(codes(), random) + ' ' + strangeText(random));
            case 1:
                return name + '=' + anyOf(numbers(), random);
            case 2:
                return name + '=' + percent(anyOf(paths(), random));
            case 3:
                return QByteArray("finding=") + (below(random, 2) ? "fine " : "blocks ") + percent(strangeText(random));
            case 4:
                return QByteArray("check=") + percent(strangeText(random)) + "|critical|"
                    + (below(random, 2) ? "passed" : "failed") + "|200|" + percent(strangeText(random));
            default:
                return name + '=' + percent(strangeText(random));
            }
        };
        switch (below(random, 3)) {
        case 0:
            if (!lines.isEmpty())
                lines.removeAt(qsizetype(below(random, std::size_t(lines.size()))));
            break;
        default:
            lines.insert(qsizetype(below(random, std::size_t(lines.size()) + 1)), line());
        }
    }
    return lines.join('\n');
}

/// News of another job, as if it had ended well.
QByteArray forgedAlso(std::mt19937 &random)
{
    static const std::vector<QByteArray> jobs{ "01-a-scan", "09-g-start", "12-h-checks", "20-i-delete", "21-i-images",
        "99-r-direct-stop", "999-k-remove", "../undock-escaped", "02-a-config" };
    return "job " + anyOf(jobs, random) + "\nstate passed\noffset 0\ntotal 0\nfacts "
        + strangeFacts("source_equal=yes\n", random).toBase64() + "\nexit 0\nboot 1\nbegan 1\nended 2\n";
}

void changeSomething(Spoken &answer, std::mt19937 &random)
{
    if (answer.lines.isEmpty())
        answer.lines.append({ anyOf(keys(), random), strangeText(random) });
    auto &[key, value] = answer.lines[qsizetype(below(random, std::size_t(answer.lines.size())))];
    switch (below(random, 9)) {
    case 0:
        answer.drop(QByteArray(key));
        break;
    case 1:
        answer.lines.append({ QByteArray(key), QByteArray(value) });
        break;
    case 2:
        answer.lines.append({ anyOf(keys(), random), anyOf(numbers(), random) });
        break;
    case 3:
        answer.set("state", anyOf(states(), random));
        break;
    case 4:
        answer.lines.append({ "also", forgedAlso(random).toBase64() });
        break;
    case 5:
        answer.encode("facts", strangeFacts(answer.decoded("facts"), random));
        break;
    case 6:
        if (key == "job" || key == "run" || key == "job-state" || key == "unfinished")
            value = anyOf(paths(), random) + " passed";
        else
            value = anyOf(numbers(), random);
        break;
    default:
        if (key == "facts")
            value = strangeFacts(QByteArray::fromBase64(value), random).toBase64();
        else if (isBase64(key))
            value = mangled(QByteArray::fromBase64(value), random).toBase64();
        else
            value = mangled(value, random);
    }
}

void breakFrame(Spoken &answer, std::mt19937 &random)
{
    QByteArray bytes = answer.bytes();
    switch (below(random, 7)) {
    case 0:
        bytes.truncate(qsizetype(below(random, std::size_t(bytes.size()) + 1)));
        break;
    case 1:
        bytes.replace(answer.nonce, QByteArray(answer.nonce.size(), 'a'));
        break;
    case 2:
        bytes += bytes;
        break;
    case 3:
        bytes.clear();
        break;
    case 4:
        bytes = "UNDOCK1 " + answer.nonce + " ok " + anyOf(numbers(), random) + " x\n" + bytes;
        break;
    case 5:
        bytes = QByteArray(200'000, char(below(random, 256)));
        break;
    default:
        bytes = mangled(bytes, random);
    }
    answer.raw = bytes;
}

} // namespace

QByteArray Spoken::value(const QByteArray &key) const
{
    for (const auto &[name, content] : lines) {
        if (name == key)
            return content;
    }
    return {};
}

bool Spoken::has(const QByteArray &key) const
{
    return std::any_of(lines.begin(), lines.end(), [&](const auto &line) { return line.first == key; });
}

void Spoken::set(const QByteArray &key, const QByteArray &value)
{
    for (auto &[name, content] : lines) {
        if (name == key) {
            content = value;
            return;
        }
    }
    lines.append({ key, value });
}

void Spoken::drop(const QByteArray &key)
{
    lines.removeIf([&](const auto &line) { return line.first == key; });
}

QByteArray Spoken::bytes() const
{
    if (raw)
        return *raw;
    QByteArray payload;
    for (const auto &[key, value] : lines)
        payload.append(key).append(' ').append(value).append('\n');
    return "UNDOCK1 " + nonce + ' ' + status + ' ' + QByteArray::number(payload.size()) + ' '
        + sha256Hex(payload).toLatin1() + '\n' + payload + "UNDOCK1-END " + nonce + '\n';
}

QByteArray strangeText(std::mt19937 &random)
{
    static const std::vector<QByteArray> list{ "\x1b[2J\x1b]0;owned\x07\x1b[31mred", "a\rb\bc\x7f\x01\x02",
        "\xe2\x80\xae"
        "gpj.exe\xe2\x81\xa6\xe2\x80\x8f",
        "\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80", QByteArray("a\0b", 3),
        "<script>alert(1)</script><img src=x onerror=1><b>", "](http://192.0.2.66) | # `x` **y**\n# heading\n|a|b|",
        "=HYPERLINK(\"http://192.0.2.66\")",
        "\xef\xbc\x9d"
        "1+1",
        "@SUM(A1)", "'; rm -rf /; $(reboot) `reboot`", "token: sk-abcdefghijklmnopqrstuvwxyz0123456789", "passed",
        "\n\nUNDOCK1 0 ok 0 x\n", "{\"seq\":1,\"type\":\"accepted\"}",
        "\xe4\xb8\xad\xe6\x96\x87\xe2\x80\x8b\xcc\x81\xcc\x81\xcc\x81\xcc\x81", "" };
    switch (below(random, 12)) {
    case 0:
        return anyOf(paths(), random);
    case 1:
        return anyOf(numbers(), random);
    case 2:
        return QByteArray(qsizetype(below(random, 20'000)), 'x');
    case 3: {
        QByteArray bytes;
        for (std::size_t i = below(random, 400); i > 0; --i)
            bytes += char(below(random, 256));
        return bytes;
    }
    case 4:
        return deepJson(random).left(20'000);
    default:
        return anyOf(list, random);
    }
}

QByteArray forgedJournal(const QByteArray &journal, std::mt19937 &random)
{
    if (below(random, 6) == 0)
        return below(random, 2) ? deepJson(random) + '\n' : mangled(journal, random);
    std::vector<Json> lines;
    for (const JournalEvent &event : readJournal(journal).events)
        lines.push_back({ { "type", toStd(event.type) }, { "data", event.data } });
    const auto forged = [&]() -> Json {
        const std::string text = QString::fromUtf8(strangeText(random)).toStdString();
        switch (below(random, 7)) {
        case 0:
            return { { "type", "run-created" },
                { "data", { { "run", "103-20260220-093000-abcd" }, { "vmid", 103 }, { "node", "root@192.0.2.1" } } } };
        case 1:
            return { { "type", "accepted" }, { "data", { { "by", "nobody" }, { "note", text }, { "tried", text } } } };
        case 2:
            return { { "type", "acceptance" },
                { "data",
                    { { "green", true }, { "rows", Json::array({ { { "id", text }, { "verdict", "passed" } } }) } } } };
        case 3:
            return { { "type", "begin" },
                { "data",
                    { { "job", text }, { "step", "i-delete" }, { "stage", "I" }, { "where", "guest" },
                        { "effect", "deletes" }, { "chain", text } } } };
        case 4:
            return { { "type", "lease" },
                { "data", { { "action", "adopted" }, { "jobs_in_guest", 9223372036854775807LL } } } };
        case 5:
            return { { "type", "ledger" },
                { "data", { { "path", "/tmp/undock-escaped" }, { "kind", text }, { "row_after", text } } } };
        default:
            return { { "type", "outage" },
                { "data",
                    { { "which", "gateway" }, { "from_ms", -9223372036854775807LL },
                        { "to_ms", 9223372036854775807LL } } } };
        }
    };
    for (std::size_t changes = 1 + below(random, 3); changes > 0; --changes) {
        if (lines.empty() || below(random, 2) == 0) {
            lines.insert(lines.begin() + std::ptrdiff_t(below(random, lines.size() + 1)), forged());
            continue;
        }
        Json &data = lines[below(random, 8) == 0 ? 0 : below(random, lines.size())]["data"];
        if (!data.is_object() || data.empty())
            continue;
        auto member = data.begin();
        std::advance(member, std::ptrdiff_t(below(random, data.size())));
        switch (below(random, 5)) {
        case 0:
            data.erase(member.key());
            break;
        case 1:
            member.value() = 9223372036854775807LL;
            break;
        case 2:
            member.value() = Json::array({ nullptr, 1.5, Json::object() });
            break;
        case 3:
            member.value() = toStd(QString::fromUtf8(anyOf(paths(), random)));
            break;
        default:
            member.value() = QString::fromUtf8(strangeText(random)).toStdString();
        }
    }
    QByteArray bytes;
    QString previous = journalGenesis();
    qint64 seq = 0;
    for (const Json &line : lines) {
        Json whole{ { "seq", ++seq }, { "at", "2026-02-20T09:30:00.000Z" } };
        whole["type"] = line["type"];
        whole["data"] = line["data"];
        whole["prev"] = toStd(previous);
        const QByteArray text = compactJson(whole);
        previous = sha256Hex(text);
        bytes += text + '\n';
    }
    return bytes;
}

std::vector<NamedLie> namedLies()
{
    const auto turn = std::make_shared<int>(0);
    const auto isNews = [](const Spoken &answer) { return answer.has("state"); };
    const auto everything = [](const char *key, auto make) {
        return [key, make](Spoken &answer, std::mt19937 &random) {
            if (answer.has("state"))
                answer.encode(key, make(random));
        };
    };
    return {
        { "running for ever",
            [](Spoken &answer, std::mt19937 &) {
                if (!answer.has("state"))
                    return;
                answer.set("state", "running");
                for (const char *key : { "facts", "also", "ended", "exit" })
                    answer.drop(key);
            } },
        { "claimed and nothing in turns",
            [turn](Spoken &answer, std::mt19937 &) {
                if (++*turn % 2)
                    answer.set("state", "claimed");
                else
                    answer.raw = "nothing";
            } },
        { "nothing, ever", [](Spoken &answer, std::mt19937 &) { answer.raw = QByteArray(); } },
        { "no answer, ever",
            [](Spoken &answer, std::mt19937 &) {
                answer.error = Error{ Error::Kind::Unknown, QStringLiteral("qm-timeout"), {}, {}, {} };
            } },
        { "busy for ever",
            [](Spoken &answer, std::mt19937 &) {
                answer.status = "busy";
                answer.lines = { { "code", "busy" }, { "reason", QByteArray("wait").toBase64() } };
            } },
        { "no runtime, ever",
            [](Spoken &answer, std::mt19937 &) { answer.raw = "UNDOCK1 " + answer.nonce + " missing-lib\n"; } },
        { "no pack, ever",
            [](Spoken &answer, std::mt19937 &) {
                answer.status = "missing-pack";
                answer.lines = { { "code", "missing-pack" } };
            } },
        { "damaged uploads",
            [](Spoken &answer, std::mt19937 &) {
                if (answer.verb == "put") {
                    answer.status = "corrupt";
                    answer.lines = { { "code", "bad-sum" } };
                }
            } },
        { "a byte at a time",
            [](Spoken &answer, std::mt19937 &) {
                if (answer.verb == "put") {
                    answer.set("complete", "0");
                    answer.set("received", QByteArray::number(answer.value("offset-asked").toLongLong() + 1));
                } else if (answer.has("total")) {
                    answer.set("total", "400000");
                    answer.encode("out", "x");
                    answer.drop("also");
                }
            } },
        { "output without end",
            [](Spoken &answer, std::mt19937 &random) {
                if (!answer.has("total"))
                    return;
                answer.set("total", below(random, 2) ? "999999999999999999" : "4194304");
                answer.encode("out", QByteArray(below(random, 40) ? 4'000 : 190'000, char('a' + below(random, 26))));
                answer.encode("tail", QByteArray(16'000, '\x1b'));
            } },
        { "huge facts",
            everything("facts",
                [](std::mt19937 &random) {
                    const QByteArray line = "finding=attention x" + percent(strangeText(random)).left(200) + '\n';
                    return QByteArray(line).repeated((below(random, 8) ? 8'000 : 300'000) / line.size());
                }) },
        { "forged jobs",
            [isNews](Spoken &answer, std::mt19937 &random) {
                if (isNews(answer) && below(random, 4) == 0)
                    answer.set("job", anyOf(paths(), random));
                for (int i = 0; i < 5; ++i)
                    answer.lines.append({ "also", forgedAlso(random).toBase64() });
            } },
        { "all is well",
            [isNews](Spoken &answer, std::mt19937 &) {
                if (!isNews(answer))
                    return;
                answer.set("state", "passed");
                answer.set("exit", "0");
                answer.encode("facts",
                    "backup_dir=/root/x\ncheck=a|critical|passed|1|1\ncritical_failed=0\nopenclaw_version=2026.2.19\n"
                    "panel_tag=v1\ntoken_sha256=x\nremoved=x\nsource_equal=yes\ncontainer_version=2026.2.19\n");
            } },
        { "strange facts", everything("facts", [](std::mt19937 &random) { return strangeFacts({}, random); }) },
        { "strange reasons", everything("reason", strangeText) },
        { "strange output",
            [](Spoken &answer, std::mt19937 &random) {
                if (!answer.has("total"))
                    return;
                const QByteArray out = strangeText(random) + strangeText(random);
                answer.encode("out", out);
                answer.set("total", QByteArray::number(answer.value("offset").toLongLong() + out.size()));
            } },
        { "paths for names",
            [](Spoken &answer, std::mt19937 &random) {
                for (auto &[key, value] : answer.lines) {
                    if (key == "run")
                        value = anyOf(paths(), random) + " 1 9999999999";
                    else if (key == "job-state")
                        value = anyOf(paths(), random) + " passed";
                }
                if (answer.has("state"))
                    answer.encode("facts",
                        "backup_dir=" + anyOf(paths(), random) + "\nleftover=backup|" + anyOf(paths(), random)
                            + "|||1|1|1|x\nconfig_backup=" + anyOf(paths(), random) + "\n" + answer.decoded("facts"));
            } },
        { "numbers at their ends",
            [](Spoken &answer, std::mt19937 &random) {
                static const QByteArrayList counted{ "offset", "total", "exit", "signal", "began", "ended", "received",
                    "generation" };
                for (auto &[key, value] : answer.lines) {
                    if (counted.contains(key) && below(random, 3) == 0)
                        value = anyOf(numbers(), random);
                }
                if (answer.has("state"))
                    answer.encode("facts",
                        "outage_gateway_from_ms=1\noutage_gateway_to_ms=9223372036854775807\nport_panel="
                            + anyOf(numbers(), random) + "\ncritical_failed=" + anyOf(numbers(), random) + '\n'
                            + answer.decoded("facts"));
            } },
        { "broken frames", breakFrame },
        { "forged journals",
            [](Spoken &answer, std::mt19937 &random) {
                if (answer.verb != "read-note")
                    return;
                const auto journal = remote::gunzip(answer.decoded("out"), 64 << 20);
                const auto packed = remote::gzip(forgedJournal(journal ? *journal : QByteArray(), random));
                if (!packed || packed->size() > 190'000)
                    return;
                answer.encode("out", *packed);
                answer.set("total", QByteArray::number(packed->size()));
            } },
        { "a bomb for a journal",
            [](Spoken &answer, std::mt19937 &) {
                static const QByteArray bomb = remote::gzip(QByteArray(80 << 20, '\n')).value_or(QByteArray());
                if (answer.verb != "read-note")
                    return;
                answer.encode("out", bomb);
                answer.set("total", QByteArray::number(bomb.size()));
            } },
        { "configurations without end",
            [](Spoken &answer, std::mt19937 &random) {
                if (answer.verb != "fetch")
                    return;
                const QByteArray out = strangeConfig(random).left(190'000);
                answer.encode("out", out);
                answer.set("total", QByteArray::number(out.size()));
            } },
        { "the desk's own words",
            [](Spoken &answer, std::mt19937 &random) {
                const QByteArray code = anyOf(codes(), random);
                if (!answer.has("state") || below(random, 4) == 0) {
                    answer.status = "refused";
                    answer.lines = { { "code", code }, { "reason", strangeText(random).toBase64() } };
                    return;
                }
                answer.set("state", "failed");
                answer.encode("facts", "failure=" + code + " said so\nwarning=" + anyOf(codes(), random) + " x\n");
            } },
        { "floods of names",
            [](Spoken &answer, std::mt19937 &random) {
                const qsizetype count = below(random, 2) ? 900 : 30'000;
                for (qsizetype i = 0; i < count && answer.verb == "report"; ++i)
                    answer.lines.append({ "job-state", QByteArray::number(i) + "-x passed" });
                for (qsizetype i = 0; i < count && answer.verb == "runs"; ++i)
                    answer.lines.append({ "run", "102-20260220-093000-" + QByteArray::number(i, 16) + " 1 1" });
            } },
        { "states that change back",
            [](Spoken &answer, std::mt19937 &random) {
                if (answer.has("state"))
                    answer.set("state", anyOf(states(), random));
                for (auto &[key, value] : answer.lines) {
                    if (key == "job-state")
                        value = value.split(' ').value(0) + ' ' + anyOf(states(), random);
                }
            } },
    };
}

void tellAnything(Spoken &answer, std::mt19937 &random)
{
    static const std::vector<NamedLie> lies = namedLies();
    const std::size_t chance = below(random, 20);
    if (chance < 5) {
        anyOf(lies, random).tell(answer, random);
    } else if (chance < 7) {
        breakFrame(answer, random);
    } else {
        for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes)
            changeSomething(answer, random);
    }
}
