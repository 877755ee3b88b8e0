// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/nastypdfs.h"
#include "ui/meetings/bookpresenter.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>

namespace kessai::test {

/// Opens one file after the other as a paper of a meeting, with the real rendering process and its deadlines, and finds fault where
/// somebody would wait for a word, or not be able to do anything else meanwhile.
class NastyReader final {
public:
    explicit NastyReader(RenderDeadlines deadlines = {});

    void show(const sample::NastyFile &file);

    /// What must not be, a line each; empty where nothing was found.
    const QStringList &faults() const { return m_faults; }
    /// What became of the files, for people.
    QString report() const;

private:
    void showPage(const QString &name, int page);
    /// Until this is so; the milliseconds it took.
    qint64 wait(const QString &what, const std::function<bool()> &isDone);

    BookPresenter m_book;
    QObject m_viewer;
    QStringList m_faults;
    int m_files = 0;
    int m_shown = 0;
    bool m_hasImage = false;
    std::map<RenderFailure, int> m_pages;
    qint64 m_longest = 0;
    QString m_longestAt;
    qint64 m_longestTurn = 0;
};

} // namespace kessai::test
