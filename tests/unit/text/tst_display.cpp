#include "core/text/display_safe.h"
#include "core/text/emoji.h"
#include "core/text/human.h"

#include <QTest>

using namespace undock;

class Display : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_that_steers_a_terminal_is_left_data();
    void nothing_that_steers_a_terminal_is_left();
    void no_control_character_survives_any_input();
    void one_line_is_one_line();
    void emoji_that_no_font_has_are_told_by_number();
    void sizes_read_well_data();
    void sizes_read_well();
    void durations_read_well_data();
    void durations_read_well();
};

void Display::nothing_that_steers_a_terminal_is_left_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &given, const char *shown) {
        QTest::newRow(name) << given << QString::fromUtf8(shown);
    };
    row("plain", "hello\n\tworld\n", "hello\n\tworld\n");
    row("colour", "\x1b[1;31mred\x1b[0m", "red");
    row("cursor and erase", "a\x1b[2J\x1b[Hb\x1b[?25lc", "abc");
    row("title by BEL",
        "a\x1b]0;evil\x07"
        "b",
        "ab");
    row("title by ST", "a\x1b]0;evil\x1b\\b", "ab");
    row("clipboard",
        "a\x1b]52;c;ZXZpbA==\x07"
        "b",
        "ab");
    row("unterminated title ends with its line", "a\x1b]0;evil\nb", "a\nb");
    row("device control", "a\x1bPq#0\x1b\\b", "ab");
    row("character set", "a\x1b(0b", "ab");
    row("C1 sequence",
        "a\xc2\x9b"
        "31mb",
        "ab");
    row("C1 title",
        "a\xc2\x9d"
        "0;x\xc2\x9c"
        "b",
        "ab");
    row("escape at the end", "a\x1b", "a");
    row("cut sequence", "a\x1b[31", "a");
    row("nested escape", "a\x1b\x1b[31mb", "ab");
    row("bell, backspace, delete, NUL", QByteArray("a\x07\b\x7f\0b", 6), "ab");
    row("carriage return hides nothing", "evil\rgood\r\nnext\r", "evil\ngood\nnext\n");
    row("invalid UTF-8", "a\xff\xc3(", "a\ufffd\ufffd(");
    row("bidi override",
        "a\xe2\x80\xae"
        "b",
        "a\\u{202e}b");
    row("zero width",
        "a\xe2\x80\x8b"
        "b\xef\xbb\xbf"
        "c",
        "a\\u{200b}b\\u{feff}c");
    row("tag characters", "\xf3\xa0\x81\x81", "\\u{e0041}");
    row("line separator",
        "a\xe2\x80\xa8"
        "b",
        "a\\u{2028}b");
    row("emoji with joiners", "👨‍👩‍👧 中文", "👨‍👩‍👧 中文");
}

void Display::nothing_that_steers_a_terminal_is_left()
{
    QFETCH(QByteArray, given);
    QTEST(displaySafe(given), "shown");
}

void Display::no_control_character_survives_any_input()
{
    quint32 state = 5;
    for (int round = 0; round < 20000; ++round) {
        QByteArray text;
        for (int i = 0; i < 24; ++i) {
            state = state * 1664525 + 1013904223;
            const quint32 pick = state >> 24;
            text += pick < 40 ? "\x1b" : pick < 60 ? "\xc2" : QByteArray(1, static_cast<char>(state >> 16));
        }
        const QString shown = displaySafe(text);
        for (const QChar c : shown) {
            const bool control
                = (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7f && c.unicode() <= 0x9f);
            QVERIFY2(!control, text.toHex().constData());
        }
        QCOMPARE(displaySafe(shown), shown);
    }
}

void Display::one_line_is_one_line()
{
    QCOMPARE(displayLine(QStringLiteral(" a\n\tb \x1b[31mc ")), QStringLiteral("a b c"));
    QCOMPARE(displayLine(QStringLiteral("abcdef"), 4), QStringLiteral("abc…"));
    const QString cut = displayLine(QStringLiteral("😀😀😀"), 4);
    QVERIFY(cut.isValidUtf16());
    QCOMPARE(cut, QString::fromUtf8("😀…"));
}

void Display::emoji_that_no_font_has_are_told_by_number()
{
    const auto shown = [](const char *text, bool any = false) {
        return readableEmoji(QString::fromUtf8(text), [=](char32_t c) { return any || c == 0x1f389; });
    };
    QCOMPARE(shown("a😀.txt"), QString::fromUtf8("a‹1F600›.txt"));
    QCOMPARE(shown("🦞🎉"), QString::fromUtf8("‹1F99E›🎉"));
    QCOMPARE(shown("👨‍👩‍👧 中文"), QString::fromUtf8("‹1F468-200D-1F469-200D-1F467› 中文"));
    QCOMPARE(shown("🇨🇳"), QString::fromUtf8("‹1F1E8-1F1F3›"));
    QCOMPARE(shown("😀😀", true), QString::fromUtf8("😀😀"));
    // What text fonts have stays, and so does what is no text at all.
    QCOMPARE(shown("✓ ⚠ 中文 𠀀"), QString::fromUtf8("✓ ⚠ 中文 𠀀"));
    const QString half = QStringLiteral("x") + QChar(0xd83d);
    QCOMPARE(readableEmoji(half, [](char32_t) { return false; }), half);
}

void Display::sizes_read_well_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 B";
    QTest::newRow("below") << qint64(999) << "999 B";
    QTest::newRow("kilo") << qint64(1234) << "1.2 kB";
    QTest::newRow("never 1000 kB") << qint64(999'999) << "999 kB";
    QTest::newRow("mega") << qint64(81'900'000) << "81 MB";
    QTest::newRow("giga") << qint64(1'300'000'000) << "1.3 GB";
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << "9.2 EB";
    QTest::newRow("unknown") << qint64(-1) << "unknown";
}

void Display::sizes_read_well()
{
    QFETCH(qint64, bytes);
    QTEST(humanSize(bytes), "text");
}

void Display::durations_read_well_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << qint64(430) << "0.4 s";
    QTest::newRow("seconds") << qint64(55'900) << "55 s";
    QTest::newRow("minutes") << qint64(164'000) << "2 min 44 s";
    QTest::newRow("padded") << qint64(61'000) << "1 min 01 s";
    QTest::newRow("hours") << qint64(3'900'000) << "1 h 05 min";
    QTest::newRow("unknown") << qint64(-5) << "unknown";
}

void Display::durations_read_well()
{
    QFETCH(qint64, milliseconds);
    QTEST(humanDuration(milliseconds), "text");
}

QTEST_APPLESS_MAIN(Display)
#include "tst_display.moc"
