// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/services/desk.h"

#include <QWidget>

class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace kessai {

/// The comment box and the acts that are open to the reader, nothing else. Return, reject and cancel need the comment as their
/// reason: without one the box takes the focus and says so, instead of a dialog, and what was chosen stands below it alone, to be
/// done with the reason or not after all.
class ActBar final : public QWidget {
    Q_OBJECT

public:
    explicit ActBar(QWidget *parent = nullptr);
    /// What acts are called in this case.
    struct Words {
        QString approve;                                ///< "Order"
        std::optional<ReturnReason> insteadOfRejecting; ///< see FormDefinition
        bool tooLate = false; ///< for what takes the place of rejecting: then neither is offered
        bool both = false;    ///< who agrees decides next, and may do both by one press
    };
    /// `stepTitles` names the earlier steps a case may be returned to, by step number.
    void setActs(const AllowedActs &acts, const QHash<int, QString> &stepTitles, bool cancellable, Words words);
    /// A draft of the reader's own: it is gone on with or thrown away.
    void setDraft();
    /// While an act is under way its words stand still; the buttons keep the focus, and further acts are ignored.
    void setBusy(bool busy);
    QString comment() const;
    void setComment(const QString &text);
    /// Another case is shown, or none: what was chosen and waits for its reason was not meant for it.
    void forget();
    void focusFirst();
    /// What agreeing and deciding by one press is called.
    static QString bothWord();

Q_SIGNALS:
    void actChosen(const kessai::Act &act);
    /// To agree, and to decide by it.
    void bothChosen(const QString &comment);
    void editChosen();
    /// Somebody is to be put into the route; whoever shows the bar asks whom.
    void addStepChosen();
    /// What was decided is to be taken back by a case of its own (取消), which says why.
    void cancellationChosen();
    void discardChosen();
    /// A reason is missing; the box has the focus.
    void reasonMissing();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitComment();
    using MakeAct = std::function<Act(const QString &)>;
    void chooseWithReason(const QString &word, const MakeAct &make);
    void ask(const QString &word, const MakeAct &make);
    void actAsked();
    void rebuildReturnMenu(const AllowedActs &acts, const QHash<int, QString> &stepTitles);
    void rebuildMoreMenu();
    QString approveText() const;
    QString rejectWord() const;
    void chooseMain();

    QPlainTextEdit *m_comment;
    QWidget *m_buttons; ///< what may be done
    QWidget *m_asked;   ///< in their place: what was chosen, while its reason is written
    QPushButton *m_go;
    QPushButton *m_back;
    QPushButton *m_approve;
    QPushButton *m_edit;
    QPushButton *m_say;
    QPushButton *m_withdraw;
    QPushButton *m_remind;
    QPushButton *m_cancel;
    QPushButton *m_takeBack; ///< 取消を起案
    QPushButton *m_discard;  ///< of a draft
    QPushButton *m_return;
    QPushButton *m_reject;
    QPushButton *m_more; ///< what is done rarely: asking somebody else as well, a superior's acts out of turn
    QMenu *m_returnMenu;
    QMenu *m_moreMenu;
    MakeAct m_make; ///< what was chosen and waits for its reason
    AllowedActs m_acts;
    Words m_words;
    bool m_cancellable = false;
};

} // namespace kessai
