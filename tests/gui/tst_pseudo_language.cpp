// A third language that a machine makes (pseudo/make_pseudo.py): every text that a window shows is said in it, and at
// 140 % of the English length nothing is cut off, or it stands whole in a tooltip.

#include "core/steps/step.h"
#include "core/steps/step_words.h"
#include "core/text/code_words.h"
#include "core/text/phrase.h"
#include "gui/text/language.h"
#include "support/every_window.h"
#include "support/fit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

const QString pseudo = QStringLiteral("en_XA");

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What stands between « and » was said in the language; what is left was not.
QString leftOf(const QString &shown)
{
    QString left;
    int depth = 0;
    for (const QChar c : Qt::mightBeRichText(shown) ? QTextDocumentFragment::fromHtml(shown).toPlainText() : shown) {
        depth += c == QChar(0xab) ? 1 : 0;
        if (depth == 0)
            left += c;
        depth -= c == QChar(0xbb) && depth > 0 ? 1 : 0;
    }
    return left;
}

/// The English texts of windows and catalogue that are one word or more.
const QSet<QString> &englishTexts()
{
    static const QSet<QString> all = [] {
        QSet<QString> found;
        const QString root = QStringLiteral(UNDOCK_SOURCE_DIR);
        static const QRegularExpression source(QStringLiteral("<source>([^<]*)</source>"));
        static const QRegularExpression word(QStringLiteral("\": \"([^\"\\\\]*)\""));
        const auto take = [&](const QRegularExpression &one, const QString &text) {
            for (auto texts = one.globalMatch(text); texts.hasNext();)
                found << texts.next().captured(1).remove(QLatin1Char('&')).trimmed();
        };
        take(source, read(root + QStringLiteral("/translations/openclaw-undock_en.ts")));
        take(word, read(root + QStringLiteral("/resources/words/en.json")));
        return found;
    }();
    return all;
}

/// What the runs and the desk themselves say: names, paths, other programs' output, an older journal's sentences.
bool isData(const QString &text)
{
    static const QString journals = [] {
        QString all;
        const QDir runs(QStringLiteral(UNDOCK_SOURCE_DIR "/tests/samples/runs"));
        for (const QString &run : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            all += read(runs.filePath(run + QStringLiteral("/journal.jsonl")));
        return all.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    }();
    return journals.contains(text);
}

/// Qt's own words come with Qt's translations, and a language's own name is in itself.
bool isQtsOrAName(const QString &text)
{
    static const QStringList ofQt{ QStringLiteral("OK"), QStringLiteral("Cancel"), QStringLiteral("Close"),
        QStringLiteral("Help"), QStringLiteral("Save"), QStringLiteral("Yes"), QStringLiteral("No") };
    const QStringList languages = Language::available();
    return ofQt.contains(text) || std::any_of(languages.begin(), languages.end(), [&](const QString &language) {
        return Language::displayName(language) == text;
    });
}

struct Shown {
    QString where;
    QString text;
};

void takeModel(const QAbstractItemView &view, const QModelIndex &parent, std::vector<Shown> &shown)
{
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString where = QStringLiteral("%1 [%2,%3]").arg(nameOf(&view)).arg(row).arg(column);
            shown.push_back({ where, index.data(Qt::DisplayRole).toString() });
            shown.push_back({ where + QStringLiteral(" tooltip"), index.data(Qt::ToolTipRole).toString() });
        }
        takeModel(view, model.index(row, 0, parent), shown);
    }
}

std::vector<Shown> everyText(QWidget &window)
{
    std::vector<Shown> shown{ { QStringLiteral("title"), window.windowTitle() } };
    const auto take = [&](const QWidget *widget, const QString &text) { shown.push_back({ nameOf(widget), text }); };
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        take(widget, widget->toolTip());
        if (const auto *label = qobject_cast<QLabel *>(widget))
            take(widget, label->text());
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && !ofQt(widget))
            take(widget, button->text());
        else if (const auto *group = qobject_cast<QGroupBox *>(widget))
            take(widget, group->title());
        else if (const auto *line = qobject_cast<QLineEdit *>(widget))
            take(widget, line->placeholderText());
        else if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                take(widget, tabs->tabText(i));
        } else if (const auto *box = qobject_cast<QComboBox *>(widget)) {
            for (int i = 0; !box->isEditable() && i < box->count(); ++i)
                take(widget, box->itemText(i));
        } else if (const auto *header = qobject_cast<QHeaderView *>(widget)) {
            for (int i = 0; header->model() && header->orientation() == Qt::Horizontal && i < header->count(); ++i)
                take(widget, header->model()->headerData(i, Qt::Horizontal).toString());
        } else if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            takeModel(*view, {}, shown);
    }
    for (const QAction *action : window.findChildren<QAction *>())
        shown.push_back({ QStringLiteral("action ") + action->objectName(), action->text() });
    return shown;
}

} // namespace

class TestPseudoLanguage : public QObject {
    Q_OBJECT

    static void windowsToOpen()
    {
        QTest::addColumn<QString>("window");
        for (const QString &window : EveryWindow::names())
            QTest::newRow(qPrintable(window)) << window;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Language::available().contains(pseudo), "one catalogue and one .ts are a language");
        Language::use(pseudo);
        QCOMPARE(Language::current(), pseudo);
        Theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), Theme::Choice::Light);
    }

    void theCatalogueIsReadInIt()
    {
        QVERIFY(Language::displayName(pseudo).startsWith(QChar(0xab)));
        QCOMPARE(wordsAmiss(StepCatalog::own()), QStringList());
        for (const QString &text : { codeTitle(QStringLiteral("slots-full"), pseudo), inWords(phrase("none"), pseudo),
                 codeCure(QStringLiteral("slots-full"), pseudo), checkTitle(QStringLiteral("one-gateway"), pseudo),
                 conditionTitle(QStringLiteral("lease-held"), pseudo), stepTitle(QStringLiteral("c-stop"), pseudo),
                 deviationWords(pseudo).front().reason })
            QVERIFY2(text.startsWith(QChar(0xab)), qPrintable(text));
        const QString said = inWords(phrase("clock-ahead", { { "seconds", 312 } }), pseudo);
        QVERIFY2(said.contains(QLatin1String("312")) && leftOf(said).isEmpty(), qPrintable(said));
    }

    void everyTextIsSaidInIt_data() { windowsToOpen(); }
    void everyTextIsSaidInIt()
    {
        QFETCH(QString, window);
        EveryWindow windows;
        QStringList bad;
        int changed = 0;
        for (const Shown &one : everyText(windows.open(window))) {
            const QString left = leftOf(one.text);
            changed += left != one.text;
            static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
            for (QString line : left.split(QLatin1Char('\n'))) {
                line = line.remove(QLatin1Char('&')).trimmed();
                const bool leak = words.match(line).hasMatch() || (line.size() > 2 && englishTexts().contains(line));
                if (leak && !isQtsOrAName(line) && !isData(line))
                    bad << QStringLiteral("%1: %2").arg(one.where, line.left(120));
            }
        }
        bad.removeDuplicates();
        QVERIFY(changed > 0);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QStringLiteral("\n  "))));
    }

    void nothingIsCutOff_data() { windowsToOpen(); }
    void nothingIsCutOff()
    {
        QFETCH(QString, window);
        EveryWindow windows;
        QWidget &shown = windows.open(window);
        QStringList bad = misfits(shown) + cutOff(shown);
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QStringLiteral("\n  "))));
    }
};

QTEST_MAIN(TestPseudoLanguage)
#include "tst_pseudo_language.moc"
