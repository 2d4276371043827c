#include "remote/guest/guest_link.h"

#include "core/text/phrase.h"
#include "remote/guest/gzip.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;
using Status = GuestAnswer::Status;

/// What one call brings into a guest, before base64. Large inputs have wedged agents (facts.md §2);
/// with its framing this stays below the 64 KiB that Proxmox's own interface lets through to them.
constexpr qint64 chunkBytes = 45 * 1024;
constexpr qint64 carefulChunkBytes = 16 * 1024; ///< after a chunk that got no answer
constexpr qint64 fetchBytes = 192 * 1024;
constexpr qint64 largestNote = 512 * 1024;
constexpr int longestWait = 25;
/// Beyond what the guest is asked to wait: its interpreter's start, a slow disk.
constexpr auto answerSlack = 30s;
constexpr int uploadAttempts = 4;
constexpr int mostShortPieces = 3; ///< fewer bytes than asked for, although more are said to be there

QByteArray freshNonce()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16)
        + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == ':' || c == '-';
    });
}

/// The header is the only line of the request; broken base64 lines keep readers that work by line happy.
QByteArray bodyLines(const QByteArray &body)
{
    const QByteArray text = body.toBase64();
    QByteArray lines;
    for (qsizetype from = 0; from < text.size(); from += 4096)
        lines += text.mid(from, 4096) + '\n';
    return lines;
}

tl::unexpected<Error> refusal(const GuestAnswer &answer, Vmid vmid)
{
    // A guest that could say any code could speak for the node or the desk, and be waited for without end.
    static const QByteArrayList itsOwn{ "bad-base64", "bad-pack", "bad-request", "bad-sum", "busy", "control-busy",
        "guest-error", "hash-differs", "launch-failed", "lower-generation", "missing-pack", "no-lib", "no-python",
        "no-such-job", "no-such-note", "no-such-run", "not-cancellable", "too-large", "upload-no-room" };
    const QString code = itsOwn.contains(answer.code()) ? QString::fromLatin1(answer.code()) : QString();
    QString what = answer.reason();
    if (what.isEmpty())
        what = phrase("guest-refused");
    QString cure;
    if (answer.status == Status::Busy)
        cure = phrase("cure-wait-other-work");
    else if (code == QLatin1String("lower-generation"))
        cure = phrase("cure-taken-over");
    return fail(Kind::Refused, code.isEmpty() ? QStringLiteral("guest-refused") : code, what,
        QStringLiteral("VM ") + vmid.toString(), cure);
}

tl::unexpected<Error> notTheJob(const QString &job)
{
    return fail(Kind::Unknown, QStringLiteral("guest-answer-broken"), phrase("guest-answered-other"), job,
        phrase("cure-ask-guest-again"));
}

Done doneFrom(const Result<GuestAnswer> &answer)
{
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

} // namespace

GuestLink::GuestLink(GuestTransport &transport, Vmid vmid, GuestLib lib, PauseBetween pause)
    : m_transport(transport)
    , m_vmid(vmid)
    , m_lib(std::move(lib))
    , m_pause(std::move(pause))
{
}

Result<GuestAnswer> GuestLink::sendOnce(const Request &request, const QByteArray &preamble, std::stop_token stop)
{
    const QByteArray nonce = freshNonce();
    QByteArray header = request.verb + ' ' + nonce;
    for (const QByteArray &value : request.values) {
        if (!isToken(value))
            return fail(Kind::BadInput, QStringLiteral("bad-token"), phrase("request-malformed"),
                QString::fromLatin1(request.verb));
        header += ' ' + value;
    }
    QByteArray input = preamble;
    input.replace("@NONCE@", nonce);
    input += header + '\n' + bodyLines(request.body);

    ++m_traffic.qmCalls;
    m_traffic.bytesSent += input.size();
    const auto timeout = request.awaited ? std::chrono::seconds(request.waitSeconds) + answerSlack : 0s;
    const auto out = m_transport.call(m_vmid, input, timeout, request.guard, stop);
    if (!out)
        return tl::make_unexpected(out.error());
    m_traffic.bytesReceived += out->size();
    return parseGuestAnswer(*out, nonce);
}

Result<GuestAnswer> GuestLink::send(const Request &request, std::stop_token stop)
{
    // One line, so that bash has read nothing of the request when it hands over stdin. What nobody else takes is read
    // to its end: an agent whose pipe is full as its reader ends polls it for ever, with all that a processor has.
    const QByteArray launcher = "L=" + m_lib.folder.toLatin1()
        + R"(; if [ -r "$L/undock-guest" ]; then exec /bin/bash "$L/undock-guest"; fi; )"
          R"(echo "UNDOCK1 @NONCE@ missing-lib"; exec cat >/dev/null)"
        + '\n';
    auto answer = sendOnce(request, launcher, stop);
    if (answer && answer->status == Status::MissingLib) {
        if (auto done = uploadLib(stop); !done)
            return tl::make_unexpected(done.error());
        answer = sendOnce(request, launcher, stop);
    }
    if (!answer)
        return answer;
    switch (answer->status) {
    case Status::Ok:
    case Status::MissingPack:
    case Status::Corrupt:
        return answer;
    case Status::MissingLib:
        return fail(Kind::Failed, QStringLiteral("no-runtime"), phrase("no-runtime-found"),
            QStringLiteral("VM ") + m_vmid.toString());
    case Status::Busy:
    case Status::Refused:
        break;
    }
    return refusal(*answer, m_vmid);
}

Done GuestLink::uploadLib(std::stop_token stop)
{
    return upload(m_lib.pack, m_lib.packSha256, "L=" + m_lib.folder.toLatin1() + '\n' + m_lib.stub, stop);
}

Done GuestLink::upload(
    const QByteArray &pack, const QByteArray &sha256Hex, const QByteArray &stub, std::stop_token stop)
{
    const auto failed = [this](const QString &why) {
        return fail(Kind::Failed, QStringLiteral("upload-failed"), why, QStringLiteral("VM ") + m_vmid.toString(),
            phrase("cure-try-again"));
    };
    qint64 offset = 0;
    qint64 chunk = chunkBytes;
    int setbacks = 0; // a damaged, vanished or trickling upload begins anew, but not for ever
    for (;;) {
        const auto putOnce = [&] {
            Request put;
            put.verb = "put";
            put.values = { sha256Hex, number(offset), number(pack.size()) };
            put.body = pack.mid(offset, chunk);
            auto answer = stub.isEmpty() ? send(put, stop) : sendOnce(put, stub, stop);
            if (!answer)
                chunk = carefulChunkBytes;
            return answer;
        };
        const auto answer = askAgain(putOnce, uploadAttempts, stop, m_pause);
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (answer->status == Status::Corrupt) {
            if (++setbacks > 3)
                return failed(phrase("upload-damaged"));
            offset = 0;
            continue;
        }
        if (answer->status != Status::Ok)
            return refusal(*answer, m_vmid);
        if (answer->value("complete") == QByteArray("1"))
            return {};
        const auto received = answer->number("received");
        if (!received || *received > pack.size())
            return failed(phrase("upload-count-wrong"));
        if (*received < std::min<qint64>(offset + chunk, pack.size()) && ++setbacks > 3)
            return failed(phrase("upload-stuck"));
        offset = std::min<qint64>(*received, pack.size() - 1);
    }
}

Result<JobNews> GuestLink::start(const Chain &chain, qint64 generation, int wait, StartKind kind,
    const std::optional<DeletionGuard> &guard, std::stop_token stop)
{
    const auto pack = packOf(chain);
    if (!pack)
        return tl::make_unexpected(pack.error());
    const auto bytes = pack->bytes();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const QByteArray sum = sha256(*bytes);

    Request start;
    start.verb = "start";
    start.waitSeconds = std::clamp(wait, 0, longestWait);
    start.values = { chain.run.toLatin1(), number(generation), sum, number(start.waitSeconds) };
    start.guard = guard;
    // Nothing was started yet, so an upload of unknown fate has certainly not started it.
    const auto notStarted = [](Error error) -> tl::unexpected<Error> {
        if (error.kind == Kind::Unknown)
            error.kind = Kind::NotReached;
        return tl::make_unexpected(std::move(error));
    };
    if (kind == StartKind::Opening) {
        if (auto done = uploadLib(stop); !done)
            return notStarted(done.error());
    }

    // A chain that was started before is there already; asking first saves the upload. A small one
    // comes with the request: each call costs a second and more on the node.
    const bool small = bytes->size() <= chunkBytes;
    bool uploaded = false;
    for (int round = 0; round < 3; ++round) {
        const bool bring = kind != StartKind::Again || round > 0;
        start.body = bring && small && round < 2 ? *bytes : QByteArray();
        if (bring && start.body.isEmpty()) {
            if (auto done = upload(*bytes, sum, {}, stop); !done)
                return notStarted(done.error());
            uploaded = true;
        }
        const auto answer = send(start, stop);
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (answer->status == Status::Ok) {
            auto news = parseJobNews(*answer);
            if (news && (news->job != chain.jobs.first().name() || news->offset != 0))
                return notTheJob(chain.jobs.first().name());
            if (news)
                keepSecrets(chain.run, *news);
            return news;
        }
    }
    return fail(Kind::Failed, QStringLiteral("upload-failed"),
        uploaded ? phrase("chain-not-found") : phrase("chain-not-uploaded"), QStringLiteral("VM ") + m_vmid.toString(),
        phrase("cure-guest-disk"));
}

Result<JobNews> GuestLink::follow(
    const QString &run, const QString &job, qint64 offset, int wait, int pace, std::stop_token stop)
{
    Request request;
    request.verb = "follow";
    request.waitSeconds = std::clamp(wait, 0, longestWait);
    request.values
        = { run.toLatin1(), job.toLatin1(), number(offset), number(request.waitSeconds), number(std::max(pace, 0)) };
    const auto answer = send(request, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    auto news = parseJobNews(*answer);
    if (news && (news->job != job || news->offset != offset))
        return notTheJob(job);
    if (news)
        keepSecrets(run, *news);
    return news;
}

void GuestLink::keepSecrets(const QString &run, JobNews &news)
{
    const QByteArray secret = std::exchange(news.secret, {});
    if (!secret.isEmpty() && sha256(secret) == news.outSha256)
        m_secrets.insert(run + QLatin1Char('/') + news.job, secret);
    for (JobNews &other : news.also)
        keepSecrets(run, other);
}

Result<QByteArray> GuestLink::fetch(
    const QString &run, const QString &job, qint64 offset, qint64 len, std::stop_token stop)
{
    const auto piece = fetchPiece("fetch", run, job, offset, len, stop);
    if (!piece)
        return tl::make_unexpected(piece.error());
    return piece->bytes;
}

Result<GuestLink::Piece> GuestLink::fetchPiece(
    const QByteArray &verb, const QString &run, const QString &name, qint64 offset, qint64 len, std::stop_token stop)
{
    Request request;
    request.verb = verb;
    request.values
        = { run.toLatin1(), name.toLatin1(), number(offset), number(std::clamp(len, qint64(0), fetchBytes)) };
    const auto answer = send(request, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    const auto total = answer->number("total");
    const bool hasBytes = answer->value("out").has_value();
    const auto bytes = answer->decoded("out");
    if (!total || (hasBytes && !bytes) || (bytes && bytes->size() > fetchBytes))
        return notTheJob(name);
    return Piece{ bytes.value_or(QByteArray()), *total };
}

Result<QByteArray> GuestLink::fetchWhole(
    const QByteArray &verb, const QString &run, const QString &name, qint64 most, std::stop_token stop)
{
    QByteArray whole;
    int shortOnes = 0; // whoever gives a byte at a time would hold its worker for years
    for (;;) {
        const auto piece = askAgain(
            [&] { return fetchPiece(verb, run, name, whole.size(), fetchBytes, stop); }, uploadAttempts, stop, m_pause);
        if (!piece)
            return tl::make_unexpected(piece.error());
        if (piece->total > most || whole.size() + piece->bytes.size() > most)
            return fail(Kind::Failed, QStringLiteral("output-too-large"), phrase("output-too-large-said"), name);
        whole += piece->bytes;
        if (piece->bytes.isEmpty() || whole.size() >= piece->total)
            return whole;
        if (piece->bytes.size() < fetchBytes && ++shortOnes > mostShortPieces)
            return notTheJob(name);
    }
}

Result<QByteArray> GuestLink::fetchAll(const QString &run, const QString &job, qint64 most, std::stop_token stop)
{
    if (const QByteArray known = m_secrets.take(run + QLatin1Char('/') + job); !known.isEmpty() && known.size() <= most)
        return known;
    return fetchWhole("fetch", run, job, most, stop);
}

Result<RunReport> GuestLink::report(const QString &run, qint64 generation, std::stop_token stop)
{
    Request request;
    request.verb = "report";
    request.values = { run.toLatin1(), number(generation) };
    const auto answer = send(request, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return parseRunReport(*answer);
}

Result<QList<RunFolder>> GuestLink::runs(std::stop_token stop)
{
    Request request;
    request.verb = "runs";
    const auto answer = send(request, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return parseRuns(*answer);
}

Result<GuestLink::Request> GuestLink::noteRequest(
    const QString &run, const QString &name, const QByteArray &content) const
{
    const auto packed = gzip(content);
    if (!packed)
        return tl::make_unexpected(packed.error());
    if (packed->size() > largestNote)
        return fail(Kind::BadInput, QStringLiteral("too-large"), phrase("text-too-large"), name);
    Request request;
    request.verb = "note";
    request.values = { run.toLatin1(), (name + QStringLiteral(".gz")).toLatin1() };
    request.body = *packed;
    return request;
}

Done GuestLink::note(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop)
{
    const auto request = noteRequest(run, name, content);
    if (!request)
        return tl::make_unexpected(request.error());
    const auto answer = send(*request, stop);
    if (answer && answer->value("sha256") != sha256(request->body))
        return notTheJob(name);
    return doneFrom(answer);
}

Done GuestLink::leaveNote(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop)
{
    auto request = noteRequest(run, name, content);
    if (!request)
        return tl::make_unexpected(request.error());
    request->awaited = false;
    const auto answer = send(*request, stop);
    if (!answer && answer.error().code == QLatin1String("qm-still-running"))
        return {};
    return doneFrom(answer);
}

Result<QByteArray> GuestLink::readNote(const QString &run, const QString &name, qint64 most, std::stop_token stop)
{
    const auto packed = fetchWhole("read-note", run, name + QStringLiteral(".gz"), largestNote, stop);
    if (!packed)
        return packed;
    return gunzip(*packed, most);
}

Done GuestLink::pause(const QString &run, std::stop_token stop)
{
    Request request;
    request.verb = "pause";
    request.values = { run.toLatin1() };
    return doneFrom(send(request, stop));
}

Done GuestLink::cancel(const QString &run, std::stop_token stop)
{
    Request request;
    request.verb = "cancel";
    request.values = { run.toLatin1() };
    return doneFrom(send(request, stop));
}

} // namespace undock::remote
