#include "core/params/run_parameters.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace undock;

// 100,000 values from a fixed seed (UNDOCK_FUZZ_CASES for another number): parts that break shells, paths, HTTP and
// terminals, valid values, and mutations of both. Each goes into every field.
// What is accepted must match a grammar written a second time, as a pattern.

static int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("UNDOCK_FUZZ_CASES");
    return wanted > 0 ? wanted : 100'000;
}

static const QStringList &fragments()
{
    static const QStringList list{ QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("`id`"),
        QStringLiteral("$(id)"), QStringLiteral("${IFS}"), QStringLiteral(";"), QStringLiteral("&&"),
        QStringLiteral("|"), QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\t"), QStringLiteral(" "),
        QStringLiteral("-"), QStringLiteral("--"), QStringLiteral("-oProxyCommand=id"), QStringLiteral("../"),
        QStringLiteral("/.."), QStringLiteral(".."), QStringLiteral("/"), QStringLiteral("\\"), QStringLiteral("%0a"),
        QStringLiteral("%2e%2e"), QStringLiteral("%s"), QStringLiteral("*"), QStringLiteral("?"), QStringLiteral("~"),
        QStringLiteral("#"), QStringLiteral("<"), QStringLiteral(">"), QStringLiteral("\u4e2d"),
        QStringLiteral("\uff11"), QStringLiteral("\u0661"), QStringLiteral("\u202e"), QStringLiteral("\u200b"),
        QStringLiteral("\u2028"), QStringLiteral("\u00ad"), QStringLiteral("\ufeff"), QStringLiteral("\u0130"),
        QStringLiteral("\u212a"), QStringLiteral("\x1b[31m"), QStringLiteral("\x7f"), QString(QChar(0)),
        QString(QChar(0xd800)), QString(QChar(0xdc00)), QString::fromUtf8("😀"), QStringLiteral("@"),
        QStringLiteral(":"), QStringLiteral("["), QStringLiteral("]"), QStringLiteral("."), QStringLiteral("0"),
        QStringLiteral("1"), QStringLiteral("99"), QStringLiteral("65536"), QStringLiteral("a"), QStringLiteral("root"),
        QStringLiteral("https://"), QStringLiteral("http://"), QStringLiteral(".git"), QStringLiteral(".lock"),
        QStringLiteral("+"), QStringLiteral("="), QStringLiteral(","), QStringLiteral("{}"), QStringLiteral("!") };
    return list;
}

static const QStringList &validValues()
{
    static const QStringList list{ QStringLiteral("102"), QStringLiteral("10.10.10.11"),
        QStringLiteral("root@192.0.2.10"), QStringLiteral("root@[2001:db8::1]:2222"), QStringLiteral("v2026.02.20-r4"),
        QStringLiteral("Bianshumeng/openclaw-panel-public"), QStringLiteral("same"), QStringLiteral("2026.2.19-beta.1"),
        QStringLiteral("local"), QStringLiteral("early"), QStringLiteral("https://openclaw.ai/install.sh"),
        QStringLiteral("http://[::1]:8080/a/b"), QStringLiteral("Li Lei") };
    return list;
}

static const QMap<QString, QRegularExpression> &strictGrammar()
{
    const auto pattern = [](const char *text) {
        return QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QString::fromLatin1(text)),
            QRegularExpression::UseUnicodePropertiesOption);
    };
    static const char octet[] = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    static const QByteArray ipv4 = QByteArray(octet) + "(?:\\." + octet + "){3}";
    static const QByteArray label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    static const QByteArray host
        = "(?:" + ipv4 + "|(?:" + label + "\\.)*(?=[0-9-]*[A-Za-z])" + label + "|\\[[0-9A-Fa-f:.]{2,45}\\])";
    static const QByteArray port = "(?::[1-9][0-9]{0,4})?";
    static const QByteArray pathChar = "(?:[A-Za-z0-9._~+@:,=-]|%[2-7][0-9A-Fa-f]|%[89A-Fa-f][0-9A-Fa-f])";
    static const QMap<QString, QRegularExpression> grammar{
        { QStringLiteral("vmid"), pattern("[1-9][0-9]{2,8}") },
        { QStringLiteral("ip"), pattern(ipv4) },
        { QStringLiteral("node"), pattern("[A-Za-z0-9_][A-Za-z0-9_.-]{0,31}@" + host + port) },
        { QStringLiteral("panel_tag"),
            pattern("(?!.*\\.\\.)(?!.*\\.lock\\z)[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?<!\\.)") },
        { QStringLiteral("panel_repo"),
            pattern("[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}/(?!\\.{1,2}\\z)[A-Za-z0-9._][A-Za-z0-9._-]{0,99}(?<!\\.git)") },
        { QStringLiteral("openclaw_version"),
            pattern("same|latest|(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)){2}"
                    "(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?") },
        { QStringLiteral("gateway_mode"), pattern("local|remote") },
        { QStringLiteral("order"), pattern("procedure|early") },
        { QStringLiteral("steady_seconds"), pattern("[4-9]|[1-9][0-9]|[12][0-9]{2}|300") },
        { QStringLiteral("least_free_mib"), pattern("6[4-9]|[7-9][0-9]|[1-9][0-9]{2,6}") },
        { QStringLiteral("installer_url"),
            pattern("[Hh][Tt][Tt][Pp][Ss]?://" + host + port + "(?:/" + pathChar + "*)*") },
        { QStringLiteral("operator"), pattern("(?!-)[^\\p{C}\\p{Zl}\\p{Zp}]{1,100}") },
    };
    return grammar;
}

class HostileParameters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_accepted_matches_the_strict_grammar();

private:
    QString value();
    QString mutated(QString text);
    template <class List> const auto &any(const List &list)
    {
        return list[static_cast<qsizetype>(m_random() % static_cast<quint32>(list.size()))];
    }
    std::mt19937 m_random{ 20260220 };
};

QString HostileParameters::mutated(QString text)
{
    const auto at = static_cast<qsizetype>(m_random() % static_cast<quint32>(text.size() + 1));
    switch (m_random() % 4) {
    case 0:
        return text.insert(at, any(fragments()));
    case 1:
        return text.remove(at, 1);
    case 2:
        return text.replace(at, 1, QChar(static_cast<char16_t>(m_random() % 0x300)));
    default:
        return text.left(at) + any(validValues());
    }
}

QString HostileParameters::value()
{
    if (m_random() % 3 == 0) {
        QString text;
        for (auto parts = 1 + m_random() % 5; parts > 0; --parts)
            text += any(fragments());
        return text;
    }
    QString text = any(validValues());
    for (auto changes = m_random() % 3; changes > 0; --changes)
        text = mutated(text);
    return text;
}

void HostileParameters::what_is_accepted_matches_the_strict_grammar()
{
    const auto &grammar = strictGrammar();
    const QStringList fields = grammar.keys();
    QMap<QString, int> accepted;
    QMap<QString, int> refused;
    for (int round = 0; round < rounds(); ++round) {
        const QString text = value();
        QMap<QString, QString> given;
        for (const QString &field : fields)
            given[field] = text;
        const auto made = makeRunParameters(given);
        QStringList bad;
        if (!made) {
            for (const Error &error : made.error()) {
                QCOMPARE(error.kind, Error::Kind::BadInput);
                bad += error.where;
            }
        }
        for (const QString &field : fields) {
            if (text.isEmpty() || bad.contains(field)) {
                ++refused[field];
                continue;
            }
            ++accepted[field];
            const QString checked = field == QLatin1String("operator") ? text.trimmed() : text;
            QVERIFY2(grammar[field].match(checked).hasMatch(),
                qPrintable(
                    field + QStringLiteral(" accepted ") + QString::fromLatin1(text.toUtf8().toPercentEncoding())));
        }
    }
    // A test in which nothing is accepted, or nothing refused, would prove nothing.
    for (const QString &field : fields) {
        QVERIFY2(accepted[field] > 100, qPrintable(field));
        QVERIFY2(refused[field] > 1000, qPrintable(field));
    }
}

QTEST_APPLESS_MAIN(HostileParameters)
#include "tst_hostile_parameters.moc"
