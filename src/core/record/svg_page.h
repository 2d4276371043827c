#pragma once

#include <QString>

namespace undock {

/// A small SVG of ours: shapes, patterns that are told apart without colour, and text that is text. Sizes are in units
/// of a page of `pageWidth`; on a screen of half that many pixels the smallest text is still read.
class SvgPage {
public:
    static constexpr double pageWidth = 720, margin = 16;
    static constexpr double small = 19, normal = 21, large = 27; ///< sizes of text

    enum class Fill { Plain, Pale, Hatched, Crossed, Dotted, Striped, Solid };
    enum class Anchor { Start, Middle, End };

    void text(double x, double y, double size, const QString &text, Anchor anchor = Anchor::Start, bool bold = false,
        bool inverted = false);
    /// Broken into lines that fit; the y of the line after.
    double paragraph(double y, double size, const QString &text, double indent = 0);
    /// `hint` is shown by a viewer that can: it is the title of a group whose id is `bar-1`, `bar-2` …
    void bar(double x, double y, double width, double height, Fill fill, const QString &hint = {});
    void line(double x1, double y1, double x2, double y2, const char *style = "");
    void disc(double x, double y, double radius, const QString &label, bool dark);

    /// Where no measuring is to be had: never less than what the usual fonts need.
    static double widthOf(const QString &text, double size);
    /// As much of it as fits, with an ellipsis where something is left out.
    static QString fitting(const QString &text, double size, double width);

    QString finish(double height, const QString &title, const QString &language) const;

private:
    QString m_body;
    int m_hinted = 0;
};

} // namespace undock
