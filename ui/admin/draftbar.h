// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisionfile.h"
#include "ui/export/sheet.h"

#include <QDate>
#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;
class QToolButton;

namespace kessai {

class ExportButton;
class QuietBanner;
class RevisionDraft;

/// The head of a page on which revisions of something are read and the next one is written: which revision is shown, the way back and forth
/// through what was changed, files in and out, and the buttons that begin and give up a draft.
class DraftBar final : public QWidget {
    Q_OBJECT

public:
    /// What the page calls things.
    struct Names {
        QString part;      ///< what the names of its parts end with: "Table"
        QString revisions; ///< of the list of revisions
        QString file;      ///< of a file, without its end
        QString fileQuestion;
    };
    /// `sheet` is what is shown as a file that can be read back.
    DraftBar(RevisionDraft &draft, QDate today, const Names &names, std::function<Sheet()> sheet, QWidget *parent);

    /// Offers revisions by their first days; the one in force on `today` is shown first, and what was shown stays.
    void setRevisions(const std::vector<QDate> &days);
    /// Forgets which one was shown.
    void forget();
    /// The first day of the revision that is shown; invalid where there is none.
    QDate shown() const;
    /// A button that is there while somebody writes.
    QPushButton *addWritingButton(const QString &text, const char *objectName);
    /// Says on a banner what cannot be read, and what is wrong with a file.
    void tellOn(QuietBanner &banner, const QString &stale);

    /// Says so where a draft begins from another revision than the newest.
    static void tellOrigin(QuietBanner &banner, const QDate &from, const QDate &newest);

Q_SIGNALS:
    void revisionChosen();
    void writingRequested();
    void recorded(const QString &done);

private:
    void showDraft();
    void giveUp();
    void chooseFile();
    void tellFileProblems(QuietBanner &banner, const std::vector<TableRowProblem> &problems) const;

    RevisionDraft &m_draft;
    const QDate m_today;
    const QString m_fileQuestion;
    QDate m_adopted; ///< of what was just put in force
    QComboBox *m_revisions;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_file;
    ExportButton *m_export;
    QPushButton *m_edit;
    QPushButton *m_giveUp;
    std::vector<QWidget *> m_whileWriting;
};

} // namespace kessai
