#include "core/record/special_problem.h"

#include <QRegularExpression>

namespace undock {

SpecialProblem parseSpecialProblem(const QString &text)
{
    static const QRegularExpression label(
        QStringLiteral("^\\s*(现象|原因|处理|防复发(?:建议)?|symptom|cause|handling|prevention)\\s*[:：]\\s*(.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression arrow(QStringLiteral("\\s*(?:→|->)\\s*"));
    SpecialProblem problem;
    QString *part = &problem.symptom;
    bool labelled = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const auto match = label.match(line);
        if (match.hasMatch()) {
            labelled = true;
            const QString name = match.captured(1).toLower();
            part = name == QStringLiteral("现象") || name == QLatin1String("symptom") ? &problem.symptom
                : name == QStringLiteral("原因") || name == QLatin1String("cause")    ? &problem.cause
                : name == QStringLiteral("处理") || name == QLatin1String("handling") ? &problem.handling
                                                                                      : &problem.prevention;
        }
        const QString more = match.hasMatch() ? match.captured(2) : line.trimmed();
        if (!more.isEmpty())
            *part += (part->isEmpty() ? QString() : QStringLiteral(" ")) + more;
    }
    if (labelled)
        return problem;
    const QStringList parts = problem.symptom.split(arrow);
    if (parts.size() < 2)
        return problem;
    return { parts[0], parts[1], parts.value(2), parts.mid(3).join(QStringLiteral(" → ")) };
}

} // namespace undock
