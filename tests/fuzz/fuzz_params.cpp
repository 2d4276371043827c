#include "fuzz.h"

#include "core/params/run_parameters.h"

using namespace undock;

// A value that every check lets pass comes back the same from its own text.
void tryInput(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    for (const QString &field : runParameterFields()) {
        QMap<QString, QString> fields{ { QStringLiteral("vmid"), QStringLiteral("102") },
            { QStringLiteral("node"), QStringLiteral("root@192.0.2.10") },
            { QStringLiteral("operator"), QStringLiteral("x") } };
        fields[field] = text;
        if (const auto made = makeRunParameters(fields)) {
            const auto again = makeRunParameters(toFields(*made));
            require(again && *again == *made);
            require(*runParametersFromJson(toJson(*made)) == *made);
        }
    }
}
