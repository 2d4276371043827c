#include "engine/records/bundle_form.h"

#include "core/record/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

const QString madeLine = QStringLiteral("Made: ");

} // namespace

QString bundle::signatureName(int number)
{
    return number > 1 ? QStringLiteral("%1.%2.sig").arg(index).arg(number) : index + QStringLiteral(".sig");
}

bool bundle::isSignature(const QString &path)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("SHA256SUMS(\\.[2-9])?\\.sig")));
    return pattern.match(path).hasMatch();
}

QByteArray bundleIndex(const std::vector<EvidenceFile> &files)
{
    std::vector<EvidenceFile> listed;
    for (const EvidenceFile &file : files) {
        if (file.path != bundle::index && !bundle::isSignature(file.path))
            listed.push_back(file);
    }
    std::sort(
        listed.begin(), listed.end(), [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    return evidenceIndex(listed);
}

QByteArray bundleReadme(const QString &run, const QString &language, const QDateTime &made)
{
    const Words t(language);
    const QString text = t("OpenClaw Undock 证据包\n\n运行：", "An evidence bundle of OpenClaw Undock\n\nRun: ") + run
        + QLatin1Char('\n') + madeLine + made.toUTC().toString(Qt::ISODate)
        + t("\n\n"
            "record.md、record.html 是迁移记录，evidence/ 是执行日志和每一步的脚本、输出与结果。\n\n"
            "用本程序核对（加上 --allowed-signers 还核对是谁签的）：\n"
            "    openclaw-undock-cli record verify --bundle 本文件.zip --allowed-signers 签名人文件\n"
            "不用本程序，解开后：\n"
            "    sha256sum -c SHA256SUMS\n"
            "    ssh-keygen -Y verify -n openclaw-undock -f 签名人文件 -I 签名人 -s SHA256SUMS.sig < SHA256SUMS\n"
            "记录里“证据文件索引”的 sha256：\n"
            "    sed -n 's,^\\([0-9a-f]*  \\)evidence/,\\1,p' SHA256SUMS | sha256sum\n\n"
            "签名证明：持有这把密钥的人签过这份索引，此后包里的文件没有变。\n"
            "签名不证明：\n"
            "- 什么时候签的：签名里没有时间，上面的时间是制作证据包的电脑自己写的；\n"
            "- 用这把密钥的是不是本人；\n"
            "- 执行日志写的就是小鸡里发生的：它是做迁移的电脑记下的，签名之前的改动看不出来；\n"
            "- 这台小鸡没有别的运行。\n",
            "\n\n"
            "record.md and record.html are the record of the migration; evidence/ holds the journal and each step's\n"
            "script, output and result.\n\n"
            "To prove it with this program (with --allowed-signers also who signed it):\n"
            "    openclaw-undock-cli record verify --bundle THIS.zip --allowed-signers FILE\n"
            "Without it, where the bundle was unpacked:\n"
            "    sha256sum -c SHA256SUMS\n"
            "    ssh-keygen -Y verify -n openclaw-undock -f ALLOWED_SIGNERS -I WHO -s SHA256SUMS.sig < SHA256SUMS\n"
            "The record's \"index of the evidence files\" is the sum of:\n"
            "    sed -n 's,^\\([0-9a-f]*  \\)evidence/,\\1,p' SHA256SUMS | sha256sum\n\n"
            "A signature proves that whoever has the key signed this index, and that no file has changed since.\n"
            "It does not prove:\n"
            "- when it was signed: there is no time in it, and the time above was written by the desk that made the\n"
            "  bundle;\n"
            "- that it was the key's owner who used it;\n"
            "- that the journal tells what happened in the VM: the desk wrote it, and what was changed before the\n"
            "  signature does not show;\n"
            "- that there was no other run of this VM.\n");
    return text.toUtf8();
}

QDateTime bundleMadeAt(const QByteArray &readme)
{
    for (const QByteArray &line : readme.left(4096).split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (text.startsWith(madeLine))
            return QDateTime::fromString(text.mid(madeLine.size()).trimmed(), Qt::ISODate);
    }
    return {};
}

} // namespace undock
