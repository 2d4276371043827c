#include "remote/node/lease.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "remote/guest/guest_answer.h"
#include "remote/node/card_text.h"

namespace undock::remote {
namespace {

using namespace std::chrono_literals;

LeaseJob jobOf(const QString &word)
{
    if (word == QLatin1String("none") || word.isEmpty())
        return LeaseJob::None;
    if (word == QLatin1String("finished"))
        return LeaseJob::Finished;
    if (word == QLatin1String("overdue"))
        return LeaseJob::Overdue;
    // What cannot be read does not count as over.
    return word == QLatin1String("unfinished") ? LeaseJob::Unfinished : LeaseJob::Unknown;
}

} // namespace

QString nameOf(LeaseJob job)
{
    switch (job) {
    case LeaseJob::None:
        return QStringLiteral("none");
    case LeaseJob::Unfinished:
        return QStringLiteral("unfinished");
    case LeaseJob::Unknown:
        return QStringLiteral("unknown");
    case LeaseJob::Overdue:
        return QStringLiteral("overdue");
    case LeaseJob::Finished:
        break;
    }
    return QStringLiteral("finished");
}

LeaseCard parseLeaseCard(const QByteArray &text)
{
    const CardText values(text);
    LeaseCard card;
    card.vmid = values.value(keyOf(Field::Vmid)).toInt();
    card.run = values.value("run");
    card.holder = values.value("holder");
    card.host = values.value("host");
    card.program = values.value("program");
    card.since = values.value("since");
    card.step = values.value("step");
    if (card.step == QLatin1String("-"))
        card.step.clear();
    const QString job = values.value("job");
    card.job = jobOf(job.section(u' ', 0, 0));
    card.jobId = job.section(u' ', 1, 1); // behind it: how long it may take, for the node
    card.generation = values.value("generation").toLongLong();
    return card;
}

nlohmann::ordered_json toJson(const LeaseCard &card)
{
    return {
        { keyOf(Field::Vmid), card.vmid },
        { "run", card.run.toStdString() },
        { "holder", card.holder.toStdString() },
        { "host", card.host.toStdString() },
        { "program", card.program.toStdString() },
        { "since", card.since.toStdString() },
        { "step", card.step.toStdString() },
        { "job", nameOf(card.job).toStdString() },
        { "jobId", card.jobId.toStdString() },
        { "generation", card.generation },
        { "live", card.live },
        { "seenSecondsAgo", card.seenSecondsAgo },
        { "slot", card.occupiesSlot() },
    };
}

Result<QList<LeaseCard>> leases(NodeShell &shell, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("lease"), { "list" }, {}, 30s, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    QList<LeaseCard> list;
    for (const QByteArray &line : answer->all("card")) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3)
            return fail(Error::Kind::Unknown, QStringLiteral("node-answer-broken"), phrase("leases-malformed"),
                nameOf(Field::Node));
        LeaseCard card = parseLeaseCard(strictBase64(parts[2]).value_or(QByteArray()));
        card.live = parts[0] == "1";
        card.seenSecondsAgo = parts[1].toLongLong();
        list << card;
    }
    return list;
}

Done overrideLease(NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("lease"),
        { "override", QByteArray::number(vmid.value()), holder.toUtf8(), reason.toUtf8() }, {}, 40s, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

} // namespace undock::remote
