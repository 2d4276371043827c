#include "gui/desk/bundle_work.h"

namespace undock::gui {

BundleWork::BundleWork(Prompter &prompter, QObject *parent)
    : QObject(parent)
    , m_prompter(prompter)
{
}

BundleWork::~BundleWork() = default;

void BundleWork::begin(std::function<void()> work)
{
    std::erase_if(m_works, [](const Work &one) { return one.over->load(); });
    auto over = std::make_shared<std::atomic<bool>>(false);
    m_works.push_back({ over, std::jthread([over, work = std::move(work)] {
                           work();
                           *over = true;
                       }) });
}

void BundleWork::sign(const QString &bundle, const QString &keyFile)
{
    begin([this, bundle, keyFile] {
        const auto made = signBundle(bundle, keyFile, m_prompter);
        QMetaObject::invokeMethod(
            this,
            [this, bundle, made] {
                if (made)
                    Q_EMIT signedBundle(bundle, *made);
                else
                    Q_EMIT notSigned(bundle, made.error());
            },
            Qt::QueuedConnection);
    });
}

void BundleWork::check(const QString &bundle, const QString &allowedSigners)
{
    begin([this, bundle, allowedSigners] {
        const BundleCheck found{ verifyBundle(bundle), bundleSignatures(bundle, allowedSigners) };
        QMetaObject::invokeMethod(
            this, [this, bundle, found] { Q_EMIT checked(bundle, found); }, Qt::QueuedConnection);
    });
}

} // namespace undock::gui
