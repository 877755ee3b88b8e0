// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/examination/checklist.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace kessai {

class DeskSession;
class DocumentView;
class Download;
class EmptyState;

/// The papers of a voucher, a tab each: looks for a value in all of them, shows the first place, and keeps what was ticked outlined. Each
/// paper is rendered by a process of its own; those after the second are opened when somebody comes to them or a value is looked for there.
class ProofPane final : public QWidget {
    Q_OBJECT

public:
    explicit ProofPane(DeskSession &session, QWidget *parent = nullptr);

    /// Shows these papers in place of what was shown.
    void setPapers(std::vector<ProofPaper> papers);
    /// Nothing is to be seen until other papers are set; what is open stays so, should it be among them.
    void expect();
    /// Fetches papers that will be shown soon.
    void fetchAhead(const std::vector<ProofPaper> &papers);
    /// Looks for what an item says where it can be proved: in papers of its kind first, then in those whose names do not say what they are, and each
    /// time in the paper in sight first; of no kind, in all. It is not looked for in papers of another kind, which prove something else, nor in those
    /// of the commitment where it is the voucher's own papers that prove it. Within a paper what stands beside one of its words comes first.
    void find(const CheckItem &item);
    void findNext();
    /// Shows a place that was remembered.
    void showPlace(const ProofPlace &place);
    /// Outlines what was ticked; `current` is the field one is at.
    void setMarks(const std::vector<ProofMark> &marks, const QString &current);
    /// Where the value is that was looked for, as far as it was found in the paper in sight.
    std::optional<ProofPlace> foundPlace() const;
    /// "Invoice.pdf, page 2".
    QString placeText(const ProofPlace &place) const;

    void nextPaper(int step);
    int paperCount() const { return int(m_papers.size()); }
    /// The paper in sight and its view; null where there is none.
    DocumentView *currentView() const;
    /// Whether the papers that may prove what is looked for are there, and nothing more is being looked for in them.
    bool settled() const;

Q_SIGNALS:
    /// Somebody pointed at a place of a paper.
    void pointedAt(const kessai::ProofPlace &place);
    /// Another place was found, or none.
    void found();

private:
    /// Where a paper is shown.
    struct Place {
        DocumentView *view;
        QByteArray paper;    ///< its digest; empty = not opened
        bool failed = false; ///< it could not be fetched
    };
    Place &placeAt(int index);
    void load(int index);
    bool mayHaveMore(const Place &place) const;
    bool proves(int index) const;
    std::vector<int> lookingOrder() const;
    void clearTabs();
    void onHits(int index);
    void showMarks();
    void keep(const QByteArray &sha256, const QByteArray &bytes);
    ProofPlace placeOn(int index, int page, const QRectF &share) const;

    DeskSession &m_session;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_blank;            ///< in sight while papers are expected
    std::vector<Place> m_places; ///< one a paper, kept for the papers of the next voucher
    std::vector<ProofPaper> m_papers;
    std::vector<ProofMark> m_marks;
    QString m_current;
    QStringList m_spellings;
    QStringList m_beside;
    PaperKinds m_kind;                  ///< that proves what is looked for
    bool m_own = false;                 ///< what is looked for stands in the voucher's own papers, where it has any
    bool m_sought = false;              ///< something is looked for, and no place was shown yet
    std::optional<ProofPlace> m_toShow; ///< once its paper is there
    QHash<QByteArray, QByteArray> m_bytes;
    QList<QByteArray> m_kept; ///< their digests, the oldest first
    qint64 m_size = 0;
};

} // namespace kessai
