#include "engine/run/output_data.h"

namespace undock {

Json outputData(const QString &job, qint64 offset, const QByteArray &bytes, const Redactor &redactor)
{
    Json data = { { "job", toStd(job) }, { "offset", offset }, { "bytes", bytes.size() } };
    // Redacted before it is encoded: nobody sees a secret in base64. Readable where it is text; exact in any case.
    const QByteArray shown = redactor.redact(bytes);
    if (QString::fromUtf8(shown).toUtf8() == shown)
        data["text"] = shown.toStdString();
    else
        data["base64"] = shown.toBase64().toStdString();
    return data;
}

} // namespace undock
