#include "gui/help/guide_window.h"

#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

#include <QEvent>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QShortcut>

namespace undock::gui {

namespace {

constexpr int pictureWidth = 640; ///< as wide as the text

QString withWidths(QString html)
{
    static const QRegularExpression picture(QStringLiteral("<img src=\"([^\"]+)\""));
    html.replace(picture, QStringLiteral("<img src=\":/guide/\\1\" width=\"%1\"").arg(pictureWidth));
    return html;
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QTextBrowser(parent)
{
    setWindowFlag(Qt::Window);
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("guide"));
    setWindowIcon(Icons::application());
    setOpenLinks(false); // nothing here leads out of the program
    setAccessibleName(tr("Operator's guide"));
    resize(760, 760);
    document()->setDocumentMargin(20);
    Theme::makePaper(*this);
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { scrollToAnchor(url.fragment()); });
    read();
}

void GuideWindow::read()
{
    setWindowTitle(tr("Operator's guide"));
    QFile file(QStringLiteral(":/guide/guide.%1.md").arg(Language::current()));
    if (!file.open(QIODevice::ReadOnly)) {
        file.setFileName(QStringLiteral(":/guide/guide.en.md"));
        if (!file.open(QIODevice::ReadOnly))
            return;
    }
    QTextDocument markdown;
    markdown.setMarkdown(QString::fromUtf8(file.readAll()), QTextDocument::MarkdownDialectGitHub);
    setHtml(withWidths(markdown.toHtml()));
}

QVariant GuideWindow::loadResource(int type, const QUrl &name)
{
    QImage picture;
    if (type != QTextDocument::ImageResource || !picture.load(name.toString()))
        return QTextBrowser::loadResource(type, name);
    // Made small here, and well: a text draws it pixel by pixel.
    picture = picture.scaledToWidth(qRound(pictureWidth * devicePixelRatioF()), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(devicePixelRatioF());
    return picture;
}

void GuideWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        read();
    QTextBrowser::changeEvent(event);
}

} // namespace undock::gui
