#include "core/node/qm_answer.h"

#include "core/base/json.h"
#include "core/text/phrase.h"

#include <QList>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace undock {

namespace {

constexpr qsizetype mostAnswer = 40 * 1024 * 1024; ///< as much as is taken from the node

struct KnownTrouble {
    const char *needle;
    QmTrouble trouble;
    bool mayHaveRun;
};

// The first that matches counts. Only what qm finds out from the VM's
// configuration, or the agent from its own, precedes the start for certain:
// the rest is checked again at each poll for the result.
constexpr KnownTrouble knownTroubles[] = {
    { "No QEMU guest agent configured", QmTrouble::NoAgentConfigured, false },
    { "QEMU guest agent is not running", QmTrouble::AgentNotRunning, true },
    { "ommand guest-exec has been disabled", QmTrouble::ExecDisabled, false },
    { "ommand guest-exec-status has been disabled", QmTrouble::ExecDisabled, true },
    { "got timeout", QmTrouble::GotTimeout, true },
    { "qga socket", QmTrouble::NoSocket, true },
};

struct TroubleText {
    QmTrouble trouble;
    const char *code;
    QString what;
    QString cure;
};

const std::vector<TroubleText> &troubleTexts()
{
    static const std::vector<TroubleText> texts = {
        { QmTrouble::NoAgentConfigured, "qm-no-agent", phrase("qm-no-agent"), phrase("cure-qm-no-agent") },
        { QmTrouble::NotRunning, "qm-vm-stopped", phrase("qm-vm-stopped"), phrase("cure-start-vm") },
        { QmTrouble::AgentNotRunning, "qm-agent-silent", phrase("qm-agent-silent"), phrase("cure-qm-agent-silent") },
        { QmTrouble::GotTimeout, "qm-timeout", phrase("qm-timeout"), phrase("cure-ask-before-sending") },
        { QmTrouble::ExecDisabled, "qm-exec-disabled", phrase("qm-exec-disabled"), phrase("cure-qm-exec-disabled") },
        { QmTrouble::NoSuchVm, "qm-no-such-vm", phrase("qm-no-such-vm"), phrase("cure-qm-no-such-vm") },
        { QmTrouble::ClusterDown, "cluster-down", phrase("qm-cluster-down"), phrase("cure-cluster-down") },
        { QmTrouble::NoSocket, "qm-no-socket", phrase("qm-no-socket"), phrase("cure-qm-no-socket") },
        { QmTrouble::PidGone, "qm-result-gone", phrase("qm-result-gone"), phrase("cure-command-has-run") },
        { QmTrouble::Other, "qm-other", phrase("qm-other"), phrase("cure-ask-before-sending") },
    };
    return texts;
}

QString oneLine(const QByteArray &text)
{
    QString line;
    for (const QChar c : QString::fromUtf8(text).simplified()) {
        if (c.isPrint())
            line += c;
        if (line.size() == 300)
            break;
    }
    return line;
}

bool isVmNotRunning(const QByteArray &line)
{
    return line.contains("VM ") && line.endsWith(" is not running");
}

bool isNoSuchVm(const QByteArray &line)
{
    return line.contains("Configuration file '") && line.contains("does not exist");
}

bool isPidGone(const QByteArray &line)
{
    return line.contains("PID ") && line.endsWith("does not exist");
}

QmAnswer trouble(QmTrouble kind, bool mayHaveRun, const QByteArray &message)
{
    QmAnswer answer;
    answer.trouble = kind;
    answer.mayHaveRun = mayHaveRun;
    answer.message = oneLine(message);
    return answer;
}

/// While the cluster file system restarts, qm ends before it asks the agent, and its configuration
/// files seem not to be there. The first text comes from qm's very beginning; the other one may also
/// be said later, beside what then went wrong.
std::optional<QmAnswer> clusterTrouble(const QByteArray &standardError, int exit)
{
    constexpr int connectionRefused = 111; // errno of that moment
    const bool ipc = standardError.contains("ipcc_send_rec");
    for (const QByteArray &raw : standardError.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.contains("Unable to load access control list") || (ipc && isNoSuchVm(line)))
            return trouble(QmTrouble::ClusterDown, false, line);
        if (line.contains("ipcc_send_rec") && exit == connectionRefused)
            return trouble(QmTrouble::ClusterDown, false, line);
    }
    return std::nullopt;
}

QmAnswer readTrouble(const QByteArray &standardError, int exit)
{
    if (const auto cluster = clusterTrouble(standardError, exit))
        return *cluster;
    for (const QByteArray &raw : standardError.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (isNoSuchVm(line))
            return trouble(QmTrouble::NoSuchVm, false, line);
        if (isPidGone(line))
            return trouble(QmTrouble::PidGone, true, line);
        for (const KnownTrouble &known : knownTroubles) {
            if (line.contains(known.needle))
                return trouble(known.trouble, known.mayHaveRun, line);
        }
        if (isVmNotRunning(line))
            return trouble(QmTrouble::NotRunning, true, line);
    }
    return trouble(QmTrouble::Other, true, standardError);
}

std::optional<qint64> integerAt(const Json &object, const char *key, qint64 least, qint64 most)
{
    const auto found = object.find(key);
    if (found == object.end())
        return std::nullopt;
    if (found->is_number_unsigned()) {
        const auto value = found->get<quint64>();
        if (value <= static_cast<quint64>(most) && static_cast<qint64>(value) >= least)
            return static_cast<qint64>(value);
    }
    return std::nullopt;
}

/// Perl has no booleans of its own: 1, true and "1" all occur in its JSON.
bool truthAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end())
        return false;
    return *found == true || *found == 1 || *found == "1";
}

/// False when the key is there but is not text.
bool readText(const Json &object, const char *key, QByteArray &text)
{
    const auto found = object.find(key);
    if (found == object.end())
        return true;
    if (!found->is_string())
        return false;
    text = undoDoubleEncoding(QByteArray::fromStdString(found->get_ref<const std::string &>()));
    return true;
}

std::optional<QmAnswer> readFinished(const Json &object)
{
    QmAnswer answer;
    answer.state = QmAnswer::State::Finished;
    const auto exitCode = integerAt(object, "exitcode", 0, std::numeric_limits<int>::max());
    const auto signal = integerAt(object, "signal", 1, 255);
    if (exitCode.has_value() == signal.has_value())
        return std::nullopt;
    answer.exitCode = static_cast<int>(exitCode.value_or(-1));
    answer.signal = static_cast<int>(signal.value_or(0));
    answer.outTruncated = truthAt(object, "out-truncated");
    answer.errTruncated = truthAt(object, "err-truncated");
    if (!readText(object, "out-data", answer.out) || !readText(object, "err-data", answer.err))
        return std::nullopt;
    return answer;
}

std::optional<QmAnswer> readJson(const QByteArray &standardOut)
{
    const Json object = parseJson(standardOut, mostAnswer);
    if (!object.is_object())
        return std::nullopt;
    if (truthAt(object, "exited"))
        return readFinished(object);
    const auto pid = integerAt(object, "pid", 1, std::numeric_limits<qint64>::max());
    if (!pid || object.contains("exitcode") || object.contains("signal"))
        return std::nullopt;
    QmAnswer answer;
    answer.state = QmAnswer::State::StillRunning;
    answer.pid = *pid;
    return answer;
}

} // namespace

QmAnswer parseQmGuestExec(const QByteArray &standardOut, const QByteArray &standardError, int exit)
{
    if (exit != 0)
        return readTrouble(standardError, exit);
    if (auto answer = readJson(standardOut)) {
        answer->message = oneLine(standardError);
        return *answer;
    }
    return trouble(QmTrouble::Other, true, standardError.trimmed().isEmpty() ? standardOut : standardError);
}

QByteArray undoDoubleEncoding(const QByteArray &text)
{
    const QString decoded = QString::fromUtf8(text);
    const bool isLatin1 = std::all_of(decoded.begin(), decoded.end(), [](QChar c) { return c.unicode() <= 0xff; });
    return isLatin1 ? decoded.toLatin1() : text;
}

Error troubleError(const QmAnswer &answer, const QString &where)
{
    if (answer.state == QmAnswer::State::StillRunning)
        return Error{ Error::Kind::Unknown, QStringLiteral("qm-still-running"),
            phrase("qm-still-running", { { "pid", answer.pid } }), where, phrase("cure-wait-not-resend") };
    const auto text = std::find_if(troubleTexts().begin(), troubleTexts().end(),
        [&answer](const TroubleText &t) { return t.trouble == answer.trouble; });
    const bool other = answer.trouble == QmTrouble::Other && !answer.message.isEmpty();
    const QString what = other ? phrase("qm-other-said", { { "said", answer.message } }) : text->what;
    return Error{ answer.mayHaveRun ? Error::Kind::Unknown : Error::Kind::Refused, QString::fromLatin1(text->code),
        what, where, text->cure };
}

} // namespace undock
