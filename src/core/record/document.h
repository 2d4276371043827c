#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace undock {

/// A text with parts that are quoted from a machine (paths, versions, hashes).
struct Inline {
    struct Part {
        QString text;
        bool code = false;
    };
    std::vector<Part> parts;

    Inline() = default;
    Inline(const QString &text) // NOLINT(google-explicit-constructor): a plain text is a text
        : parts{ { text, false } }
    {
    }
    static Inline code(const QString &text)
    {
        Inline quoted;
        if (!text.isEmpty())
            quoted.parts.push_back({ text, true });
        return quoted;
    }
    Inline &operator+=(const Inline &more)
    {
        parts.insert(parts.end(), more.parts.begin(), more.parts.end());
        return *this;
    }
    friend Inline operator+(Inline left, const Inline &right) { return left += right; }
    bool isEmpty() const;
};

/// One piece of a section. Which members count depends on the kind.
struct Block {
    enum class Kind {
        Heading, ///< `text`: a heading inside a section
        Paragraph, ///< `text`
        List, ///< `items`
        Table, ///< `rows`; the first is the head
        Code, ///< `code`, whole and unaltered but for what cannot be shown
        Fold, ///< `text` is the summary, `blocks` what opens
        Words, ///< the operator's own place: `id`, and `code` is what stands in it (Markdown)
    };
    Kind kind = Kind::Paragraph;
    Inline text;
    std::vector<Inline> items;
    std::vector<std::vector<Inline>> rows;
    QString code;
    QString id;
    std::vector<Block> blocks;
};

/// One of the record's parts, in the procedure's order.
struct RecordSection {
    QString id; ///< stable: basics, backup, actions, evidence, risks, lessons, notes
    QString heading;
    bool required = false; ///< one of the procedure's six
    bool hasEvidence = false; ///< the journal has what belongs here
    bool hasWords = false; ///< the operator wrote something here
    std::vector<Block> blocks;

    void heading2(const QString &title) { blocks.push_back({ Block::Kind::Heading, title, {}, {}, {}, {}, {} }); }
    void paragraph(const Inline &text) { blocks.push_back({ Block::Kind::Paragraph, text, {}, {}, {}, {}, {} }); }
    void list(std::vector<Inline> items);
    void table(std::vector<std::vector<Inline>> rows);
    /// Puts the blocks from this index on behind a line that opens them. With fewer blocks than that, nothing happens.
    void foldFrom(size_t first, const Inline &line);
};

/// A run's record: what it says, not how it is written down.
struct Record {
    QString run;
    QString vmid;
    QString language; ///< "zh" or "en"
    QDate day; ///< the run's start in the operator's time zone
    QString title;
    Inline summary; ///< where the run stands, in one sentence
    std::vector<std::vector<Inline>> firstPage; ///< a table, its first row the head (first_page.h); may be empty
    QString sealMarker; ///< the evidence it goes with, for programs (evidence.h)
    std::vector<RecordSection> sections;
    QString timelineSvg; ///< the run's picture (timeline_svg.h); empty where none was asked for
    QString timelineFile; ///< what it is called beside the Markdown; empty: it is not there

    /// `YYYY-MM-DD_<VMID>_去Docker直装迁移记录.md`; from the second of a day on with `_2`, `_3` …
    QString fileName(int number = 1) const;
    const RecordSection *section(QStringView id) const;
};

/// One of the procedure's six sections in which something is still missing.
struct RecordGap {
    enum class What {
        Evidence, ///< the run has not come that far
        Words, ///< only a person can say it, and nobody has
    };
    QString section; ///< RecordSection::id
    QString heading;
    What what = What::Evidence;
};

/// What the record of the procedure's form still lacks.
std::vector<RecordGap> recordMissing(const Record &record);

} // namespace undock
