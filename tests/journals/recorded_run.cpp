#include "journals/recorded_run.h"

#include "core/journal/reader.h"

#include <QDir>
#include <QRegularExpression>

#include <functional>

using namespace undock;

namespace {

const QString folder = QStringLiteral(UNDOCK_SOURCE_DIR "/tests/samples/runs");

/// Every text in it through `change`.
void changeTexts(Json &value, const std::function<QString(const QString &)> &change)
{
    if (value.is_string()) {
        value = toStd(change(toQt(value.get<std::string>())));
    } else if (value.is_structured()) {
        for (Json &part : value)
            changeTexts(part, change);
    }
}

constexpr int portsOfAVm = 50;

int firstPortOf(int vmid)
{
    return 10000 + portsOfAVm * (vmid - 100);
}

bool isMoment(const QString &name, qint64 value)
{
    return name.endsWith(QLatin1String("_ms")) && value > 1'000'000'000'000;
}

} // namespace

QStringList RecordedRun::samples()
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QString RecordedRun::pathOf(const QString &sample)
{
    return folder + QLatin1Char('/') + sample + QStringLiteral("/journal.jsonl");
}

RecordedRun RecordedRun::named(const char *sample)
{
    const auto contents = readJournalFile(pathOf(QLatin1String(sample)));
    if (!contents)
        qFatal("no recorded run '%s': %s", sample, qPrintable(contents.error().what));
    if (contents->damage)
        qFatal("the recorded run '%s' is damaged in line %lld: %s", sample, contents->damage->line,
            qPrintable(contents->damage->what));
    RecordedRun run;
    run.m_events = contents->events;
    return run;
}

RecordedRun RecordedRun::first(size_t count) const
{
    RecordedRun shorter;
    shorter.m_events.assign(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(count));
    return shorter;
}

RecordedRun RecordedRun::whileAt(const char *step) const
{
    const QString job = QLatin1Char('-') + QLatin1String(step);
    for (size_t at = 0; at < m_events.size(); ++at) {
        if (m_events[at].is(event::end) && stringAt(m_events[at].data, "job").endsWith(job))
            return first(at);
    }
    qFatal("the recorded run never was at %s", step);
}

RecordedRun RecordedRun::afterStep(const char *step) const
{
    // What stood behind it in its chain and was passed over then is told right after it.
    size_t count = whileAt(step).m_events.size() + 1;
    while (count < m_events.size() && m_events[count].is(event::end)
        && stringAt(m_events[count].data, "state") == QLatin1String("skipped"))
        ++count;
    return first(count);
}

RecordedRun RecordedRun::after(const char *type, int which) const
{
    for (size_t at = 0; at < m_events.size(); ++at) {
        if (m_events[at].is(type) && --which == 0)
            return first(at + 1);
    }
    qFatal("the recorded run has too few events of the kind %s", type);
}

RecordedRun RecordedRun::onVm(int vmid, const QString &name) const
{
    const RunState before = state();
    const int old = before.vmid().toInt();
    const QString oldRun = before.run(), oldName = before.fact(u"hostname");
    const QString run = QString::number(vmid) + oldRun.mid(oldRun.indexOf(QLatin1Char('-')));
    static const QRegularExpression port(QStringLiteral("\\b[0-9]{5}\\b"));
    const auto change = [&](const QString &text) {
        QString changed;
        qsizetype done = 0;
        auto ports = port.globalMatch(text);
        while (ports.hasNext()) {
            const auto match = ports.next();
            const int offset = match.captured().toInt() - firstPortOf(old);
            if (offset < 0 || offset >= portsOfAVm)
                continue;
            changed += text.mid(done, match.capturedStart() - done) + QString::number(firstPortOf(vmid) + offset);
            done = match.capturedEnd();
        }
        changed += text.mid(done);
        changed.replace(oldRun, run)
            .replace(QStringLiteral("migrate-backup-%1-").arg(old), QStringLiteral("migrate-backup-%1-").arg(vmid))
            .replace(QStringLiteral("10.10.10.%1").arg(old - 90), QStringLiteral("10.10.10.%1").arg(vmid - 90));
        return oldName.isEmpty() ? changed : changed.replace(oldName, name);
    };
    RecordedRun other = *this;
    for (JournalEvent &event : other.m_events) {
        changeTexts(event.data, change);
        if (event.data.contains("vmid"))
            event.data["vmid"] = std::to_string(vmid);
        if (event.data.contains("params"))
            event.data["params"]["vmid"] = vmid;
        if (event.data.contains("values") && event.data["values"].contains("vmid"))
            event.data["values"]["vmid"] = std::to_string(vmid);
    }
    return other;
}

RecordedRun RecordedRun::endingAt(const QDateTime &moment) const
{
    const qint64 later = m_events.back().at.msecsTo(moment);
    RecordedRun other = *this;
    for (JournalEvent &event : other.m_events) {
        event.at = event.at.addMSecs(later);
        for (auto &[key, value] : event.data.items()) {
            if (value.is_number_integer() && isMoment(toQt(key), value.get<qint64>()))
                value = value.get<qint64>() + later;
        }
        if (!event.data.contains("facts"))
            continue;
        for (Json &fact : event.data["facts"]) {
            const qint64 value = toQt(fact[1].get<std::string>()).toLongLong();
            if (isMoment(toQt(fact[0].get<std::string>()), value))
                fact[1] = std::to_string(value + later);
        }
    }
    return other;
}

QString RecordedRun::jobAtWork() const
{
    const RunState now = state();
    for (const JobState &job : now.jobs()) {
        if (!job.ended)
            return job.job;
    }
    return {};
}
