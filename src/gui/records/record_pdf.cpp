#include "gui/records/record_pdf.h"

#include "core/record/html.h"
#include "core/record/svg_page.h"
#include "core/text/phrase.h"
#include "gui/records/svg_texts.h"
#include "gui/text/shown_text.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace undock::gui {

namespace {

constexpr int resolution = 300;

int points(qreal size)
{
    return int(size * resolution / 72);
}

/// What reads well at a desk is too large on paper; and Qt's rich text knows less of CSS than a browser.
const char paperStyle[] = R"(
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Noto Sans", sans-serif; font-size: 9pt; }
h1 { font-size: 15pt; } h2 { font-size: 12pt; color: #1f4e79; } h3 { font-size: 10pt; }
th { background-color: #eef2f6; font-weight: 600; text-align: left; } td, th { padding: 2px 5px; }
code { font-family: "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace; font-size: 7.5pt; }
pre { font-family: "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace; font-size: 7pt; background-color: #f5f7f9; }
p.fold { font-weight: 600; color: #3b4754; }
)";

/// Qt writes into a PDF which character a glyph stands for by the font's own table, where the digits that shaping takes
/// for Latin text are missing: a reader would copy "4.2 s" as ". s". Scripts that need shaping are shaped all the same.
QFont readable(QFont font)
{
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

void drawFoot(QPainter &painter, const QRectF &foot, const Record &record, int page, int pages)
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(7.5);
    painter.setFont(readable(font));
    painter.setPen(QColor(0x6b, 0x74, 0x80));
    painter.drawLine(foot.topLeft(), foot.topRight());
    const QString count = record.language == QLatin1String("en")
        ? QStringLiteral("page %1 of %2").arg(page).arg(pages)
        : QStringLiteral("第 %1 页，共 %2 页").arg(page).arg(pages);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, record.title);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, count);
}

/// A picture on as many pages as it takes for its smallest text to be read.
class PaperPicture {
public:
    PaperPicture(const QString &svg, const QSizeF &page)
        : m_texts(shownText(svg))
        , m_picture(m_texts.shapes())
        , m_page(page)
    {
        if (svg.isEmpty() || !m_picture.isValid())
            return;
        const QSizeF size(m_picture.defaultSize());
        const qreal least = points(leastText) / SvgPage::small;
        const qreal fits = std::min(page.width() / size.width(), page.height() / size.height());
        m_size = size * std::min(page.width() / size.width(), std::max(fits, least));
        // What is cut by a page's end stands whole on the next.
        m_step = page.height() - rowHeight * m_size.width() / size.width();
        m_pages = m_size.height() <= page.height() ? 1 : 1 + int(std::ceil((m_size.height() - page.height()) / m_step));
    }
    int pages() const { return m_pages; }
    void draw(QPainter &painter, int page)
    {
        painter.save();
        painter.setClipRect(QRectF(QPointF(0, 0), m_page));
        const QRectF place(QPointF((m_page.width() - m_size.width()) / 2, -m_step * page), m_size);
        m_picture.render(&painter, place);
        painter.translate(place.topLeft());
        painter.scale(
            m_size.width() / m_picture.defaultSize().width(), m_size.width() / m_picture.defaultSize().width());
        m_texts.draw(painter);
        painter.restore();
    }

private:
    static constexpr qreal leastText = 6.8; ///< pt
    static constexpr qreal rowHeight = 64; ///< of a VM in the batch's picture, in its own units
    SvgTexts m_texts;
    QSvgRenderer m_picture;
    QSizeF m_page, m_size;
    qreal m_step = 0;
    int m_pages = 0;
};

} // namespace

Done writePdf(const Record &record, const QString &path)
{
    // Whole or not at all, as every other file of ours.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
            phrase("cure-choose-folder"));
    {
        QPdfWriter writer(&file);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(16, 15, 16, 12), QPageLayout::Millimeter);
        writer.setTitle(record.title);
        writer.setCreator(QStringLiteral("OpenClaw Undock"));

        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        document.setDocumentMargin(0);
        document.setDefaultFont(readable(document.defaultFont()));
        QTextOption wrapping = document.defaultTextOption();
        // Hashes and paths have no place to break at.
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document.setDefaultTextOption(wrapping);
        document.setHtml(shownText(toPaperHtml(record, QLatin1String(paperStyle))));

        QPainter painter(&writer);
        painter.setFont(readable(painter.font()));
        const QSizeF paper(writer.width(), writer.height());
        const qreal foot = points(16);
        const QSizeF body(paper.width(), paper.height() - foot - points(6));
        document.setPageSize(body);
        PaperPicture picture(record.timelineSvg, body);
        const int textPages = document.pageCount(), pages = textPages + picture.pages();
        for (int page = 0; page < textPages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.save();
            painter.translate(0, -page * body.height());
            const QRectF part(0, page * body.height(), body.width(), body.height());
            painter.setClipRect(part);
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = part;
            context.palette.setColor(QPalette::Text, Qt::black);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            drawFoot(painter, QRectF(0, paper.height() - foot, paper.width(), foot), record, page + 1, pages);
        }
        for (int page = 0; page < picture.pages(); ++page) {
            writer.newPage();
            picture.draw(painter, page);
            drawFoot(
                painter, QRectF(0, paper.height() - foot, paper.width(), foot), record, textPages + page + 1, pages);
        }
    }
    if (!file.commit())
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path);
    return {};
}

} // namespace undock::gui
