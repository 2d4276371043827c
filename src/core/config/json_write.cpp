#include "core/config/json_text.h"

namespace undock {

namespace {

void writeString(QByteArray &out, const std::string &text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\b':
            out += "\\b";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u" + QByteArray::number(static_cast<int>(c), 16).rightJustified(4, '0');
            else
                out += c;
        }
    }
    out += '"';
}

void write(QByteArray &out, const Json &value, int depth);

void indent(QByteArray &out, int depth)
{
    out += '\n' + QByteArray(2 * depth, ' ');
}

void writeObject(QByteArray &out, const Json &value, int depth)
{
    out += '{';
    bool first = true;
    for (const auto &[key, member] : value.get_ref<const Json::object_t &>()) {
        if (!first)
            out += ',';
        first = false;
        indent(out, depth + 1);
        writeString(out, key);
        out += ": ";
        write(out, member, depth + 1);
    }
    if (!first)
        indent(out, depth);
    out += '}';
}

void writeArray(QByteArray &out, const Json &value, int depth)
{
    out += '[';
    bool first = true;
    for (const Json &item : value) {
        if (!first)
            out += ',';
        first = false;
        indent(out, depth + 1);
        write(out, item, depth + 1);
    }
    if (!first)
        indent(out, depth);
    out += ']';
}

void write(QByteArray &out, const Json &value, int depth)
{
    if (value.is_object())
        writeObject(out, value, depth);
    else if (value.is_array())
        writeArray(out, value, depth);
    else if (value.is_string())
        writeString(out, value.get_ref<const std::string &>());
    else if (value.is_number_float())
        out += pythonFloat(value.get<double>());
    else if (value.is_number_unsigned())
        out += QByteArray::number(value.get<quint64>());
    else if (value.is_number_integer())
        out += QByteArray::number(value.get<qint64>());
    else
        out += value.is_boolean() ? (value.get<bool>() ? "true" : "false") : "null";
}

} // namespace

QByteArray jsonText(const Json &value)
{
    QByteArray out;
    write(out, value, 0);
    return out + '\n';
}

} // namespace undock
