#include "core/config/docker_addresses.h"

#include "core/config/json_text.h"
#include "core/steps/facts.h"
#include "core/text/phrase.h"

#include <QRegularExpression>

namespace undock {

AddressChanges addressChanges(const Facts &scan)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^([A-Za-z0-9_.\-]{1,253}(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](?::[0-9]{1,5})?) ((?:[0-9.]{7,15}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?)$)"));
    AddressChanges changes;
    for (const auto &[key, value] : scan.pairs()) {
        if (key != QLatin1String("address"))
            continue;
        const auto match = form.match(value);
        if (match.hasMatch())
            changes.emplace_back(match.captured(1), match.captured(2));
    }
    return changes;
}

namespace config {

namespace {

bool namesOthers(const QString &pointer)
{
    for (const char *place :
        { "/gateway/controlUi/allowedOrigins", "/gateway/remote/url", "/gateway/trustedProxies", "/meta/" }) {
        if (pointer.startsWith(QLatin1String(place)))
            return true;
    }
    return false;
}

class AddressRewriter {
public:
    explicit AddressRewriter(const AddressChanges &changes)
    {
        for (const auto &[old, direct] : changes) {
            // A bare host is an address only behind "//"; with a port it may be the whole text.
            const bool port = QRegularExpression(QStringLiteral(":[0-9]+$")).match(old).hasMatch();
            const QString before
                = port ? QStringLiteral(R"((^|//(?:[^/@\s]*@)?))") : QStringLiteral(R"((//(?:[^/@\s]*@)?))");
            m_rules.push_back(
                { QRegularExpression(before + QRegularExpression::escape(old) + QStringLiteral(R"((?=[/?#,;\s"']|$))"),
                      QRegularExpression::CaseInsensitiveOption),
                    direct });
        }
    }

    QStringList notes;

    void walk(Json &value, const QString &pointer)
    {
        if (value.is_object()) {
            for (auto &[name, member] : value.get_ref<Json::object_t &>())
                walk(member, childPointer(pointer, toQt(name)));
        } else if (value.is_array()) {
            int index = 0;
            for (Json &item : value)
                walk(item, childPointer(pointer, QString::number(index++)));
        } else if (value.is_string() && !namesOthers(pointer)) {
            rewrite(value, pointer);
        }
    }

private:
    struct Rule {
        QRegularExpression old;
        QString direct;
    };

    void rewrite(Json &value, const QString &pointer)
    {
        QString text = toQt(value.get_ref<const std::string &>());
        for (const Rule &rule : m_rules) {
            const QString before = text;
            text.replace(rule.old, QStringLiteral("\\1") + rule.direct);
            if (text != before)
                notes += QStringLiteral("address-direct ")
                    + phrase("address-direct", { { "pointer", pointer }, { "address", rule.direct } });
        }
        if (text != toQt(value.get_ref<const std::string &>()))
            value = toStd(text);
    }

    std::vector<Rule> m_rules;
};

} // namespace

QStringList rewriteAddresses(Json &config, const AddressChanges &changes)
{
    AddressRewriter rewriter(changes);
    if (!changes.empty())
        rewriter.walk(config, {});
    return rewriter.notes;
}

} // namespace config

} // namespace undock
