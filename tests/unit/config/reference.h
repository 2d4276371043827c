#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

#include <optional>

/// Runs reference.py once over many cases: starting Python costs more than the work.
class Reference {
public:
    qsizetype add(const char *kind, const QByteArray &text, const char *repo = "")
    {
        m_cases.push_back({ { "kind", kind }, { "text", text.toBase64().toStdString() }, { "repo", repo } });
        return static_cast<qsizetype>(m_cases.size()) - 1;
    }

    /// False when there is no Python on this machine or it failed.
    bool run()
    {
        QProcess python;
        python.start(
            QStringLiteral("python3"), { QStringLiteral(UNDOCK_SOURCE_DIR "/tests/unit/config/reference.py") });
        if (!python.waitForStarted())
            return false;
        python.write(QByteArray::fromStdString(m_cases.dump()));
        python.closeWriteChannel();
        if (!python.waitForFinished(120'000) || python.exitCode() != 0)
            return false;
        const auto answers = nlohmann::json::parse(python.readAllStandardOutput().toStdString());
        for (const auto &answer : answers) {
            if (answer.is_null())
                m_results.append(std::nullopt);
            else
                m_results.append(QByteArray::fromBase64(QByteArray::fromStdString(answer.get<std::string>())));
        }
        return m_results.size() == static_cast<qsizetype>(m_cases.size());
    }

    const std::optional<QByteArray> &at(qsizetype index) const { return m_results[index]; }

private:
    nlohmann::json m_cases = nlohmann::json::array();
    QList<std::optional<QByteArray>> m_results;
};
