// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/widgets/quietbanner.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kessai {

class AttachmentsEditor;
class CancellationBox;
class Card;
class ComposePresenter;
class ComposeSide;
class DeskSession;
class FormView;
class TextLabel;
struct Continuation;

/// Filing a request: the form, its attachments, what it would do to the month or the balance, and whom it will be asked of with
/// the reason for every step. Saves itself; Ctrl+S saves at once, Ctrl+Enter submits.
class ComposePage final : public QWidget {
    Q_OBJECT

public:
    explicit ComposePage(DeskSession &session, QWidget *parent = nullptr);

    void begin(const QString &form, const QDate &day = {}, const QJsonObject &fields = {});
    void resume(CaseId id);
    /// Looks for a request an earlier session could not save, and goes on with it.
    void recover();
    /// Saves what is unsaved; called when the page is left.
    void leave();
    void takeFocus();
    QString title() const;
    /// The code of the form that is being written.
    const QString &form() const;

Q_SIGNALS:
    /// There is such a request; the page is about to show it.
    void recovering();
    void titleChanged(const QString &title);
    void savedAt(const QString &sentence);
    void submitted(kessai::CaseId id);
    /// What was to be gone on with cannot be; the page has nothing to show.
    void openFailed(const kessai::Error &error);
    /// Somebody wants to go back to where they were, keeping the draft; only a cancellation in which nothing was written is `dropped`.
    /// `about` is the case one was at: the draft, or the case that was to be cancelled.
    void leaving(std::optional<kessai::CaseId> about, bool dropped);
    /// The page has nothing more to show: the draft was thrown away.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showLoaded();
    void buildFiling();
    void fillFiling();
    void chooseFiled();
    void recheck();
    bool settle();
    void showWrong();
    void orderTab();
    void sayGoneOn(const Continuation &how);
    void say(BannerKind kind, const QString &text);
    void showVerdict();
    void showPreview();
    void trySubmit();
    void askDiscard();
    void attach(const QStringList &paths);

    DeskSession &m_session;
    ComposePresenter *m_presenter;
    QScrollArea *m_scroll;
    QuietBanner *m_banner;
    Card *m_formCard;
    CancellationBox *m_cancelling;
    QWidget *m_filing; ///< for whom this is written; shown to those who file for colleagues
    QComboBox *m_for;
    TextLabel *m_forTrouble; ///< who was typed is nobody of the list
    FormView *m_form;
    TextLabel *m_general;
    Card *m_filesCard;
    AttachmentsEditor *m_files;
    ComposeSide *m_side;
    QPushButton *m_discard;
    QPushButton *m_save;
    QPushButton *m_submit;
    QPointer<QWidget> m_focus;  ///< where one was writing when the request was submitted
    QStringList m_leftOut;      ///< what the form of today has no place for, until somebody closes the banner
    bool m_unsavedSaid = false; ///< the banner says that the office does not have it
    bool m_refused = false;     ///< the banner says that there are entries to correct
    bool m_submitting = false;  ///< submits as soon as what was typed last is checked
    bool m_insist = false;      ///< after a first attempt to submit, missing fields are marked too
};

} // namespace kessai
