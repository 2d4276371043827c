#include "core/steps/step_words.h"

#include "core/steps/step.h"
#include "core/steps/word_files.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace undock {

namespace {

struct WordsOfStep {
    QString title;
    QString back;
};

struct WordFile {
    QHash<QString, WordsOfStep> steps;
    std::vector<DeviationWords> deviations;

    const DeviationWords *deviation(const QString &id) const
    {
        for (const DeviationWords &one : deviations) {
            if (one.id == id)
                return &one;
        }
        return nullptr;
    }
};

WordFile readWords(const QString &language)
{
    WordFile words; // wordsAmiss() tells what it lacks
    const Json &json = wordFile(language);
    const Json steps = valueAt(json, "steps");
    const Json deviations = valueAt(json, "deviations");
    for (const auto &[step, said] : steps.items())
        words.steps.insert(toQt(step), { stringAt(said, "title"), stringAt(said, "back") });
    for (const auto &[id, said] : deviations.items()) {
        words.deviations.push_back(
            { toQt(id), stringAt(said, "paragraph"), stringAt(said, "instead"), stringAt(said, "reason") });
    }
    return words;
}

const QString &english()
{
    static const QString name = QLatin1String(englishWords);
    return name;
}

const QMap<QString, WordFile> &allWords()
{
    static const QMap<QString, WordFile> all = [] {
        QMap<QString, WordFile> read{ { english(), {} } };
        for (const QString &name : wordLanguages())
            read.insert(name, readWords(name));
        return read;
    }();
    return all;
}

const WordFile &wordsIn(const QString &language)
{
    const auto &all = allWords();
    const auto found = all.constFind(language);
    return found == all.constEnd() ? *all.constFind(english()) : *found;
}

} // namespace

QString stepTitle(const QString &step, const QString &language)
{
    for (const QString &name : { language, english() }) {
        if (const QString title = wordsIn(name).steps.value(step).title; !title.isEmpty())
            return title;
    }
    const Step *known = StepCatalog::own().find(step);
    return known ? known->title : step;
}

bool isKnownStep(const QString &step)
{
    return StepCatalog::own().find(step) || wordsIn(english()).steps.contains(step);
}

QString stepWayBack(const QString &step, const QString &declared, const QString &language)
{
    const QString back = language == english() ? QString() : wordsIn(language).steps.value(step).back;
    return back.isEmpty() ? declared : back;
}

std::vector<DeviationWords> deviationWords(const QString &language)
{
    std::vector<DeviationWords> words = wordsIn(english()).deviations;
    const WordFile &wanted = wordsIn(language);
    for (DeviationWords &one : words) {
        if (const DeviationWords *said = wanted.deviation(one.id)) {
            one.instead = said->instead;
            one.reason = said->reason;
        }
    }
    return words;
}

QStringList wordsAmiss(const StepCatalog &catalog)
{
    QStringList amiss;
    QSet<QString> declared;
    for (const Step &step : catalog.all()) {
        for (const StepDeviation &deviation : step.deviations)
            declared.insert(deviation.id);
    }
    const WordFile &inEnglish = wordsIn(english());
    for (auto file = allWords().begin(); file != allWords().end(); ++file) {
        const auto say = [&](const char *what, const QString &of) {
            amiss << QStringLiteral("%1: %2 %3").arg(file.key(), QLatin1String(what), of);
        };
        const bool translated = file.key() != english(); // the headers are English
        for (const Step &step : catalog.all()) {
            const WordsOfStep said = file->steps.value(step.id);
            if (translated && said.title.isEmpty())
                say("no title for", step.id);
            if (translated && said.back.isEmpty() && step.effect != Effect::Reads)
                say("no way back for", step.id);
        }
        for (auto said = file->steps.begin(); said != file->steps.end(); ++said) {
            if (!inEnglish.steps.contains(said.key()) && !catalog.find(said.key()))
                say("there is no step", said.key());
        }
        for (const QString &id : std::as_const(declared)) {
            const DeviationWords *said = file->deviation(id);
            if (!said || said->instead.isEmpty() || said->reason.isEmpty())
                say("no words for the deviation", id);
        }
        for (const DeviationWords &said : file->deviations) {
            if (!declared.contains(said.id))
                say("no step has the deviation", said.id);
        }
    }
    return amiss;
}

} // namespace undock
