#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace undock {

class StepCatalog;

// Words that belong to steps. A script's header has the English title and way back; resources/words has one file a
// language with the rest: what a header says in other languages, steps that are no scripts, deviations.

/// What a step does, in a language ("en", "zh_CN"). What the language lacks is in English; a step that nobody knows (of
/// another version's journal) keeps its name.
QString stepTitle(const QString &step, const QString &language);
/// Whether some language has a title for it.
bool isKnownStep(const QString &step);
/// What takes the step back; `declared` is what the journal has of the step's own English.
QString stepWayBack(const QString &step, const QString &declared, const QString &language);

/// One departure from the printed procedure.
struct DeviationWords {
    QString id; ///< as headers name it
    QString paragraph; ///< of the procedure, e.g. "5.6"
    QString instead; ///< what was done
    QString reason; ///< what happens if it is typed as printed
};
/// All of them, in the procedure's order.
std::vector<DeviationWords> deviationWords(const QString &language);

/// Steps and deviations without words, and words of none, in any language that there is a file of.
QStringList wordsAmiss(const StepCatalog &catalog);

} // namespace undock
