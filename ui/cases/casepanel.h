// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QListWidget;
class QScrollArea;
class QStackedWidget;
class QTabWidget;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace kessai {

class ActBar;
class CaseFacts;
class CasePresenter;
class DeskSession;
class ElidedLabel;
class EmptyState;
class HistoryList;
class LoadingLine;
class PaperCheck;
class QuietBanner;
class RouteStrip;
class StatusChip;
class TextLabel;

/// One case beside its list: chip, subject, the route as date stamps, content, attachments, history, and the acts that are
/// open to the reader. A record that does not prove itself says so in red and offers no act.
class CasePanel final : public QWidget {
    Q_OBJECT

public:
    explicit CasePanel(DeskSession &session, QWidget *parent = nullptr);

    void open(CaseId id);
    /// Says for a while, beside the acts, what was recorded of which case.
    void confirm(const QString &sentence);
    void clear();
    std::optional<CaseId> currentCase() const;
    const CaseView *view() const;
    void focusActs();
    /// Whether the comment box holds something. What was begun on one case is there again when one comes back to it.
    bool hasTypedComment() const;
    /// Throws the draft in sight away.
    void deleteDraft();

Q_SIGNALS:
    void opened(kessai::CaseId id, int seq);
    /// The reader acted; the list goes on to the next one.
    void acted(kessai::CaseId id, const kessai::Act &act);
    void editRequested(kessai::CaseId id);
    /// A draft was thrown away; `content` is what it said, for whoever offers to bring it back.
    void draftDeleted(const QString &title, const kessai::Content &content);
    void attachmentRequested(const kessai::Attachment &attachment);
    void printRequested();
    void pdfRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead();
    void fitHeight();
    void showCase();
    static QString damageText(const CaseView &view);
    void swapComment(std::optional<CaseId> to);
    void showStepReason(int step);
    void addStep();
    std::optional<AssignmentRef> decisionAtOnce() const;
    std::optional<CaseId> otherCase() const;
    void say(const Error &error);
    void showInsights();
    void checkPapers();

    DeskSession &m_session;
    CasePresenter *m_presenter;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_page;
    LoadingLine *m_loading;
    StatusChip *m_chip;
    StatusChip *m_cancels; ///< that the case takes back what another decided
    ElidedLabel *m_number;
    TextLabel *m_title;
    QToolButton *m_print;
    QToolButton *m_pdf;
    QuietBanner *m_notice;   ///< how the case stands: damaged, returned and why
    QuietBanner *m_banner;   ///< why an act was refused
    QuietBanner *m_recorded; ///< what was recorded last, of whichever case
    QTimer *m_recordedGone;
    QWidget *m_route; ///< the route, and why a step is in it
    RouteStrip *m_strip;
    TextLabel *m_reason;
    QVBoxLayout *m_head;
    QVBoxLayout *m_told; ///< above the content: what is said of the case, on a low screen
    QTabWidget *m_tabs;
    QScrollArea *m_routeTab = nullptr; ///< holds the route on a low screen
    CaseFacts *m_facts;
    QListWidget *m_files;
    HistoryList *m_history;
    ActBar *m_acts;
    QTimer *m_papersLater; ///< so that going through a list fetches nothing
    PaperCheck *m_papers = nullptr;
    std::optional<CaseId> m_shown;
    QHash<CaseId, QString> m_typed; ///< comments begun on other cases
};

} // namespace kessai
