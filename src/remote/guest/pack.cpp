#include "remote/guest/pack.h"

#include "core/text/phrase.h"
#include "remote/guest/archive_sink.h"

#include <QRegularExpression>

#include <archive_entry.h>

namespace undock::remote {
namespace {

using EntryPointer = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;
using Kind = Error::Kind;

constexpr qint64 largestPack = 32 * 1024 * 1024;

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

/// A space ends a name in these lists, so none may hold one.
QByteArray words(const QStringList &list)
{
    return list.join(QLatin1Char(' ')).toUtf8() + '\n';
}

Done check(const JobSpec &job)
{
    const auto bad
        = [&](const QString &what) { return fail(Kind::BadInput, QStringLiteral("bad-job"), what, job.step); };
    if (job.number < 1 || job.number > 999 || !matches(job.step, "[a-z]-[a-z0-9-]{1,48}"))
        return bad(phrase("job-name-malformed"));
    if (job.script.isEmpty() || job.timeLimitSeconds < 1)
        return bad(phrase("job-incomplete"));
    for (const QString &name : job.params.keys() + job.secretParams)
        if (!matches(name, "[A-Za-z0-9_]{1,64}"))
            return bad(phrase("job-value-malformed"));
    for (const QString &name : job.needsFacts + job.acceptedWarnings)
        if (!matches(name, "[A-Za-z0-9._-]{1,64}"))
            return bad(phrase("job-fact-malformed"));
    return {};
}

void addJob(Pack &pack, const JobSpec &job)
{
    const QString folder = QStringLiteral("jobs/") + job.name() + QLatin1Char('/');
    pack.add(folder + QStringLiteral("script"), job.script);
    pack.add(folder + QStringLiteral("time-limit"), QByteArray::number(job.timeLimitSeconds) + '\n');
    pack.add(folder + QStringLiteral("effect"), job.effect + '\n');
    pack.add(folder + QStringLiteral("secret-output"), job.secretOutput ? "yes\n" : "no\n");
    pack.add(folder + QStringLiteral("secret-params"), words(job.secretParams));
    pack.add(folder + QStringLiteral("needs-facts"), words(job.needsFacts));
    pack.add(folder + QStringLiteral("accepted-warnings"),
        job.acceptedWarnings.isEmpty() ? QByteArray() : job.acceptedWarnings.join(QLatin1Char('\n')).toUtf8() + '\n');
    for (auto param = job.params.cbegin(); param != job.params.cend(); ++param)
        pack.add(folder + QStringLiteral("params/") + param.key(), param.value());
}

} // namespace

void Pack::add(const QString &path, const QByteArray &content, bool executable)
{
    m_files.insert(path, { content, executable });
}

Result<QByteArray> Pack::bytes() const
{
    ArchiveSink sink(ArchiveSink::Form::Tar);
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        const EntryPointer entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), file.key().toUtf8().constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), file->executable ? 0700 : 0600);
        archive_entry_set_size(entry.get(), file->content.size());
        if (archive_write_header(sink.get(), entry.get()) != ARCHIVE_OK
            || archive_write_data(sink.get(), file->content.constData(), size_t(file->content.size()))
                != file->content.size())
            return packFailed(sink.get());
    }
    return sink.finish();
}

QString JobSpec::name() const
{
    return QStringLiteral("%1-%2").arg(number, 2, 10, QLatin1Char('0')).arg(step);
}

Result<Pack> packOf(const Chain &chain)
{
    if (chain.jobs.isEmpty() || !matches(chain.run, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"))
        return fail(Kind::BadInput, QStringLiteral("bad-job"), phrase("chain-malformed"), chain.run);
    Pack pack;
    qint64 size = 0;
    int last = 0;
    for (const JobSpec &job : chain.jobs) {
        if (auto done = check(job); !done)
            return tl::make_unexpected(done.error());
        if (job.number <= last)
            return fail(Kind::BadInput, QStringLiteral("bad-job"), phrase("chain-out-of-order"), job.step);
        last = job.number;
        addJob(pack, job);
    }
    for (const Pack::File &file : pack.files())
        size += file.content.size();
    if (size > largestPack)
        return fail(Kind::BadInput, QStringLiteral("too-large"), phrase("values-too-large"), chain.run);
    return pack;
}

} // namespace undock::remote
