#pragma once

#include "gui/app/shell.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"

#include <QTemporaryDir>

#include <memory>

namespace undock::gui::test {

/// Every window and page, filled with runs that were recorded in the lab. In the language that is in use when it is
/// made.
class EveryWindow {
public:
    EveryWindow();
    ~EveryWindow();
    /// "main", "wizard 3", "settings 0" …
    static QStringList names();
    /// Shows it; it lives as long as this, one at a time.
    QWidget &open(const QString &name);

private:
    QWidget &ofMain(int tab);
    QWidget &wizard(int page);
    QWidget *own(QWidget *window);

    QTemporaryDir m_data;
    AppSettings m_settings{ m_data.path() };
    SilentQuestions m_questions;
    SampleDesk m_desk{ m_data.path() };
    BundleWork m_bundles{ m_desk.prompter() };
    SampleInquiry m_nodes;
    Shell m_shell{ m_desk, m_settings, m_nodes, m_questions };
    std::unique_ptr<QObject> m_model;
    std::unique_ptr<QWidget> m_owned;
};

} // namespace undock::gui::test
