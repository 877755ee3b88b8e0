// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QStringList>

#include <vector>

namespace kessai {

/// A part of the user's guide: from one heading to the next.
struct GuideSection final {
    QString page; ///< "payments.md"
    QString heading;
    int level;    ///< 1 for the title of a page
    int no;       ///< of the page's headings, from 0
    QString text; ///< heading and words, folded for search
};

/// The user's guide: pages in Markdown that lie beside the program, in the order in which the start page names them, then
/// those it does not.
class GuideBook final {
public:
    /// Where the guide was installed, or lies in the build.
    static QDir usualFolder();
    /// Reads what is there; without pages where nothing is.
    static GuideBook read(const QDir &folder);

    static QString startPage() { return QStringLiteral("guide.md"); }
    /// The page, and after # the heading, about a place of the window ("payments", "settings:health").
    static QString about(const QString &place);

    const QStringList &pages() const { return m_pages; }
    /// What a page is called by its first heading.
    QString titleOf(const QString &page) const;
    /// The Markdown of a page; empty for one that is none of the guide's.
    QString textOf(const QString &page) const;
    const std::vector<GuideSection> &sections() const { return m_sections; }
    /// The section with a heading; the whole page where it has none of that name.
    const GuideSection *section(const QString &page, const QString &heading) const;
    /// Sections in which all of the words are, those with them in the heading first; pointers live as long as the book.
    std::vector<const GuideSection *> find(const QString &words) const;
    const QDir &folder() const { return m_folder; }

private:
    QDir m_folder;
    QStringList m_pages;
    QStringList m_texts; ///< of the pages
    std::vector<GuideSection> m_sections;
};

} // namespace kessai
