#include "core/instruct/instruction.h"
#include "core/params/run_parameters.h"
#include "core/params/source_changes.h"
#include "core/queuefile/queue_file.h"
#include "core/steps/step.h"
#include "core/steps/word_files.h"
#include "unit/support/uncommon_fields.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace undock;
using Fields = QMap<QString, QString>;

class FieldTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_field_has_its_names_and_words_data();
    void each_field_has_its_names_and_words();
    void names_and_options_stand_once();
    void each_value_comes_out_of_its_own_member();
    void a_default_passes_the_fields_own_grammar();
    void an_error_names_the_field();
    void a_number_is_refused_beyond_its_range();
    void words_are_of_fields_only();
    void each_field_may_be_a_column_of_a_queue_file();
    void columns_without_headings_have_their_places();
    void a_change_that_decides_what_root_runs_is_told();
    void an_instruction_repeats_everything_that_is_not_the_default();
    void what_steps_read_is_sent();
};

void FieldTable::each_field_has_its_names_and_words_data()
{
    QTest::addColumn<int>("position");
    for (size_t i = 0; i < fieldTable().size(); ++i)
        QTest::newRow(fieldTable()[i].name) << static_cast<int>(i);
}

void FieldTable::each_field_has_its_names_and_words()
{
    QFETCH(int, position);
    const FieldRow &row = fieldTable()[static_cast<size_t>(position)];
    QVERIFY(uncommonFields().contains(nameOf(row.field)));
    QCOMPARE(static_cast<int>(row.field), position);
    static const QRegularExpression name(QStringLiteral("^[a-z][a-z0-9_]*$")),
        option(QStringLiteral("^[a-z][a-z0-9-]*$"));
    QVERIFY(name.match(nameOf(row.field)).hasMatch());
    QVERIFY(option.match(QLatin1String(row.option)).hasMatch());
    QVERIFY(*row.placeholder);
    QVERIFY(!optionHelp(row).isEmpty() && !optionHelp(row).contains(u'{'));
    QCOMPARE(fieldNamed(nameOf(row.field)), &row);
    for (const QString &language : wordLanguages())
        QVERIFY2(!stringAt(valueAt(wordFile(language), "fields"), row.name).isEmpty(), qPrintable(language));
    // Without a window only where the table says so: what one VM's downloads must sum to.
    QVERIFY(row.editor != Editor::None || row.group == FieldGroup::Sums);
}

void FieldTable::names_and_options_stand_once()
{
    QSet<QString> names, options;
    for (const FieldRow &row : fieldTable()) {
        names << nameOf(row.field);
        options << QLatin1String(row.option);
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(fieldTable().size()));
    QCOMPARE(options.size(), static_cast<qsizetype>(fieldTable().size()));
    const QStringList tried = uncommonFields().keys();
    QCOMPARE(names, QSet<QString>(tried.begin(), tried.end()));
}

void FieldTable::each_value_comes_out_of_its_own_member()
{
    const auto made = makeRunParameters(uncommonFields());
    QVERIFY(made.has_value());
    QCOMPARE(toFields(*made), uncommonFields());
    QCOMPARE(made->installerUrl.toString(), uncommon(Field::InstallerUrl));
    QCOMPARE(made->panelSource.toString(), uncommon(Field::PanelSource));
    QCOMPARE(made->panelSha256->toString(), uncommon(Field::PanelSha256));
    QCOMPARE(made->leastFreeMib, 2048);
}

void FieldTable::a_default_passes_the_fields_own_grammar()
{
    QStringList mustBeGiven;
    for (const FieldRow &row : fieldTable()) {
        QVERIFY2(!*row.fallback || row.check(QString::fromLatin1(row.fallback)), row.name);
        if (row.required && !*row.fallback)
            mustBeGiven << nameOf(row.field);
    }
    // Whatever else has no default may be absent.
    QCOMPARE(mustBeGiven, QStringList({ nameOf(Field::Vmid), nameOf(Field::Node), nameOf(Field::Operator) }));
}

void FieldTable::an_error_names_the_field()
{
    for (const FieldRow &row : fieldTable()) {
        const Done checked = row.check(u"-\n$(id)");
        QVERIFY2(!checked, row.name);
        QCOMPARE(checked.error().where, nameOf(row.field));
    }
}

void FieldTable::a_number_is_refused_beyond_its_range()
{
    int numbers = 0;
    for (const FieldRow &row : fieldTable()) {
        if (row.most == 0)
            continue;
        ++numbers;
        for (const int good : { row.least, row.most })
            QVERIFY2(row.check(QString::number(good)), row.name);
        for (const int bad : { row.least - 1, row.most + 1 }) {
            const Done checked = row.check(QString::number(bad));
            QVERIFY2(!checked, row.name);
            QVERIFY(checked.error().cure.contains(QString::number(row.least)));
            QVERIFY(checked.error().cure.contains(QString::number(row.most)));
        }
    }
    QVERIFY(numbers >= 2);
}

void FieldTable::words_are_of_fields_only()
{
    for (const QString &language : wordLanguages()) {
        const Json words = valueAt(wordFile(language), "fields");
        for (const auto &[name, text] : words.items())
            QVERIFY2(fieldNamed(toQt(name)), name.c_str());
    }
    QCOMPARE(fieldWords(Field::Node, QStringLiteral("zh_CN")), QStringLiteral("母机"));
    QCOMPARE(fieldWords(Field::Node, QStringLiteral("xx")), QStringLiteral("Node"));
}

void FieldTable::each_field_may_be_a_column_of_a_queue_file()
{
    const Fields values = uncommonFields();
    QStringList cells;
    for (const QString &value : values)
        cells << value;
    const QString names = values.keys().join(QLatin1Char(',')), line = cells.join(QLatin1Char(','));
    for (QString headings : { names, QString(names).replace(u'_', u'-'), names.toUpper() }) {
        const auto queue = parseQueue((headings + QLatin1Char('\n') + line).toUtf8(), {});
        QVERIFY2(queue && queue->isValid(), qPrintable(headings));
        QCOMPARE(toFields(*queue->rows[0].parameters), values);
    }
}

void FieldTable::columns_without_headings_have_their_places()
{
    QMap<int, Field> places;
    for (const FieldRow &row : fieldTable()) {
        if (row.bareColumn) {
            QVERIFY(!places.contains(row.bareColumn));
            places.insert(row.bareColumn, row.field);
        }
    }
    // Files that operators have: their order is for good.
    QCOMPARE(places.values(), QList<Field>({ Field::Vmid, Field::Ip, Field::PanelTag, Field::Node }));
    QCOMPARE(places.firstKey(), 1);
    QCOMPARE(places.lastKey(), 4);
}

void FieldTable::a_change_that_decides_what_root_runs_is_told()
{
    QStringList told;
    for (const SourceChange &change : sourceChanges({}, uncommonFields()))
        told << nameOf(change.field);
    // What is fetched, and where from.
    for (const FieldRow &row : fieldTable()) {
        const bool fetched = row.group == FieldGroup::Sources || row.group == FieldGroup::Versions;
        QVERIFY2(told.contains(nameOf(row.field)) == fetched, row.name);
    }
}

void FieldTable::an_instruction_repeats_everything_that_is_not_the_default()
{
    const auto made = makeRunParameters(uncommonFields());
    for (const QString &language : { QStringLiteral("zh"), QStringLiteral("en") }) {
        const QString text = instructionText(*made, {}, language);
        const QString command = text.section(QStringLiteral("openclaw-undock-cli migrate "), 1);
        for (const FieldRow &row : fieldTable()) {
            const bool told = row.group != FieldGroup::Person; // whoever does it says so himself
            const QString option = QStringLiteral("--%1 %2").arg(QLatin1String(row.option), row.text(*made));
            QVERIFY2(command.contains(option) == told, row.name);
            const QString catalogue = language == QLatin1String("en") ? language : QStringLiteral("zh_CN");
            QVERIFY2(text.contains(QStringLiteral("- ") + fieldWords(row.field, catalogue)) == told, row.name);
        }
    }
}

void FieldTable::what_steps_read_is_sent()
{
    for (const Step &step : StepCatalog::own().all()) {
        for (const QString &name : step.params) {
            const FieldRow *row = fieldNamed(name);
            QVERIFY2(!row || row->sent != Sent::Never, qPrintable(step.id + QStringLiteral(" reads ") + name));
        }
    }
}

QTEST_GUILESS_MAIN(FieldTable)
#include "tst_field_table.moc"
