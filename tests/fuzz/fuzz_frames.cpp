#include "fuzz.h"

#include "core/base/hash.h"
#include "core/node/guest_addresses.h"
#include "remote/guest/guest_answer.h"
#include "remote/guest/gzip.h"
#include "remote/guest/job_news.h"
#include "remote/node/holds.h"
#include "remote/node/lease.h"
#include "remote/node/node_answer.h"

using namespace undock;
using namespace undock::remote;

/// A payload as a guest may frame it: a forger's sums are right, too.
static QByteArray framed(const QByteArray &payload)
{
    return "UNDOCK1 0123456789abcdef ok " + QByteArray::number(payload.size()) + ' ' + sha256Hex(payload).toLatin1()
        + '\n' + payload + "UNDOCK1-END 0123456789abcdef\n";
}

// What frames the answers of guest and node, and what is written on a node for people.
void tryInput(const QByteArray &bytes)
{
    if (const auto answer = parseGuestAnswer(framed(bytes), "0123456789abcdef")) {
        require(!parseGuestAnswer(framed(bytes).chopped(1), "0123456789abcdef"));
        if (const auto news = parseJobNews(*answer)) {
            require(news->out.size() <= 512 * 1024 && news->facts.size() <= 512 * 1024 && news->also.size() <= 64);
            for (const JobNews &other : news->also)
                require(isFinal(other.state) && other.also.isEmpty());
        }
        if (const auto report = parseRunReport(*answer))
            require(report->jobs.size() <= 2000);
        if (const auto runs = parseRuns(*answer))
            require(runs->size() <= 10'000);
    }
    if (const auto answer = NodeAnswer::parse(bytes)) {
        require(bytes.endsWith("end\n"));
        for (const auto &[key, value] : answer->lines())
            require(!key.isEmpty() && !key.contains(' '));
    }
    const Hold hold = parseHold(bytes);
    const LeaseCard card = parseLeaseCard(bytes);
    for (const QString &text : { hold.run, hold.holder, hold.reason, card.run, card.holder, card.step, card.jobId }) {
        for (const QChar c : text)
            require(c.isPrint());
    }
    toJson(hold).dump();
    toJson(card).dump();
    if (const auto content = gunzip(bytes, 1024 * 1024))
        require(content->size() <= 1024 * 1024);
    parseGuestAddresses(bytes);
}
