#include "core/config/json_text.h"

#include "core/text/phrase.h"

#include <QSet>

#include <optional>
#include <vector>

namespace undock {

namespace {

constexpr qsizetype mostBytes = 8 * 1024 * 1024;
constexpr size_t mostDepth = 100;

Error refusal(const char *code, const QString &what, const QString &pointer, const QString &cure)
{
    return { Error::Kind::BadInput, QString::fromLatin1(code), what, pointer, cure };
}

/// Builds the value from the reader's events and watches what the library would let pass.
class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(const QByteArray &text)
        : m_text(text)
    {
    }

    Json root;
    std::optional<Error> error;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool string(string_t &value) override { return put(value); }
    bool binary(binary_t &) override { return false; }

    bool number_float(number_float_t value, const string_t &spelling) override
    {
        const QByteArray text = QByteArray::fromStdString(spelling);
        const bool isInteger = !text.contains('.') && !text.contains('e') && !text.contains('E');
        if (isInteger || !isFaithful(text, value))
            return refuse("json-number", phrase("json-digits"), phrase("cure-json-digits"));
        return put(value);
    }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &name) override
    {
        Frame &frame = m_stack.back();
        frame.key = name;
        const QByteArray bytes = QByteArray::fromStdString(name);
        if (frame.seen.contains(bytes))
            return refuse("json-duplicate-key", phrase("json-duplicate-key"), phrase("cure-leave-one-of-two"));
        frame.seen.insert(bytes);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const Json::exception &exception) override
    {
        const std::string reason = exception.what();
        if (reason.find("surrogate") != std::string::npos)
            return refuse("json-string",
                phrase("json-half-character", { { "place", place(position), PhraseValue::Kind::Said } }),
                phrase("cure-whole-character"));
        if (reason.find("UTF-8") != std::string::npos)
            return refuse("json-string",
                phrase("json-not-utf8", { { "place", place(position), PhraseValue::Kind::Said } }),
                phrase("cure-save-utf8"));
        if (exception.id == 406) // out of a double's range
            return refuse("json-number",
                phrase("json-number-large", { { "place", place(position), PhraseValue::Kind::Said } }),
                phrase("cure-smaller-number"));
        return refuse("json-syntax",
            phrase("json-syntax-at", { { "place", place(position), PhraseValue::Kind::Said } }),
            phrase("cure-correct-here"));
    }

private:
    struct Frame {
        Json *node;
        std::string key;
        QSet<QByteArray> seen;
    };

    Json *append(Json value)
    {
        if (m_stack.empty()) {
            root = std::move(value);
            return &root;
        }
        Frame &frame = m_stack.back();
        if (frame.node->is_array()) {
            frame.node->push_back(std::move(value));
            return &frame.node->back();
        }
        // Straight to the end: the ordered map would search for the key, and doubles are already excluded.
        auto &members = frame.node->get_ref<Json::object_t &>();
        static_cast<Json::object_t::Container &>(members).emplace_back(frame.key, std::move(value));
        return &members.back().second;
    }

    bool put(Json value)
    {
        append(std::move(value));
        return true;
    }

    bool open(Json value)
    {
        if (m_stack.size() >= mostDepth)
            return refuse("json-too-deep", phrase("json-too-deep"), phrase("cure-right-file"));
        m_stack.push_back({ append(std::move(value)), {}, {} });
        return true;
    }

    bool close()
    {
        m_stack.pop_back();
        return true;
    }

    bool refuse(const char *code, const QString &what, const QString &cure)
    {
        error = refusal(code, what, pointer(), cure);
        return false;
    }

    QString pointer() const
    {
        QString pointer;
        for (const Frame &frame : m_stack) {
            const bool last = &frame == &m_stack.back();
            if (frame.node->is_array())
                pointer = childPointer(pointer, QString::number(frame.node->size() - (last ? 0 : 1)));
            else if (!frame.key.empty() || !frame.seen.isEmpty())
                pointer = childPointer(pointer, QString::fromStdString(frame.key));
        }
        return pointer;
    }

    QString place(std::size_t position) const
    {
        const QByteArray before = m_text.left(static_cast<qsizetype>(position));
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n') - 1;
        return phrase("json-place", { { "line", line }, { "column", qMax<qsizetype>(column, 1) } });
    }

    const QByteArray &m_text;
    std::vector<Frame> m_stack;
};

} // namespace

QString childPointer(const QString &parent, const QString &key)
{
    QString escaped = key;
    escaped.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return parent + QLatin1Char('/') + escaped;
}

Result<Json> parseJsonText(const QByteArray &text)
{
    if (text.size() > mostBytes)
        return tl::make_unexpected(refusal("json-too-large", phrase("json-too-large"), {}, phrase("cure-right-file")));
    const QByteArray plain = text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text;
    Builder builder(plain);
    const bool read = Json::sax_parse(plain.begin(), plain.end(), &builder);
    if (builder.error)
        return tl::make_unexpected(*builder.error);
    if (!read)
        return tl::make_unexpected(refusal("json-syntax", phrase("json-syntax"), {}, phrase("cure-correct-file")));
    return std::move(builder.root);
}

} // namespace undock
