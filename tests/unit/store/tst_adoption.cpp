#include "core/journal/writer.h"
#include "engine/run/adopt.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;

namespace {

const QString run = QStringLiteral("101-20260220-093000-abcd");

RunParameters asked(const QMap<QString, QString> &more = {})
{
    QMap<QString, QString> fields{ { QStringLiteral("vmid"), QStringLiteral("101") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("lin") } };
    for (auto field = more.cbegin(); field != more.cend(); ++field)
        fields.insert(field.key(), field.value());
    return *makeRunParameters(fields);
}

} // namespace

/// The journal in a guest is the guest's word: what of it is held against what was asked for.
class AdoptionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QByteArray copyOf(const RunParameters &planned, const QString &of = run)
    {
        const QString path = m_folder.filePath(QString::number(++m_count));
        auto writer = JournalWriter::open(path);
        if (!writer)
            return {};
        const Done made = (*writer)->append(event::runCreated,
            { { "run", toStd(of) }, { "vmid", toStd(planned.vmid.toString()) },
                { "node", toStd(planned.node.toString()) }, { "params", toJson(planned) } });
        QFile file(path);
        return made && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void what_was_planned_as_it_would_be_here_is_taken()
    {
        QString differences = QStringLiteral("x");
        QVERIFY(checkAdopted(copyOf(asked()), run, asked(), differences));
        QCOMPARE(differences, QString());
    }

    void the_run_the_vm_and_the_node_are_those_that_were_asked_for()
    {
        QString differences;
        const auto refusedAt = [&](const QByteArray &journal, const RunParameters &wanted) {
            const Done fits = checkAdopted(journal, run, wanted, differences);
            return fits ? QString() : fits.error().where;
        };
        QCOMPARE(
            refusedAt(copyOf(asked(), QStringLiteral("101-20260220-093000-0000")), asked()), QStringLiteral("run"));
        QCOMPARE(refusedAt(copyOf(asked()), asked({ { QStringLiteral("vmid"), QStringLiteral("102") } })),
            QStringLiteral("vmid"));
        QCOMPARE(refusedAt(copyOf(asked()), asked({ { QStringLiteral("node"), QStringLiteral("root@192.0.2.2") } })),
            QStringLiteral("node"));
        QCOMPARE(refusedAt({}, asked()), QStringLiteral("run-created"));
    }

    void other_sources_are_told_field_by_field()
    {
        QString differences;
        const QByteArray journal
            = copyOf(asked({ { QStringLiteral("installer_url"), QStringLiteral("http://192.0.2.66/i") },
                { QStringLiteral("npm_registry"), QStringLiteral("https://192.0.2.66") },
                { QStringLiteral("panel_repo"), QStringLiteral("evil/panel") },
                { QStringLiteral("panel_tag"), QStringLiteral("v9") },
                { QStringLiteral("order"), QStringLiteral("early") } }));
        QVERIFY(checkAdopted(journal, run, asked(), differences));
        QStringList fields;
        for (const QString &line : differences.split(QLatin1Char('\n')))
            fields << line.section(QLatin1Char(':'), 0, 0);
        QCOMPARE(fields,
            (QStringList{ QStringLiteral("installer_url"), QStringLiteral("npm_registry"), QStringLiteral("panel_tag"),
                QStringLiteral("panel_repo") }));
        QVERIFY(differences.contains(QStringLiteral("http://192.0.2.66/i (plain http)")));
    }
};

QTEST_GUILESS_MAIN(AdoptionTest)
#include "tst_adoption.moc"
