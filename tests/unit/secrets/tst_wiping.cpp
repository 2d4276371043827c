// Passwords and passphrases are nowhere in the program's memory once nobody needs them.
#include "cli/console_posix.cpp"
#include "cli/terminal_prompter.cpp"
#include "core/base/wipe.h"
#include "engine/run/connection.h"
#include "secrets/session_store.h"
#include "unit/support/sought_secret.h"

#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>

using namespace undock;
using namespace undock::secrets;

namespace {

const QString key = QStringLiteral("openclaw-undock/password/root@192.0.2.1");

/// Types the password, whatever is asked.
class Typist : public Prompter {
public:
    explicit Typist(const SoughtSecret &secret)
        : m_secret(secret)
    {
    }
    bool trustHost(const QString &, const QString &) override { return true; }
    std::optional<QString> secret(const SecretPrompt &) override { return m_secret.text(); }

private:
    const SoughtSecret &m_secret;
};

} // namespace

class WipingTest : public QObject {
    Q_OBJECT

    SoughtSecret m_secret{ QRandomGenerator::global()->bounded(1000u) };

private Q_SLOTS:
    /// The search itself: what is held is found, in either form, and found no more once it was wiped.
    void what_is_held_is_found()
    {
        QCOMPARE(m_secret.timesInMemory(), 0);
        QString text = m_secret.text();
        QVERIFY(m_secret.timesInMemory() > 0);
        wipe(text);
        QCOMPARE(m_secret.timesInMemory(), 0);
        QByteArray bytes = m_secret.bytes();
        QVERIFY(m_secret.timesInMemory() > 0);
        wipe(bytes);
        QCOMPARE(m_secret.timesInMemory(), 0);
    }

    void what_others_share_is_wiped_only_where_they_are_through_with_it()
    {
        QByteArray mine = m_secret.bytes();
        QByteArray other = mine;
        wipe(mine);
        QVERIFY(m_secret.timesInMemory() > 0);
        QByteArray last = other;
        wipeForAll(last);
        QCOMPARE(m_secret.timesInMemory(), 0);
        other.clear();
    }

    void the_store_until_quit_leaves_none()
    {
        const auto put = [&](SessionStore &store) {
            QByteArray mine = m_secret.bytes();
            store.store(key, mine, [](const Done &) {});
            wipe(mine);
            QVERIFY(m_secret.timesInMemory() > 0);
        };
        {
            SessionStore store;
            put(store);
            store.store(key, "another", [](const Done &) {});
            QCOMPARE(m_secret.timesInMemory(), 0);
            put(store);
            store.remove(key, [](const Done &) {});
            QCOMPARE(m_secret.timesInMemory(), 0);
            put(store);
            bool given = false;
            store.fetch(key, [&](Result<std::optional<QByteArray>> found) {
                given = found && *found;
                if (given)
                    wipe(**found); // as whoever asked for it does
            });
            QVERIFY(given);
            QVERIFY(m_secret.timesInMemory() > 0);
        }
        QCOMPARE(m_secret.timesInMemory(), 0);
    }

    void a_connection_leaves_none()
    {
        Typist person(m_secret);
        {
            Connection connection(
                *NodeTarget::parse(QStringLiteral("root@192.0.2.1")), *Vmid::parse(QStringLiteral("101")), {}, person);
            remote::Prompter &bridge = connection.sshPrompter();
            for (int attempt = 1; attempt <= 2; ++attempt) {
                auto password = bridge.password(QStringLiteral("root@192.0.2.1"), attempt);
                auto phrase = bridge.passphrase(QStringLiteral("/key"), attempt);
                auto answers = bridge.keyboardInteractive(
                    QStringLiteral("root@192.0.2.1"), {}, {}, { { QStringLiteral("code"), false } });
                QVERIFY(password && phrase && answers);
                // As the login does with what it is given.
                wipe(*password);
                wipe(*phrase);
                wipe(answers->first());
            }
            // For a link that breaks: one of each, and no answer to a question.
            QVERIFY(m_secret.timesInMemory() > 0);
        }
        QCOMPARE(m_secret.timesInMemory(), 0);
    }

    void the_terminal_leaves_none()
    {
        const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
        const QByteArray name = ::ptsname(master);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            // Its own terminal, whose first words say that it is read from.
            ::setsid();
            const int slave = ::open(name.constData(), O_RDWR); // NOLINT(cppcoreguidelines-pro-type-vararg)
            if (slave < 0)
                ::_exit(100);
            auto answer = cli::TerminalPrompter().secret(SecretPrompt::password(QStringLiteral("root@192.0.2.1")));
            QString expected = m_secret.text();
            if (!answer || *answer != expected)
                ::_exit(101);
            wipe(expected);
            wipe(*answer);
            ::_exit(std::min(m_secret.timesInMemory(), 99));
        }
        QByteArray said;
        char c = 0;
        while (!said.endsWith(": ") && ::read(master, &c, 1) == 1)
            said += c;
        const QByteArray line = m_secret.bytes() + '\n';
        QCOMPARE(::write(master, line.constData(), size_t(line.size())), ssize_t(line.size()));
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::close(master);
        QVERIFY2(WIFEXITED(status), "the child did not come to its end");
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(WipingTest)
#include "tst_wiping.moc"
